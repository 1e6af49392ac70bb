/// An exact rational number: the time of everything until the last step.
///
/// Always in lowest terms with a denominator above zero, so that equal numbers are equal values.
/// Arithmetic that would not fit throws ``MusicError/tooFine``; nothing is ever rounded silently.
///
///     try Fraction(1, 3) + Fraction(1, 6)  // 1/2
///
/// The greatest common divisors make each operation O(log of the smaller number).
@frozen
public struct Fraction: Hashable, Sendable {
  /// The number above the line; it carries the sign.
  public let numerator: Int

  /// The number below the line; always above zero.
  public let denominator: Int

  /// A fraction that is already in lowest terms.
  @inlinable
  init(reduced numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A whole number.
  @inlinable
  public init(_ whole: Int) {
    self.init(reduced: whole, 1)
  }

  /// A ratio of two whole numbers, reduced to lowest terms.
  ///
  /// - Precondition: The denominator is above zero, and the numerator is not `Int.min`.
  @inlinable
  public init(_ numerator: Int, _ denominator: Int) {
    precondition(denominator > 0, "a fraction needs a denominator above zero")
    let divisor = greatestCommonDivisor(numerator, denominator)
    self.init(reduced: numerator / divisor, denominator / divisor)
  }

  /// Zero.
  public static let zero = Fraction(0)

  /// One.
  public static let one = Fraction(1)
}

extension Fraction: ExpressibleByIntegerLiteral {
  /// A whole number written in the source.
  @inlinable
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Fraction: Comparable {
  /// Compares exactly; the products are taken at double width where they must be.
  @inlinable
  public static func < (left: Fraction, right: Fraction) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let (a, aOverflows) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (b, bOverflows) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    if !aOverflows && !bOverflows { return a < b }
    return left.numerator.multipliedFullWidth(by: right.denominator)
      < right.numerator.multipliedFullWidth(by: left.denominator)
  }
}

extension Fraction {
  /// The sum.
  ///
  /// Method: D. E. Knuth, *The Art of Computer Programming* 2, 4.5.1, which keeps the
  /// intermediate numbers small.
  @inlinable
  public static func + (left: Fraction, right: Fraction) throws(MusicError) -> Fraction {
    // A whole number added to a fraction in lowest terms leaves it in lowest terms.
    if right.denominator == 1 { return try left.plus(right.numerator) }
    if left.denominator == 1 { return try right.plus(left.numerator) }
    let common = greatestCommonDivisor(left.denominator, right.denominator)
    let leftShare = left.denominator / common
    let a = try fit(
      left.numerator.multipliedReportingOverflow(by: right.denominator / common))
    let b = try fit(right.numerator.multipliedReportingOverflow(by: leftShare))
    let sum = try fit(a.addingReportingOverflow(b))
    let rest = common == 1 ? 1 : greatestCommonDivisor(sum, common)
    let denominator = try fit(
      leftShare.multipliedReportingOverflow(by: right.denominator / rest))
    return Fraction(reduced: sum / rest, denominator)
  }

  @inlinable @inline(__always)
  func plus(_ whole: Int) throws(MusicError) -> Fraction {
    let product = try fit(whole.multipliedReportingOverflow(by: denominator))
    return Fraction(
      reduced: try fit(numerator.addingReportingOverflow(product)), denominator)
  }

  /// The difference.
  @inlinable
  public static func - (left: Fraction, right: Fraction) throws(MusicError) -> Fraction {
    try left
      + Fraction(
        reduced: fit((0 as Int).subtractingReportingOverflow(right.numerator)), right.denominator)
  }

  /// The product.
  @inlinable
  public static func * (left: Fraction, right: Fraction) throws(MusicError) -> Fraction {
    let a = left.denominator == 1 ? 1 : greatestCommonDivisor(right.numerator, left.denominator)
    let b = right.denominator == 1 ? 1 : greatestCommonDivisor(left.numerator, right.denominator)
    return Fraction(
      reduced: try fit(
        (left.numerator / b).multipliedReportingOverflow(by: right.numerator / a)),
      try fit((left.denominator / a).multipliedReportingOverflow(by: right.denominator / b)))
  }

  /// The quotient.
  ///
  /// - Precondition: The divisor is not zero.
  @inlinable
  public static func / (left: Fraction, right: Fraction) throws(MusicError) -> Fraction {
    try left * right.reciprocal()
  }

