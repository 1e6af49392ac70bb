import Testing

@testable import Music

@Suite struct FractionTests {
  private static let seeds = UInt64(1)...200

  @Test(arguments: [
    (Fraction(6, 8), 3, 4), (Fraction(-6, 8), -3, 4), (Fraction(0, 8), 0, 1), (Fraction(7), 7, 1),
    (Fraction(7, 7), 1, 1), (3, 3, 1), (Fraction(Int.max, Int.max), 1, 1),
    (Fraction(1, Int.max), 1, Int.max),
    (Fraction(Int.max - 1, 2), (Int.max - 1) / 2, 1),
  ])
  func `a fraction is in lowest terms`(fraction: Fraction, numerator: Int, denominator: Int) {
    #expect(fraction.numerator == numerator)
    #expect(fraction.denominator == denominator)
  }

  /// Law: `a + b == b + a`, `a * b == b * a`, and both are associative and distributive.
  @Test(arguments: seeds)
  func `sums and products may be taken in any order`(seed: UInt64) throws {
    let (a, b, c) = Fraction.three(seed)
    #expect(try a + b == b + a)
    #expect(try a * b == b * a)
    #expect(try (a + b) + c == a + (b + c))
    #expect(try (a * b) * c == a * (b * c))
    #expect(try a * (b + c) == a * b + a * c)
  }

  /// Law: `a - b + b == a`, and `a / b * b == a`.
  @Test(arguments: seeds)
  func `a difference and a quotient undo a sum and a product`(seed: UInt64) throws {
    let (a, b, _) = Fraction.three(seed)
    #expect(try a - b + b == a)
    #expect(try a - a == .zero)
    #expect(try a + 0 == a && a * 1 == a && a * 0 == 0)
    if b != 0 {
      #expect(try a / b * b == a)
      #expect(try b * b.reciprocal() == 1)
    }
  }

  /// Law: every result is in lowest terms, above a denominator above zero.
  @Test(arguments: seeds)
  func `every result is reduced`(seed: UInt64) throws {
    let (a, b, c) = Fraction.three(seed)
    for result in [try a + b, try b - c, try a * c, try c == 0 ? a : b / c] {
      #expect(result.denominator > 0)
      #expect(greatestCommonDivisor(result.numerator, result.denominator) == 1)
    }
  }

  /// Law: the order is that of the numbers, and a sum keeps it.
  @Test(arguments: seeds)
  func `the order is that of the numbers`(seed: UInt64) throws {
    let (a, b, c) = Fraction.three(seed)
    #expect((a < b) == (a.approximation < b.approximation))
    #expect((a == b) == (!(a < b) && !(b < a)))
    #expect(try (a < b) == (a + c < b + c))
    #expect(try a < b ? b - a > 0 : b - a <= 0)
  }

  /// Law: `floor <= a < floor + 1`, and so for the ceiling and for rounding.
  @Test(arguments: seeds)
  func `whole numbers lie beside a fraction`(seed: UInt64) throws {
    let (a, b, _) = Fraction.three(seed)
    #expect(Fraction(a.floor) <= a && a < Fraction(a.floor + 1))
    #expect(Fraction(a.ceiling) >= a && a > Fraction(a.ceiling - 1))
    #expect(try a.rounded() == (a + Fraction(1, 2)).floor)
    if b > 0 {
      let rest = try a.modulo(b)
      #expect(rest >= 0 && rest < b)
      #expect(try ((a - rest) / b).denominator == 1)
      let distance = try a.rounded(to: b) - a
      #expect(try distance * 2 <= b && distance * -2 < b)
    }
  }

