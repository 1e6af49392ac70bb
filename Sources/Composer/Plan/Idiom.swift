import Music

/// What follows what in grooves: for each three sixteenths, how surprising each fourth is.
///
/// A sixteenth is one of eight symbols: whether something low sounds in it (1), a backbeat or a line
/// (2), a hat or a bell (4). How surprising a sixteenth is after the three before it is told in bits,
/// the negative logarithm to base two of its chance there.
///
/// The chances are of a model that counts; see ``library`` for whose. Composing needs no logarithm:
/// the table holds whole 256ths of a bit.
package struct Idiom: Hashable, Sendable {
  /// How many sixteenths before one say what to expect.
  package static let memory = 3

  /// The symbols that there are.
  package static let symbols = 1 << bitsOfSymbol

  /// The parts into which a bit is divided.
  package static let partsOfBit = 256

  static let bitsOfSymbol = 3

  /// By four symbols in a row, the earliest in the highest bits.
  let table: [UInt16]

  /// An idiom by the parts of a bit for each four symbols in a row.
  ///
  /// - Parameter surprise: Told the four as one number, the earliest in its highest bits; answers
  ///   from 0 to 4095, so that no sixteenth costs more than 16 bits.
  package init(_ surprise: (Int) -> Int) {
    table = (0..<1 << ((Self.memory + 1) * Self.bitsOfSymbol)).map {
      UInt16(min(max(0, surprise($0)), Self.most))
    }
  }

  /// Three digits to the base of 16 hold a number up to this.
  private static let most = 4095
}

extension Idiom {
  /// The table as text: three digits to the base of 16 for each number, the first for whole bits and
  /// the others for parts of one, and thirty-two numbers a line.
  package var text: String {
    let digits = table.map { number in
      let digits = String(number, radix: 16, uppercase: true)
      return String(repeating: "0", count: 3 - digits.count) + digits
    }
    return stride(from: 0, to: digits.count, by: 32).map { digits[$0..<$0 + 32].joined() }
      .joined(separator: "\n")
  }

  /// An idiom from its ``text``; what is missing there costs nothing.
  package init(text: String) {
    var digits: [Int] = []
    digits.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(Int(byte - UInt8(ascii: "0")))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(Int(byte - UInt8(ascii: "A")) + 10)
      default: break
      }
    }
    self.init { place in
      guard 3 * place + 2 < digits.count else { return 0 }
      return digits[3 * place] << 8 | digits[3 * place + 1] << 4 | digits[3 * place + 2]
    }
  }
}

extension Voice.Role {
  /// The bit of a sixteenth's symbol that says whether such a voice sounds.
  var idiomBit: Int {
    switch self {
    case .low, .drone: 0
    case .backbeat, .melodic: 1
    case .timeline: 2
    }
  }
}