  /// One divided by this number.
  ///
  /// - Precondition: The number is not zero.
  @inlinable
  public func reciprocal() throws(MusicError) -> Fraction {
    precondition(numerator != 0, "zero has no reciprocal")
    if numerator > 0 { return Fraction(reduced: denominator, numerator) }
    return Fraction(
      reduced: -denominator, try fit((0 as Int).subtractingReportingOverflow(numerator)))
  }

  /// The greatest whole number that is not above this one.
  @inlinable
  public var floor: Int {
    if denominator == 1 { return numerator }
    let quotient = numerator / denominator
    return numerator < 0 ? quotient - 1 : quotient
  }

  /// The least whole number that is not below this one.
  @inlinable
  public var ceiling: Int {
    if denominator == 1 { return numerator }
    let quotient = numerator / denominator
    return numerator < 0 ? quotient : quotient + 1
  }

  /// The nearest whole number; a half goes up.
  public func rounded() throws(MusicError) -> Int {
    try (self + Fraction(1, 2)).floor
  }

  /// The nearest multiple of a step; a half goes up.
  ///
  /// - Precondition: The step is above zero.
  public func rounded(to step: Fraction) throws(MusicError) -> Fraction {
    try Fraction((self / step).rounded()) * step
  }

  /// What is left after whole multiples of a length are taken away: from zero up to the length.
  ///
  /// - Precondition: The length is above zero.
  public func modulo(_ length: Fraction) throws(MusicError) -> Fraction {
    try self - Fraction((self / length).floor) * length
  }

  /// A binary number near by, for output and for keys of an order; never for time.
  public var approximation: Double {
    Double(numerator) / Double(denominator)
  }
}

extension Fraction {
  /// The least positive number that both lengths divide.
  ///
  /// - Precondition: Both are above zero.
  public static func leastCommonMultiple(
    _ left: Fraction, _ right: Fraction
  ) throws(MusicError) -> Fraction {
    let denominator = greatestCommonDivisor(left.denominator, right.denominator)
    let numerator = try leastCommonMultiple(left.numerator, right.numerator)
    return Fraction(numerator, denominator)
  }

  /// The least whole number that makes whole numbers of all times when it multiplies them.
  ///
  /// - Throws: ``MusicError/tooFine`` where it is above a limit.
  /// - Complexity: O(n) for n times.
  @inlinable
  public static func commonDenominator(
    of times: some Sequence<Fraction>, most limit: Int = .max
  ) throws(MusicError) -> Int {
    var common = 1
    for time in times where common % time.denominator != 0 {
      common = try leastCommonMultiple(common, time.denominator)
      guard common <= limit else { throw .tooFine }
    }
    return common
  }

  /// The least positive whole number that both divide.
  ///
  /// - Precondition: Both are above zero.
  public static func leastCommonMultiple(_ left: Int, _ right: Int) throws(MusicError) -> Int {
    let share = left / greatestCommonDivisor(left, right)
    return try fit(share.multipliedReportingOverflow(by: right))
  }
}

extension Fraction: CustomStringConvertible {
  /// The fraction with its line, such as `3/8` or `2/1`.
  public var description: String { "\(numerator)/\(denominator)" }
}

/// The whole result of an operation, or the error that it does not fit.
@inlinable @inline(__always)
func fit(_ result: (partialValue: Int, overflow: Bool)) throws(MusicError) -> Int {
  guard !result.overflow else { throw .tooFine }
  return result.partialValue
}

/// The greatest whole number that divides both; at least 1.
///
/// Method: J. Stein's binary algorithm, *Journal of Computational Physics* 1 (1967), 397–405.
@inlinable
func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  var a = left.magnitude
  var b = right.magnitude
  if a == 0 { return max(1, Int(b)) }
  if b == 0 { return max(1, Int(a)) }
  let twos = min(a.trailingZeroBitCount, b.trailingZeroBitCount)
  a >>= UInt(truncatingIfNeeded: a.trailingZeroBitCount)
  while b != 0 {
    b >>= UInt(truncatingIfNeeded: b.trailingZeroBitCount)
    if a > b { swap(&a, &b) }
    b -= a
  }
  return Int(a << UInt(truncatingIfNeeded: twos))
}
