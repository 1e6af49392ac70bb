extension Double {
  /// Seconds as milliseconds with one decimal.
  var milliseconds: String { (self * 1000).tenths }

  /// The number with one decimal.
  var tenths: String { "\((self * 10).rounded() / 10)" }

  /// The number with two decimals.
  var hundredths: String { "\((self * 100).rounded() / 100)" }
}
