import Testing

@testable import Composer

@Suite struct NaturalLogarithmTests {
  /// Values of printed tables.
  @Test(arguments: [
    (1.0, 0.0), (2, 0.6931471805599453), (10, 2.302585092994046), (0.5, -0.6931471805599453),
    (2.718281828459045, 1), (1e-16, -36.841361487904734), (1.5, 0.4054651081081644),
    (0.9999999999999999, -1.1102230246251565e-16), (0x1p-53, -36.7368005696771),
  ])
  func `logarithms are the known ones`(number: Double, logarithm: Double) {
    #expect(abs(naturalLogarithm(number) - logarithm) <= 1e-15 * max(1, abs(logarithm)))
  }

  /// Law: e to the logarithm of a number is the number.
  @Test(arguments: Array(stride(from: -40.0, through: 40, by: 0.37)))
  func `the exponential undoes the logarithm`(number: Double) {
    #expect(abs(naturalLogarithm(exponential(number)) - number) < 1e-13)
  }

  @Test(arguments: [
    (0.0, 1.0), (1, 2.718281828459045), (-1, 0.36787944117144233), (0.5, 1.6487212707001282),
  ])
  func `exponentials are the known ones`(number: Double, power: Double) {
    #expect(abs(exponential(number) - power) < 1e-15 * max(1, power))
  }
}
