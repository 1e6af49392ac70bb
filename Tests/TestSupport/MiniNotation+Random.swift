/// Random texts of the mini-notation, every construct in them.
public enum MiniNotation {
  /// A text that can be read, at most some levels deep.
  public static func random(
    using random: inout some RandomNumberGenerator, depth: Int = 3
  ) -> String {
    let separators = [" ", " ", " ", ", ", " | ", " . "]
    let separator = separators.randomElement(using: &random) ?? " "
    let count = separator == " " ? 1 : Int.random(in: 2...3, using: &random)
    return (0..<count).map { _ in sequence(using: &random, depth: depth) }
      .joined(separator: separator)
  }

  private static func sequence(
    using random: inout some RandomNumberGenerator, depth: Int
  ) -> String {
    (0..<Int.random(in: 1...3, using: &random))
      .map { _ in element(using: &random, depth: depth) }.joined(separator: " ")
  }

  private static func element(
    using random: inout some RandomNumberGenerator, depth: Int
  ) -> String {
    let slice = slice(using: &random, depth: depth)
    let small = Int.random(in: 1...4, using: &random)
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return "\(slice)*\(small)"
    case 1: return "\(slice)/\(small)"
    case 2: return "\(slice)@\(small)"
    case 3: return "\(slice)!\(small)"
    case 4: return "\(slice)?"
    case 5: return "\(slice)(\(small),\(Int.random(in: small...8, using: &random)),\(small))"
    case 6: return "\(slice)*<\(small) 1.5>"
    case 7: return "\(slice)/1.5"
    case 8: return "\(slice)(<1 3>,8,<0 2>)"
    case 9: return "\(small) .. <2 0>"
    case 10: return "\(slice):<1 \(small)>"
    case 11: return "\(slice) _"
    default: return slice
    }
  }

  private static func slice(
    using random: inout some RandomNumberGenerator, depth: Int
  ) -> String {
    let atoms = ["bd", "sn", "hh", "~", "0", "2", "-1.5", "қобыз"]
    guard depth > 0 else { return atoms.randomElement(using: &random) ?? "bd" }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "[\(self.random(using: &random, depth: depth - 1))]"
    case 1: return "<\(sequence(using: &random, depth: depth - 1))>"
    case 2:
      let rows = [sequence(using: &random, depth: depth - 1), sequence(using: &random, depth: 0)]
      return "{\(rows.joined(separator: ", "))}"
    case 3:
      return
        "{\(sequence(using: &random, depth: depth - 1))}%\(Int.random(in: 1...5, using: &random))"
    default: return atoms.randomElement(using: &random) ?? "bd"
    }
  }
}
