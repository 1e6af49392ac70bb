import Music

extension ScoreReader {
  /// A text between `"` and `"` on one line, or between two backticks on one or more.
  ///
  /// In `"…"`, `\"` is a quotation mark, `\\` a backslash and `\n` the end of a line.
  mutating func text() throws(NotationError) -> String {
    let start = cursor.offset
    let quote = cursor.peek() ?? "\""
    cursor.advance()
    var text = ""
    while let next = cursor.peek() {
      if next.isNewline, quote == "\"" { break }
      cursor.advance()
      if next == quote { return text }
      if next == "\\", quote == "\"", let escaped = cursor.peek(), "\"\\n".contains(escaped) {
        cursor.advance()
        text.append(escaped == "n" ? "\n" : escaped)
      } else {
        text.append(next)
      }
    }
    throw cursor.error(.unclosed(quote), at: start)
  }

  /// A number: `7`, `-0.5`, `.5`, `54%`, `1/8`.
  mutating func number() throws(NotationError) -> Expression.Numeral {
    let start = cursor.offset
    _ = cursor.take("-")
    let digits = cursor.take(while: \.isDecimalDigit)
    if cursor.peek() == "/", cursor.peek(1)?.isDecimalDigit == true, !digits.isEmpty {
      cursor.advance()
      let below = cursor.take(while: \.isDecimalDigit)
      let written = cursor.source.text(in: start..<cursor.offset)
      guard let above = Int(digits), let below = Int(below) else {
        throw cursor.error(.badNumber(written), at: start)
      }
      guard below > 0 else { throw cursor.error(.dividedByZero, at: start) }
      let isNegative = cursor.source.characters[start] == "-"
      return .init(Fraction(isNegative ? -above : above, below), .ratio)
    }
    if cursor.peek() == ".", cursor.peek(1)?.isDecimalDigit == true {
      cursor.advance()
      _ = cursor.take(while: \.isDecimalDigit)
    }
    let written = cursor.source.text(in: start..<cursor.offset)
    guard case .number(let value) = Decimal.read(written) else {
      let isNumber = written.contains(where: \.isDecimalDigit)
      throw cursor.error(
        isNumber ? .badNumber(written) : .unexpectedInScore(written.first ?? "."), at: start)
    }
    guard cursor.take("%") else { return .init(value) }
    guard let share = try? value / 100 else { throw cursor.error(.badNumber(written), at: start) }
    return .init(share, .percent)
  }
}
