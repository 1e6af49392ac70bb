import Music

/// Reads a score from left to right, with one method for each rule of its grammar.
///
///     score      = { statement }                          one a line
///     statement  = "let" name "=" expression | name ":" expression | expression
///     expression = name "=>" expression | primary { "." name arguments }
///     primary    = number | text | list | name [ arguments ] | "(" expression ")"
///     list       = "[" [ expression { "," expression } [ "," ] ] "]"
///     arguments  = "(" [ argument { "," argument } [ "," ] ] ")"
///     argument   = [ name ":" ] expression
///
/// A line ends its statement, but for inside brackets and before a line that begins with a dot.
/// Numbers and texts are read in `ScoreReader+Literals`.
struct ScoreReader {
  var cursor: Cursor
  /// The faults so far: after each the reader goes on with the next statement.
  private var faults: [NotationError] = []
  /// How many brackets and links of chains are open.
  private var depth = 0

  init(_ source: SourceText) {
    cursor = Cursor(source)
  }

  /// The whole text: its statements, and what is wrong with the others.
  mutating func read() -> (Score, [NotationError]) {
    var score = Score()
    skipLines()
    while !cursor.isAtEnd, faults.count < Bounds.faults {
      do throws(NotationError) {
        score.statements.append(try statement())
        try endStatement()
      } catch {
        faults.append(error)
        depth = 0
        skipStatement()
      }
      skipLines()
    }
    return (score, faults)
  }

  /// A text that is one expression and nothing else.
  mutating func only() throws(NotationError) -> Expression {
    skipLines()
    let value = try expression()
    skipLines()
    guard let next = cursor.peek() else { return value }
    throw cursor.error(.unexpectedInScore(next))
  }

  // MARK: Statements

  private mutating func statement() throws(NotationError) -> Score.Statement {
    let start = cursor.offset
    if let word = nameAhead() {
      let place = Place(start: start, length: word.count)
      if word == "let" { return try definition() }
      var look = cursor
      look.advance(by: word.count)
      Self.skipSpaces(&look)
      if look.peek() == ":" {
        look.advance()
        cursor = look
        skipLines()
        return Score.Statement(.track(word, try expression()), at: place)
      }
    }
    let value = try expression()
    return Score.Statement(.remark(value), at: value.place)
  }

  private mutating func definition() throws(NotationError) -> Score.Statement {
    cursor.advance(by: 3)
    Self.skipSpaces(&cursor)
    let start = cursor.offset
    guard let name = takeName() else { throw cursor.error(.missingName) }
    Self.skipSpaces(&cursor)
    guard cursor.take("=") else { throw cursor.error(.missingSign("=")) }
    skipLines()
    return Score.Statement(
      .definition(name, try expression()), at: Place(start: start, length: name.count))
  }

  private mutating func endStatement() throws(NotationError) {
    Self.skipSpaces(&cursor)
    if skipComment() || cursor.isAtEnd || isAtNewline { return }
    guard let next = cursor.peek() else { return }
    if next == ")" || next == "]" { throw cursor.error(.notOpened(next)) }
    throw cursor.error(next == ";" ? .semicolon : .unexpectedInScore(next))
  }

  /// Moves to the line on which the next statement may begin: one that is not indented.
  private mutating func skipStatement() {
    repeat {
      while !cursor.isAtEnd, !isAtNewline { cursor.advance() }
      cursor.advance()
    } while !cursor.isAtEnd && !(nameAhead() != nil || cursor.peek() == "/")
  }

  // MARK: Expressions

  mutating func expression() throws(NotationError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Bounds.nesting else { throw cursor.error(.tooDeep(limit: Bounds.nesting)) }
    let start = cursor.offset
    if let word = nameAhead() {
      var look = cursor
      look.advance(by: word.count)
      Self.skipSpaces(&look)
      if look.peek() == "=", look.peek(1) == ">" {
        look.advance(by: 2)
        cursor = look
        skipLines()
        let body = try expression()
        return Expression(.function(parameter: word, body: body), at: place(from: start))
      }
    }
    return try chain(behind: try primary(), from: start)
  }

  private mutating func chain(
    behind first: Expression, from start: Int
  ) throws(NotationError) -> Expression {
    var value = first
    var links = 0
    while leadsOn() {
      cursor.advance()
      skipLines()
      let wordStart = cursor.offset
      guard let word = takeName() else { throw cursor.error(.missingName) }
      links += 1
      guard links + depth <= Bounds.nesting else {
        throw cursor.error(.tooDeep(limit: Bounds.nesting), at: wordStart)
      }
      let wordPlace = place(from: wordStart)
      let arguments = cursor.peek() == "(" ? try arguments() : []
      value = Expression(
        .call(.init(word, arguments, of: value, at: wordPlace)), at: place(from: start))
    }
    return value
  }

  /// Whether a dot follows, on this line or at the beginning of the next that says anything.
  private mutating func leadsOn() -> Bool {
    if cursor.peek() == "." { return true }
    let here = cursor
    skipLines()
    if cursor.peek() == "." { return true }
    cursor = here
    return false
  }

