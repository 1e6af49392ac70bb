/// A place in a text that moves from left to right: what every reader shares.
struct Cursor {
  let source: SourceText
  private(set) var offset: Int
  let end: Int

  /// A cursor at the beginning of a part of a text.
  init(_ source: SourceText, in range: Range<Int>? = nil) {
    self.source = source
    offset = range?.lowerBound ?? 0
    end = range?.upperBound ?? source.characters.count
  }

  var isAtEnd: Bool { offset == end }

  /// The next character, or the one some places behind it; nothing past the end.
  func peek(_ ahead: Int = 0) -> Character? {
    offset + ahead < end ? source.characters[offset + ahead] : nil
  }

  /// The ASCII code of the next character, or ``SourceText/noCode``; nothing past the end.
  func peekCode() -> UInt8? {
    offset < end ? source.codes[offset] : nil
  }

  mutating func advance(by count: Int = 1) {
    offset = min(end, offset + count)
  }

  /// Moves past the next character if it is this one.
  mutating func take(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    advance()
    return true
  }

  /// Moves past all characters that fit, and returns them.
  mutating func take(while fits: (Character) -> Bool) -> String {
    let start = offset
    while let next = peek(), fits(next) { advance() }
    return source.text(in: start..<offset)
  }

  /// Moves past the label of a line, which ends at a blank, a bar line or a quotation mark, and
  /// returns it.
  mutating func takeLabel() -> String {
    let start = offset
    while offset < end, !source.isBlank(at: offset), source.codes[offset] != UInt8(ascii: "|"),
      source.codes[offset] != UInt8(ascii: "\"")
    {
      offset += 1
    }
    return source.text(in: start..<offset)
  }

  /// Moves past blanks; whether there were any.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = offset
    // Without peek and advance: with them the optimizer of Swift 6.3.1 lets callers see the offset
    // from before.
    while offset < end, source.isBlank(at: offset) { offset += 1 }
    return offset > start
  }

  /// A fault at the next character, or at another.
  func error(_ fault: NotationError.Fault, at place: Int? = nil) -> NotationError {
    NotationError(fault, at: place ?? offset, of: source)
  }
}

extension Character {
  /// Whether it separates steps: a space, a tab, a newline or a no-break space.
  var isBlank: Bool { self == " " || self == "\t" || self == "\u{A0}" || isNewline }

  /// Whether it is one of 0 to 9.
  var isDecimalDigit: Bool { isASCII && isNumber }
}
