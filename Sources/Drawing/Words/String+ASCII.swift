extension String {
  /// The text in ASCII: Latin letters without their marks, and a question mark for any other.
  package var inASCII: String {
    unicodeScalars.map(\.inASCII).joined()
  }
}

extension Unicode.Scalar {
  fileprivate var inASCII: String {
    if isASCII { return String(self) }
    switch self {
    case "–", "—", "‑", "−": return "-"
    case "‘", "’", "ʼ": return "'"
    case "“", "”", "«", "»": return "\""
    case "…": return "..."
    case "×": return "x"
    case "→": return "->"
    case "↔": return "<->"
    case "\u{A0}", "\u{2009}", "\u{202F}": return " "
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ""
    default: return latinLetter ?? "?"
    }
  }

  /// The letter without its mark, told by the character's own name in Unicode.
  private var latinLetter: String? {
    guard let name = properties.name else { return nil }
    for (beginning, isCapital) in [("LATIN SMALL LETTER ", false), ("LATIN CAPITAL LETTER ", true)]
    where name.hasPrefix(beginning) {
      let letter = name.dropFirst(beginning.count).prefix { $0 != " " }
      guard letter.count == 1 else { return nil }
      return isCapital ? String(letter) : letter.lowercased()
    }
    return nil
  }
}
