import Music

/// Reads a pattern file: first its lines, then what they say together.
struct PatternReader {
  /// A row as it stands in the file, with what is said of it.
  struct Row {
    let voice: String
    let label: Field
    let content: Field
    var properties: [RowProperty: Field] = [:]
  }

  let source: SourceText
  private var head: [HeadKey: Field] = [:]
  private var rows: [Row] = []

  init(_ source: SourceText) {
    self.source = source
  }

  // MARK: Lines

  mutating func readLines() throws(NotationError) {
    guard source.characters.count <= Bounds.fileBytes else {
      throw NotationError(.tooLong(limit: Bounds.fileBytes), at: 0, of: source)
    }
    var begin = 0
    while begin < source.characters.count {
      var end = begin
      while end < source.characters.count, !source.isNewline(at: end) { end += 1 }
      try read(Field(source: source, range: begin..<end).trimmed)
      begin = end + 1
    }
  }

  private mutating func read(_ line: Field) throws(NotationError) {
    guard let first = line.characters.first, first != "#" else { return }
    var cursor = Cursor(source, in: line.range)
    let name = cursor.takeLabel()
    let label = Field(source: source, range: line.range.lowerBound..<cursor.offset)
    cursor.skipBlanks()
    let content = Field(source: source, range: cursor.offset..<line.range.upperBound)
    if let key = HeadKey(rawValue: name), cursor.peek() != "|" {
      try readHead(key, label, content)
    } else if cursor.peek() == "|" || cursor.peek() == "\"" {
      try readRow(name, label, content)
    } else if name.contains("."), !rows.isEmpty || Self.isProperty(name) {
      try readProperty(name, label, content)
    } else if rows.isEmpty, !content.range.isEmpty {
      let nearest = Suggestion.nearest(to: name, among: HeadKey.allCases.map(\.rawValue))
      throw label.error(.unknownKey(name, nearest: nearest))
    } else {
      throw label.error(.notALine(line.text))
    }
  }

  private static func isProperty(_ name: String) -> Bool {
    name.split(separator: ".").last.flatMap { RowProperty(rawValue: String($0)) } != nil
  }

  private mutating func readHead(
    _ key: HeadKey, _ label: Field, _ content: Field
  ) throws(NotationError) {
    guard head[key] == nil else { throw label.error(.keyTwice(key.rawValue)) }
    guard !content.range.isEmpty else { throw label.error(.emptyValue(key.rawValue)) }
    head[key] = content
  }

  private mutating func readRow(
    _ name: String, _ label: Field, _ content: Field
  ) throws(NotationError) {
    guard !name.isEmpty else { throw content.error(.missingVoice) }
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      throw label.error(.badVoice(name))
    }
    guard name.utf8.count <= Bounds.wordBytes else {
      throw label.error(.wordTooLong(limit: Bounds.wordBytes))
    }
    guard !rows.contains(where: { $0.voice == name }) else {
      throw label.error(.voiceTwice(name))
    }
    guard rows.count < Bounds.rhythmVoices else {
      throw label.error(.tooManyVoices(limit: Bounds.rhythmVoices))
    }
    rows.append(Row(voice: name, label: label, content: content))
  }

  private mutating func readProperty(
    _ written: String, _ label: Field, _ content: Field
  ) throws(NotationError) {
    let dot = written.lastIndex(of: ".") ?? written.endIndex
    let voice = String(written[..<dot])
    let name = String(written[dot...].dropFirst())
    guard let row = rows.firstIndex(where: { $0.voice == voice }) else {
      throw label.error(.propertyWithoutRow(voice))
    }
    guard let property = RowProperty(rawValue: name) else {
      let nearest = Suggestion.nearest(to: name, among: RowProperty.allCases.map(\.rawValue))
      throw label.error(.unknownProperty(name, nearest: nearest))
    }
    guard rows[row].properties[property] == nil else {
      throw label.error(.propertyTwice(written))
    }
    guard !content.range.isEmpty else { throw label.error(.emptyValue(written)) }
    rows[row].properties[property] = content
  }

  // MARK: What they say together

  func rhythm(id: String) throws(NotationError) -> Rhythm {
    if head.isEmpty && rows.isEmpty { throw NotationError(.emptyFile, at: 0, of: source) }
    for key in HeadKey.allCases where key.isRequired && head[key] == nil {
      let end = rows.first?.label.range.lowerBound ?? source.characters.count
      throw NotationError(.missingKey(key.rawValue), at: end, of: source)
    }
    let bars = try bars()
    let grid = try field(.grid).noteValue()
    guard grid.numerator == 1 else {
      throw try field(.grid).error(.badNoteValue(field(.grid).text))
    }
    let rowReader = try RowReader(bars: bars, grid: grid, gridField: field(.grid))
    var parts: [Rhythm.Part] = []
    var count = 0
    for row in rows {
      parts.append(try rowReader.part(row))
      count += parts[parts.count - 1].notes.count
      guard count <= Bounds.rowSteps else {
        throw row.label.error(.tooManyNotes(limit: Bounds.rowSteps))
      }
    }
    do {
      return try Rhythm(
        origin: try origin(id: id), bars: bars, grid: grid, tempo: try field(.tempo).tempo(),
        feel: try head[.feel].map { field throws(NotationError) in try field.feel() } ?? .straight,
        parts: parts)
    } catch let error as NotationError {
      throw error
    } catch {
      throw try field(.metre).error(.timeTooFine)
    }
  }

  private func field(_ key: HeadKey) throws(NotationError) -> Field {
    guard let field = head[key] else {
      throw NotationError(.missingKey(key.rawValue), at: source.characters.count, of: source)
    }
    return field
  }

  private func text(_ key: HeadKey) -> String { head[key]?.text ?? "" }

  private func origin(id: String) throws(NotationError) -> Origin {
    Origin(
      id: id, name: text(.name), native: text(.native), gloss: text(.gloss),
      region: text(.region), evidence: try field(.evidence).evidence(), source: text(.source),
      tags: head[.tags]?.split(at: { $0 == "," }).map(\.text).filter { !$0.isEmpty } ?? [],
      note: text(.note))
  }

  /// One metre for all bars, or one for each.
  private func bars() throws(NotationError) -> [Metre] {
    let field = try field(.metre)
    var metres: [Metre] = []
    for part in field.split(keepingEmpty: true, at: { $0 == "," }) {
      guard !part.range.isEmpty else { throw field.error(.badMetre(field.text)) }
      metres.append(try part.metre())
    }
    guard let metre = metres.first else { throw field.error(.badMetre(field.text)) }
    guard let row = rows.first else {
      throw NotationError(.noRows, at: source.characters.count, of: source)
    }
    let first = rows.first(where: \.isSteps)
    if let first, first.content.characters.last != "|" {
      throw NotationError(.unclosedBar, at: first.content.range.upperBound, of: source)
    }
    let count = first?.barCount ?? metres.count
    guard count <= Bounds.rhythmBars else {
      throw row.content.error(.tooManyBars(limit: Bounds.rhythmBars))
    }
    guard metres.count == 1 || metres.count == count else {
      throw row.content.error(.barCount(count, expected: metres.count))
    }
    return metres.count == count ? metres : Array(repeating: metre, count: count)
  }
}

extension PatternReader.Row {
  /// How many bars stand between bar lines.
  var barCount: Int { max(1, content.characters.count(where: { $0 == "|" }) - 1) }

  /// Whether it is written in steps, not in mini-notation.
  var isSteps: Bool { content.characters.first == "|" }
}
