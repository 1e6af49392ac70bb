import Music

@testable import MIDI

extension Message {
  /// The bytes as they are sent.
  var wire: [UInt8] {
    let (status, first, second) = bytes
    return Message.dataCount(of: status) == 1 ? [status, first] : [status, first, second]
  }

  /// Whether it chooses a sound.
  var isProgram: Bool {
    if case .program = self { true } else { false }
  }

  /// Its place among the messages of one tick.
  var rank: Int {
    switch self {
    case .program: 0
    case .noteOff: 1
    case .noteOn: 2
    default: 3
    }
  }
}

extension Sequence<UInt8> {
  /// The bytes in hexadecimal digits, a blank between two.
  var hex: String {
    map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "0\(digits)" : digits
    }
    .joined(separator: " ")
  }
}
