import MIDI
import Music

extension Message {
  /// To whom it goes.
  var channel: Channel {
    switch self {
    case .noteOff(_, let channel), .program(_, let channel), .noteOn(_, _, let channel): channel
    }
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
