import MIDI
import Music
import Playback

extension PortEvent {
  /// Any event that a cable carries.
  static func random(using chance: inout some RandomNumberGenerator) -> PortEvent {
    switch Int.random(in: 0..<12, using: &chance) {
    case 0: .clock
    case 1: .start
    case 2: .continue
    case 3: .stop
    case 4: .songPosition(.random(in: 0...16383, using: &chance))
    case 5:
      .systemExclusive(
        [0xF0]
          + (0..<Int.random(in: 1...40, using: &chance)).map { _ in
            .random(in: 0...127, using: &chance)
          } + [0xF7])
    default: .message(.random(using: &chance))
    }
  }
}

extension Message {
  static func random(using chance: inout some RandomNumberGenerator) -> Message {
    let channel = Channel(clamping: .random(in: 1...16, using: &chance))
    let key = Key(clamping: .random(in: 0...127, using: &chance))
    let level = Level(clamping: .random(in: 0...127, using: &chance))
    switch Int.random(in: 0..<7, using: &chance) {
    case 0: return .noteOn(key, level, channel)
    case 1: return .noteOff(key, release: level, channel)
    case 2: return .keyPressure(key, level, channel)
    case 3: return .control(Controller(clamping: key.number), level, channel)
    case 4: return .program(Program(clamping: key.number + 1), channel)
    case 5: return .channelPressure(level, channel)
    default:
      return .bend(
        Bend(.random(in: Bend.values, using: &chance)) ?? .none, channel)
    }
  }
}
