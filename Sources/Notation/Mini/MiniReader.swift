import Music

/// Reads the mini-notation from left to right, with one method for each rule of its grammar.
///
///     group    = sequence ( ("," sequence)+ | ("|" sequence)+ | ("." sequence)+ )?
///     sequence = "^"? element+
///     element  = slice operator*
///     slice    = atom | "[" group? "]" | "{" rows "}" ("%" slice)? | "<" rows ">"
///     rows     = sequence ( ("," sequence)+ | ("." sequence)+ )?
///
/// Operators are read in `MiniReader+Operators`, atoms in `MiniReader+Atoms`.
struct MiniReader {
  var cursor: Cursor
  /// How many constructs have asked chance so far.
  var constructs = 0
  /// How many brackets are open, and how many arguments are being read.
  private var depth = (brackets: 0, arguments: 0)

  init(_ cursor: Cursor) {
    self.cursor = cursor
  }

  /// The whole text.
  mutating func read() throws(NotationError) -> Pattern {
    guard cursor.end - cursor.offset <= Bounds.notationCharacters else {
      throw cursor.error(.tooLong(limit: Bounds.notationCharacters))
    }
    let start = cursor.offset
    let group = try group(until: nil)
    if let rest = cursor.peek() { throw cursor.error(Self.fault(of: rest)) }
    return try bounded(group, at: start).pattern
  }

  /// A number for a construct that asks chance, in the order in which they are completed.
  mutating func nextConstruct() -> Int {
    defer { constructs += 1 }
    return constructs
  }

  // MARK: Groups

  private mutating func group(until closer: Character?) throws(NotationError) -> Reading {
    let (rows, separator) = try rows(until: closer, allowing: [",", "|", "."])
    switch separator {
    case ",": return .stack(rows.map(\.asSequence))
    case "|": return .choice(rows.map(\.asSequence), construct: nextConstruct())
    case ".": return Row(feet: rows).asSequence
    default: return rows.first?.asSequence ?? .rest
    }
  }

  private mutating func rows(
    until closer: Character?, allowing separators: [Character]
  ) throws(NotationError) -> ([Row], Character?) {
    var rows = [try row()]
    var separator: Character?
    while let next = cursor.peek(), next != closer, [",", "|", "."].contains(next) {
      guard separators.contains(next) else { throw cursor.error(.separatorNotHere(next)) }
      if let separator, separator != next {
        throw cursor.error(.mixedSeparators(separator, next))
      }
      separator = next
      cursor.advance()
      cursor.skipBlanks()
      if cursor.isAtEnd || cursor.peek() == closer {
        throw cursor.error(.nothingAfter(String(next)), at: cursor.offset)
      }
      rows.append(try row())
    }
    return (rows, separator)
  }

  private mutating func row() throws(NotationError) -> Row {
    cursor.skipBlanks()
    _ = cursor.take("^")
    cursor.skipBlanks()
    var row = Row()
    var count = 0
    while let next = cursor.peek(), startsElement(next) {
      if let step = try step() { row.append(step) }
      count += 1
      cursor.skipBlanks()
    }
    guard count > 0 else { throw emptyRow() }
    return row
  }

  /// What is wrong where a sequence should begin and none does.
  private func emptyRow() -> NotationError {
    guard let next = cursor.peek() else { return cursor.error(.nothingHere) }
    switch next {
    case ",", "|", ".", "*", "/", "!", "@", "_", "?", ":": return cursor.error(.nothingBefore(next))
    case "]", ">", "}", ")":
      return cursor.error(depth.brackets > 0 ? .nothingHere : .notOpened(next))
    default: return cursor.error(Self.fault(of: next))
    }
  }

  /// Whether a character begins an element; a dot alone does not, as it separates feet.
  func startsElement(_ character: Character) -> Bool {
    switch character {
    case "[", "<", "{": true
    case ".": cursor.peek(1).map { $0 != "." && isAtomCharacter($0) } ?? false
    case "_": cursor.peek(1).map(isAtomCharacter) ?? false
    default: isAtomCharacter(character)
    }
  }

