import Music

extension Message {
  /// How many data bytes follow a channel status byte.
  @inline(__always)
  static func dataCount(of status: UInt8) -> Int {
    status & 0xE0 == 0xC0 ? 1 : 2
  }

  /// The message of a status byte from 80 to EF and its data bytes.
  init(status: UInt8, _ first: UInt8, _ second: UInt8) {
    let channel = Channel(status: status)
    let level = Level(data: second)
    self =
      switch status & 0xF0 {
      case 0x80: .noteOff(Key(data: first), release: level, channel)
      case 0x90: .noteOn(Key(data: first), level, channel)
      case 0xA0: .keyPressure(Key(data: first), level, channel)
      case 0xB0: .control(Controller(data: first), level, channel)
      case 0xC0: .program(Program(data: first), channel)
      case 0xD0: .channelPressure(Level(data: first), channel)
      default: .bend(Bend(low: first, high: second), channel)
      }
  }

  /// The status byte and the data bytes, the second 0 where there is one only.
  var bytes: (status: UInt8, first: UInt8, second: UInt8) {
    let byte = channel.byte
    return switch self {
    case .noteOff(let key, let release, _): (0x80 | byte, UInt8(key.number), release.byte)
    case .noteOn(let key, let level, _): (0x90 | byte, UInt8(key.number), level.byte)
    case .keyPressure(let key, let level, _): (0xA0 | byte, UInt8(key.number), level.byte)
    case .control(let controller, let level, _): (0xB0 | byte, controller.byte, level.byte)
    case .program(let program, _): (0xC0 | byte, program.byte, 0)
    case .channelPressure(let level, _): (0xD0 | byte, level.byte, 0)
    case .bend(let bend, _): (0xE0 | byte, bend.low, bend.high)
    }
  }
}
