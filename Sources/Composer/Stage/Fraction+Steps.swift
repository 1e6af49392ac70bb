import Music

extension Fraction {
  /// How many steps of a whole are nearest to a number; a half goes up.
  ///
  /// It cannot fail, however fine the number is.
  ///
  /// - Precondition: The number is from 0 to 2²⁰, and there are at most 2²⁰ steps.
  func steps(_ stepsPerWhole: Int) -> Int {
    precondition(self >= 0 && self <= Fraction(1 << 20), "the number is in its range")
    let product = numerator.multipliedFullWidth(by: 2 * stepsPerWhole)
    return (denominator.dividingFullWidth(product).quotient + 1) / 2
  }
}