  /// What is wrong with a character that nothing can begin with.
  private static func fault(of character: Character) -> NotationError.Fault {
    switch character {
    case "]", ">", "}", ")": .notOpened(character)
    case "(", "*", "/", "!", "@", "?", ":": .nothingBefore(character)
    default: .unexpected(character)
    }
  }

  // MARK: Slices

  /// An atom or something in brackets.
  mutating func slice() throws(NotationError) -> Reading {
    cursor.skipBlanks()
    switch cursor.peek() {
    case "[":
      return try bracketed(by: "]") { reader throws(NotationError) in
        reader.cursor.skipBlanks()
        return reader.cursor.peek() == "]" ? .rest : try reader.group(until: "]")
      }
    case "<":
      return try bracketed(by: ">") { reader throws(NotationError) in
        .stack(try reader.cyclingRows(until: ">").map(\.asAlternation))
      }
    case "{": return try polymetre()
    default: return try atom()
    }
  }

  private mutating func polymetre() throws(NotationError) -> Reading {
    var rows: [Row] = []
    let start = cursor.offset
    _ = try bracketed(by: "}") { reader throws(NotationError) in
      rows = try reader.cyclingRows(until: "}")
      return .rest
    }
    guard cursor.take("%") else { return try bounded(.polymetre(rows, rate: nil), at: start) }
    let place = cursor.offset
    let rate = try argument(of: "%")
    try rate.checkNumbers(for: "%", at: place, of: cursor)
    return try bounded(.polymetre(rows, rate: rate), at: start)
  }

  /// The rows of `< >` and `{ }`; runs between dots are single steps of one row.
  private mutating func cyclingRows(until closer: Character) throws(NotationError) -> [Row] {
    let (rows, separator) = try rows(until: closer, allowing: [",", "."])
    return separator == "." ? [Row(feet: rows)] : rows
  }

  private mutating func bracketed(
    by closer: Character, _ content: (inout MiniReader) throws(NotationError) -> Reading
  ) throws(NotationError) -> Reading {
    let start = cursor.offset
    guard let opener = cursor.peek() else { throw cursor.error(.nothingHere) }
    cursor.advance()
    cursor.skipBlanks()
    if cursor.isAtEnd { throw cursor.error(.unclosed(opener), at: start) }
    let reading = try nested(\.brackets, at: start, content)
    guard cursor.take(closer) else {
      if let next = cursor.peek() { throw cursor.error(Self.fault(of: next)) }
      throw cursor.error(.unclosed(opener), at: start)
    }
    return try bounded(reading, at: start)
  }

  /// Reads something inside something else, as deep as that may go.
  mutating func nested(
    _ level: WritableKeyPath<(brackets: Int, arguments: Int), Int>, at place: Int,
    _ content: (inout MiniReader) throws(NotationError) -> Reading
  ) throws(NotationError) -> Reading {
    guard depth[keyPath: level] < Bounds.nesting else {
      throw cursor.error(.tooDeep(limit: Bounds.nesting), at: place)
    }
    depth[keyPath: level] += 1
    defer { depth[keyPath: level] -= 1 }
    return try content(&self)
  }

  /// The deepest tree: a bracket may be a stack of alternations, and operators nest as well.
  private static let deepest = 3 * Bounds.nesting

  /// The same reading, or the error that it asks for too much.
  func bounded(_ reading: Reading, at place: Int) throws(NotationError) -> Reading {
    guard reading.depth <= Self.deepest else {
      throw cursor.error(.tooDeep(limit: Bounds.nesting), at: place)
    }
    guard reading.steps <= Double(Bounds.stepsPerCycle) else {
      throw cursor.error(.tooManySteps(limit: Bounds.stepsPerCycle), at: place)
    }
    return reading
  }
}
