/// The natural logarithm of a number above zero, the same on every machine.
///
/// A mathematics library may round its last digit in one way or another; sums and products of binary
/// numbers have one result everywhere.
///
/// Method: ln(m 2ᵉ) = 2 artanh((m − 1) / (m + 1)) + e ln 2 for m between √½ and √2.
///
/// Source: M. Abramowitz and I. A. Stegun, *Handbook of Mathematical Functions* (1964), 4.1.27.
func naturalLogarithm(_ number: Double) -> Double {
  precondition(number > 0 && number.isFinite, "a logarithm is of a number above zero")
  var (part, exponent) = (number.significand, Double(number.exponent))
  if part > 1.4142135623730951 {
    part /= 2
    exponent += 1
  }
  let z = (part - 1) / (part + 1)
  var (power, sum) = (z, 0.0)
  for odd in stride(from: 1.0, through: 23, by: 2) {
    sum += power / odd
    power *= z * z
  }
  return 2 * sum + exponent * 0.6931471805599453
}

/// e to the power of a number, the same on every machine.
///
/// Method: the power series of e to the rest that is left when the number is divided by ln 2.
///
/// Source: M. Abramowitz and I. A. Stegun, *Handbook of Mathematical Functions* (1964), 4.2.1.
func exponential(_ number: Double) -> Double {
  let bounded = min(max(number, -700), 700)
  let twos = (bounded / 0.6931471805599453).rounded()
  let rest = bounded - twos * 0.6931471805599453
  var (term, sum) = (1.0, 1.0)
  for index in 1...18 {
    term *= rest / Double(index)
    sum += term
  }
  return Double(sign: .plus, exponent: Int(twos), significand: sum)
}