  @Test(arguments: [
    (Fraction(1, 2), 0, 1, 1), (Fraction(-1, 2), -1, 0, 0), (Fraction(3, 2), 1, 2, 2),
    (Fraction(-3, 2), -2, -1, -1), (Fraction(1, 3), 0, 1, 0), (Fraction(-1, 3), -1, 0, 0),
    (5, 5, 5, 5),
    (-5, -5, -5, -5), (Fraction(Int.min), Int.min, Int.min, Int.min),
  ])
  func `a half is rounded up`(fraction: Fraction, floor: Int, ceiling: Int, rounded: Int) throws {
    #expect(fraction.floor == floor)
    #expect(fraction.ceiling == ceiling)
    if fraction.numerator != .min { #expect(try fraction.rounded() == rounded) }
  }

  @Test(arguments: [
    (Fraction(1, 2), Fraction(1, 3), Fraction(1)), (Fraction(1, 2), Fraction(1, 4), Fraction(1, 2)),
    (Fraction(3, 4), Fraction(7, 8), Fraction(21, 4)), (4, 6, 12), (1, 1, 1),
  ])
  func `the least common multiple is the first that both divide`(
    left: Fraction, right: Fraction, multiple: Fraction
  ) throws {
    #expect(try Fraction.leastCommonMultiple(left, right) == multiple)
    #expect(try Fraction.leastCommonMultiple(right, left) == multiple)
  }

  @Test(
    arguments: [
      ([Fraction(1, 2), Fraction(1, 3), Fraction(5, 4)], 12), ([], 1), ([3, 4], 1),
      ([Fraction(1, 7), Fraction(1, 7)], 7),
    ] as [([Fraction], Int)])
  func `a common denominator makes all times whole`(times: [Fraction], common: Int) throws {
    #expect(try Fraction.commonDenominator(of: times) == common)
    #expect(try Fraction.commonDenominator(of: times, most: common) == common)
    if common > 1 {
      #expect(throws: MusicError.tooFine) {
        try Fraction.commonDenominator(of: times, most: common - 1)
      }
    }
  }

  /// Law: the greatest common divisor is Euclid's.
  @Test(arguments: seeds)
  func `the greatest common divisor is the usual one`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let (a, b) = (Int.random(in: -10_000...10_000, using: &random), Int(random.next() >> 40))
    var (left, right) = (abs(a), b)
    while right != 0 { (left, right) = (right, left % right) }
    #expect(greatestCommonDivisor(a, b) == max(1, left))
    #expect(greatestCommonDivisor(b, a) == max(1, left))
  }

  @Test func `a fraction is printed with its line`() {
    #expect(Fraction(3, 8).description == "3/8")
    #expect(Fraction(-2).description == "-2/1")
    #expect(Fraction(3, 8).approximation == 0.375)
  }
}

@Suite struct FractionLimitTests {
  private static let extremes = [
    Int.min, Int.min + 1, -3_037_000_500, -2, -1, 0, 1, 2, 3, 3_037_000_500, Int.max - 1, Int.max,
  ]

  private static let fractions =
    extremes.map { Fraction($0) }
    + [1, -1, 2, Int.max - 1, 1 - Int.max].flatMap { numerator in
      [2, 3, Int.max - 2, Int.max].map { Fraction(numerator, $0) }
    } + [Fraction(reduced: .min, Int.max), Fraction(reduced: .min, 3)]

  /// Law: a whole result is exact, or an error where 64 bits do not hold it.
  @Test(arguments: extremes, extremes)
  func `whole numbers are exact up to the limit`(left: Int, right: Int) {
    let (a, b) = (Fraction(left), Fraction(right))
    let sum = Int(exactly: Int128(left) + Int128(right))
    let product = Int(exactly: Int128(left) * Int128(right))
    #expect(exactly { () throws(MusicError) in try a + b } == sum)
    #expect(exactly { () throws(MusicError) in try a * b } == product)
    if right != .min {
      let difference = Int(exactly: Int128(left) - Int128(right))
      #expect(exactly { () throws(MusicError) in try a - b } == difference)
    }
  }