  private mutating func primary() throws(NotationError) -> Expression {
    let start = cursor.offset
    guard let next = cursor.peek() else { throw cursor.error(.missingExpression) }
    switch next {
    case "\"", "`": return Expression(.text(try text()), at: place(from: start))
    case "[":
      let items = try bracketed(by: "]") { reader throws(NotationError) in
        try reader.expression()
      }
      return Expression(.list(items), at: place(from: start))
    case "(":
      let items = try bracketed(by: ")") { reader throws(NotationError) in
        try reader.expression()
      }
      guard let only = items.first, items.count == 1 else {
        throw cursor.error(.missingExpression, at: start)
      }
      return only
    case "-", "0"..."9", ".": return Expression(.number(try number()), at: place(from: start))
    default: return try word()
    }
  }

  private mutating func word() throws(NotationError) -> Expression {
    let start = cursor.offset
    guard let name = takeName() else {
      let next = cursor.peek() ?? " "
      if next == "'" { throw cursor.error(.singleQuote) }
      if next.isNewline { throw cursor.error(.missingExpression) }
      throw cursor.error(")]".contains(next) ? .notOpened(next) : .unexpectedInScore(next))
    }
    let wordPlace = place(from: start)
    guard cursor.peek() == "(" else { return Expression(.name(name), at: wordPlace) }
    let arguments = try arguments()
    return Expression(.call(.init(name, arguments, at: wordPlace)), at: place(from: start))
  }

  private mutating func arguments() throws(NotationError) -> [Expression.Argument] {
    try bracketed(by: ")") { reader throws(NotationError) in try reader.argument() }
  }

  private mutating func argument() throws(NotationError) -> Expression.Argument {
    let start = cursor.offset
    if let label = nameAhead() {
      var look = cursor
      look.advance(by: label.count)
      Self.skipSpaces(&look)
      if look.take(":") {
        cursor = look
        let labelPlace = Place(start: start, length: label.count)
        skipLines()
        return Expression.Argument(try expression(), label: label, at: labelPlace)
      }
    }
    let value = try expression()
    return Expression.Argument(value, at: value.place)
  }

  /// What stands between brackets, with commas between and perhaps behind.
  private mutating func bracketed<Item>(
    by closer: Character, _ read: (inout ScoreReader) throws(NotationError) -> Item
  ) throws(NotationError) -> [Item] {
    let start = cursor.offset
    let opener: Character = closer == "]" ? "[" : "("
    cursor.advance()
    var items: [Item] = []
    while true {
      skipLines()
      if cursor.take(closer) { return items }
      guard !cursor.isAtEnd else { throw cursor.error(.unclosed(opener), at: start) }
      items.append(try read(&self))
      skipLines()
      if cursor.take(",") || cursor.peek() == closer { continue }
      guard let next = cursor.peek() else { throw cursor.error(.unclosed(opener), at: start) }
      throw cursor.error(")]".contains(next) ? .notOpened(next) : .missingSign(","))
    }
  }

  private func place(from start: Int) -> Place {
    Place(start: start, length: cursor.offset - start)
  }
}

// MARK: - Names and blanks

extension ScoreReader {
  /// The name that begins here, such as `drums` or `low-tom`, without moving.
  func nameAhead() -> String? {
    var look = cursor
    return Self.takeName(&look)
  }

  mutating func takeName() -> String? { Self.takeName(&cursor) }

  private static func takeName(_ cursor: inout Cursor) -> String? {
    let start = cursor.offset
    guard let first = cursor.peek(), first.isNameLetter, !first.isNumber else { return nil }
    while let next = cursor.peek() {
      let joins = next == "-" && (cursor.peek(1)?.isNameLetter ?? false)
      guard next.isNameLetter || joins else { break }
      cursor.advance()
    }
    return cursor.source.text(in: start..<cursor.offset)
  }

  private var isAtNewline: Bool { !cursor.isAtEnd && cursor.source.isNewline(at: cursor.offset) }

  /// Moves past blanks of one line.
  static func skipSpaces(_ cursor: inout Cursor) {
    while let next = cursor.peek(), next.isBlank, !next.isNewline { cursor.advance() }
  }

  /// Moves to the end of the line where a comment begins; whether one does.
  private mutating func skipComment() -> Bool {
    guard cursor.peek() == "/", cursor.peek(1) == "/" else { return false }
    while !cursor.isAtEnd, !isAtNewline { cursor.advance() }
    return true
  }

  /// Moves past blanks, lines and comments.
  mutating func skipLines() {
    while true {
      cursor.skipBlanks()
      guard skipComment() else { return }
    }
  }
}

extension Character {
  /// Whether it may stand in a name: a letter, a digit or `_`, not a mark that would join what stands
  /// before it.
  fileprivate var isNameLetter: Bool {
    guard isLetter || isNumber || self == "_" else { return false }
    switch unicodeScalars.first?.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: return true
    }
  }
}
