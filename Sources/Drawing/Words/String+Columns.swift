extension String {
  /// How many columns of a terminal the text takes, or a few more.
  ///
  /// A character of East Asian writing takes two, a mark that is set above or below another none.
  package var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

  /// How many columns the text takes when its colours are left out.
  var inkedColumns: Int {
    split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().reduce(0) {
      sum, piece in
      let seen = piece.offset == 0 ? piece.element : piece.element.drop { $0 != "m" }.dropFirst()
      return sum + String(seen).columns
    }
  }

  /// The text, or its beginning and a mark that there is more, in so many columns.
  package func cut(to columns: Int, mark: Character = "…") -> String {
    guard self.columns > columns else { return self }
    var (text, width) = ("", 1)
    for character in self {
      width += String(character).columns
      guard width <= columns else { break }
      text.append(character)
    }
    return columns > 0 ? text + String(mark) : ""
  }

  /// The text with blanks behind it up to a width in columns.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - self.columns))
  }

  /// The text without blanks at its end.
  var withoutTrailingBlanks: String {
    let end = lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex
    return String(self[..<end])
  }

  /// The text in lines of a width, broken at blanks; a word that is too long is broken in itself.
  package func wrapped(to columns: Int) -> [String] {
    var lines: [String] = []
    var (line, width) = ("", 0)
    for word in split(separator: " ") {
      let size = String(word).columns
      if width > 0, width + 1 + size <= columns {
        line += " " + word
        width += 1 + size
        continue
      }
      if width > 0 { lines.append(line) }
      (line, width) = ("", 0)
      for character in word {
        let size = String(character).columns
        if width > 0, width + size > columns {
          lines.append(line)
          (line, width) = ("", 0)
        }
        line.append(character)
        width += size
      }
    }
    return width > 0 ? lines + [line] : lines
  }
}

extension Unicode.Scalar {
  /// Source: Unicode Standard Annex 11, *East Asian Width*, the blocks whose letters are wide.
  fileprivate var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
