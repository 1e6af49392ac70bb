/// What an event of a pattern says: a name, a number, or several of them.
public enum Value: Hashable, Sendable {
  /// A name of a voice, a note or anything else.
  case word(String)
  /// An exact number.
  case number(Fraction)
  /// A name and its variants: `bd:3`.
  case list([Value])

  /// The number, where it is one.
  @inlinable
  public var number: Fraction? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The name or number in front, without its variants.
  public var head: Value {
    if case .list(let values) = self, let first = values.first { first.head } else { self }
  }

  /// This value with one more variant behind it.
  public func indexed(by other: Value) -> Value {
    .list(members + other.members)
  }

  private var members: [Value] {
    if case .list(let values) = self { values } else { [self] }
  }
}

extension Value: CustomStringConvertible {
  /// The value as the mini-notation writes it; a number that has no finite decimal as a fraction.
  public var description: String {
    switch self {
    case .word(let word): word
    case .number(let number): number.decimal
    case .list(let values): values.map(\.description).joined(separator: ":")
    }
  }
}

extension Fraction {
  /// The number as a decimal where it has a finite one of at most 18 digits, else as a fraction.
  public var decimal: String {
    var (scale, places) = (1, 0)
    while scale % denominator != 0 {
      let (next, overflows) = scale.multipliedReportingOverflow(by: 10)
      guard !overflows else { return description }
      (scale, places) = (next, places + 1)
    }
    let (digits, overflows) = numerator.magnitude.multipliedReportingOverflow(
      by: UInt(scale / denominator))
    guard !overflows else { return description }
    let sign = numerator < 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(digits)" }
    let text =
      String(repeating: "0", count: max(0, places + 1 - String(digits).count)) + "\(digits)"
    return "\(sign)\(text.dropLast(places)).\(text.suffix(places))"
  }
}
