import Music

/// An exact number as the notations write it: `60`, `-12.5`, `1e3`, `.5`, `5.`, `007`.
enum Decimal {
  /// What came of reading a text as a number.
  enum Reading {
    case number(Fraction)
    case notANumber
    case tooLarge
  }

  /// Reads a whole text.
  static func read(_ text: String) -> Reading {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    let whole = rest.takeDigits()
    var decimals = Substring()
    if rest.first == "." {
      rest.removeFirst()
      decimals = rest.takeDigits()
    }
    guard !(whole.isEmpty && decimals.isEmpty) else { return .notANumber }
    var exponent = 0
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      let isSmall = rest.first == "-"
      if isSmall || rest.first == "+" { rest.removeFirst() }
      let digits = rest.takeDigits()
      guard !digits.isEmpty else { return .notANumber }
      guard let size = Int(digits), size <= 18 else {
        return rest.isEmpty ? .tooLarge : .notANumber
      }
      exponent = isSmall ? -size : size
    }
    guard rest.isEmpty else { return .notANumber }
    guard let digits = Int(whole + decimals), exponent - decimals.count >= -18 else {
      return .tooLarge
    }
    let places = exponent - decimals.count
    let scale = Fraction(Int((0..<abs(places)).reduce(into: 1) { power, _ in power *= 10 }))
    let value = Fraction(isNegative ? -digits : digits)
    guard let number = try? places < 0 ? value / scale : value * scale else { return .tooLarge }
    return .number(number)
  }
}

extension Substring {
  fileprivate mutating func takeDigits() -> Substring {
    let digits = prefix(while: \.isDecimalDigit)
    removeFirst(digits.count)
    return digits
  }
}
