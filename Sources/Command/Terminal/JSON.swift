import FoundationEssentials
import Music

/// Values as JSON, the keys in order of the alphabet.
enum JSON {
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// A value of a pattern: a number as a number, anything else as text.
struct EncodedValue: Encodable {
  let value: Value

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    guard let number = value.number else { return try container.encode(value.description) }
    if number.denominator == 1 {
      try container.encode(number.numerator)
    } else {
      try container.encode(number.approximation)
    }
  }
}
