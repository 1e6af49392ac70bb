extension Duration {
  /// Seconds with microseconds, such as `1.500000`.
  var inSeconds: String {
    let microseconds =
      Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    let digits = String(abs(microseconds) % 1_000_000)
    let zeros = String(repeating: "0", count: 6 - digits.count)
    return "\(microseconds < 0 ? "-" : "")\(abs(microseconds) / 1_000_000).\(zeros)\(digits)"
  }
}