  /// Law: a result is exact or an error, whatever the operands; nothing traps.
  @Test(arguments: fractions)
  func `fractions at the limit are exact or refused`(left: Fraction) {
    for right in Self.fractions {
      let (a, b) = (Wide(left), Wide(right))
      if let sum = try? left + right { #expect(Wide(sum).equals(a, plus: b)) }
      if let difference = try? left - right { #expect(Wide(difference).equals(a, plus: -b)) }
      if let product = try? left * right { #expect(Wide(product).equals(a, times: b)) }
      if right != 0, let quotient = try? left / right {
        #expect(Wide(quotient).equals(a, times: b.reciprocal))
      }
      #expect((left < right) == (a.numerator * b.denominator < b.numerator * a.denominator))
    }
    _ = try? left.rounded()
    _ = try? left.modulo(Fraction(1, 3))
    _ = try? left.rounded(to: Fraction(Int.max, 2))
    #expect(Int128(left.floor) * Wide(left).denominator <= Wide(left).numerator)
    #expect(Int128(left.ceiling) * Wide(left).denominator >= Wide(left).numerator)
  }

  @Test func `what does not fit is too fine`() {
    let (greatest, least) = (Fraction(Int.max), Fraction(Int.min))
    let finest = Fraction(1, Int.max)
    #expect(throws: MusicError.tooFine) { try greatest + 1 }
    #expect(throws: MusicError.tooFine) { try least - 1 }
    #expect(throws: MusicError.tooFine) { try 0 - least }
    #expect(throws: MusicError.tooFine) { try least * -1 }
    #expect(throws: MusicError.tooFine) { try least / -1 }
    #expect(throws: MusicError.tooFine) { try least.reciprocal() }
    #expect(throws: MusicError.tooFine) { try finest * Fraction(1, 2) }
    #expect(throws: MusicError.tooFine) { try finest + Fraction(1, Int.max - 1) }
    #expect(throws: MusicError.tooFine) { try finest / 2 }
    #expect(throws: MusicError.tooFine) { try greatest / Fraction(1, 2) }
    #expect(throws: MusicError.tooFine) { try Fraction.leastCommonMultiple(greatest, 2) }
    #expect(throws: MusicError.tooFine) { try (greatest - finest).rounded() }
  }

  private func exactly(_ result: () throws(MusicError) -> Fraction) -> Int? {
    do { return try result().numerator } catch { return nil }
  }
}

/// A fraction with room for the products of two.
private struct Wide {
  let numerator: Int128
  let denominator: Int128

  init(_ numerator: Int128, _ denominator: Int128) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  init(_ fraction: Fraction) {
    self.init(Int128(fraction.numerator), Int128(fraction.denominator))
  }

  var reciprocal: Wide {
    numerator < 0 ? Wide(-denominator, -numerator) : Wide(denominator, numerator)
  }

  static prefix func - (wide: Wide) -> Wide { Wide(-wide.numerator, wide.denominator) }

  func equals(_ left: Wide, times right: Wide) -> Bool {
    let (above, below) = (left.numerator * right.numerator, left.denominator * right.denominator)
    return above.isMultiple(of: numerator == 0 ? 1 : numerator)
      && (numerator == 0 ? above == 0 : above / numerator * denominator == below)
  }

  func equals(_ left: Wide, plus right: Wide) -> Bool {
    let (quotient, rest) = (left.denominator * right.denominator).quotientAndRemainder(
      dividingBy: denominator)
    let (sum, overflows) = (left.numerator * right.denominator).addingReportingOverflow(
      right.numerator * left.denominator)
    return rest == 0 && !overflows && sum == numerator * quotient
  }
}

extension Fraction {
  /// Three fractions of at most 999 over 360.
  fileprivate static func three(_ seed: UInt64) -> (Fraction, Fraction, Fraction) {
    var random = SplitMix64(seed: seed)
    func one() -> Fraction {
      Fraction(Int.random(in: -999...999, using: &random), Int.random(in: 1...360, using: &random))
    }
    return (one(), one(), one())
  }
}
