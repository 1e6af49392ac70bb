import Music

/// Reads a pattern file: first its lines, then what they say together; a fault in one line keeps no
/// other from being read.
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
  /// The keys and voices that have a line, be it one that cannot be read: they are not missing.
  private var seen: Set<String> = []
  /// The faults, in the order in which they were found.
  private(set) var faults: [NotationError] = []

  init(_ source: SourceText) {
    self.source = source
  }

  // MARK: Lines

  /// Reads the lines, up to ``Bounds/faults`` that are wrong.
  mutating func readLines() {
    guard source.characters.count <= Bounds.fileBytes else {
      return faults.append(NotationError(.tooLong(limit: Bounds.fileBytes), at: 0, of: source))
    }
    var begin = 0
    while begin < source.characters.count, faults.count < Bounds.faults {
      var end = begin
      while end < source.characters.count, !source.isNewline(at: end) { end += 1 }
      do throws(NotationError) {
        try read(Field(source: source, range: begin..<end).trimmed)
      } catch {
        faults.append(error)
      }
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
      if let nearest { seen.insert(nearest) }
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
    seen.insert(key.rawValue)
    guard !content.range.isEmpty else { throw label.error(.emptyValue(key.rawValue)) }
    head[key] = content
  }

  private mutating func readRow(
    _ name: String, _ label: Field, _ content: Field
  ) throws(NotationError) {
    seen.insert(name)
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
      if seen.contains(voice), HeadKey(rawValue: voice) == nil { return }
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

  /// The rhythm, where nothing is wrong; else ``faults`` has what is.
  mutating func rhythm(id: String) -> Rhythm? {
    guard !(head.isEmpty && rows.isEmpty) else {
      if faults.isEmpty { faults.append(NotationError(.emptyFile, at: 0, of: source)) }
      return nil
    }
    for key in HeadKey.allCases where key.isRequired && !seen.contains(key.rawValue) {
      let end = rows.first?.label.range.lowerBound ?? source.characters.count
      faults.append(NotationError(.missingKey(key.rawValue), at: end, of: source))
    }
    let reader = self
    let bars = value(of: .metre) { field throws(NotationError) in try reader.bars(field) }
    let grid = value(of: .grid) { field throws(NotationError) in try field.grid() }
    let parts = self.parts(bars ?? [], grid)
    let evidence = value(of: .evidence) { field throws(NotationError) in try field.evidence() }
    let tempo = value(of: .tempo) { field throws(NotationError) in try field.tempo() }
    let feel = value(of: .feel) { field throws(NotationError) in try field.feel() }
    guard faults.isEmpty, let bars, let grid, let evidence, let tempo else { return nil }
    return value(of: .metre) { field throws(NotationError) in
      do throws(MusicError) {
        return try Rhythm(
          origin: reader.origin(id: id, evidence), bars: bars, grid: grid, tempo: tempo,
          feel: feel ?? .straight, parts: parts)
      } catch {
        throw field.error(.timeTooFine)
      }
    }
  }

  /// What a key says, where it is there and can be read.
  private mutating func value<Value>(
    of key: HeadKey, _ read: (Field) throws(NotationError) -> Value
  ) -> Value? {
    guard let field = head[key] else { return nil }
    do { return try read(field) } catch {
      faults.append(error)
      return nil
    }
  }

  /// What the rows play, those that can be read.
  private mutating func parts(_ bars: [Metre], _ grid: Fraction?) -> [Rhythm.Part] {
    guard let grid, !bars.isEmpty,
      let reader = value(
        of: .grid,
        { field throws(NotationError) in
          try RowReader(bars: bars, grid: grid, gridField: field)
        })
    else { return [] }
    var parts: [Rhythm.Part] = []
    var count = 0
    for row in rows where faults.count < Bounds.faults {
      do throws(NotationError) {
        parts.append(try reader.part(row))
        count += parts[parts.count - 1].notes.count
        guard count <= Bounds.rowSteps else {
          throw row.label.error(.tooManyNotes(limit: Bounds.rowSteps))
        }
      } catch {
        faults.append(error)
        guard count <= Bounds.rowSteps else { break }
      }
    }
    return parts
  }

  private func text(_ key: HeadKey) -> String { head[key]?.text ?? "" }

  private func origin(id: String, _ evidence: Origin.Evidence) -> Origin {
    Origin(
      id: id, name: text(.name), native: text(.native), gloss: text(.gloss),
      region: text(.region), evidence: evidence, source: text(.source),
      tags: head[.tags]?.split(at: { $0 == "," }).map(\.text).filter { !$0.isEmpty } ?? [],
      note: text(.note))
  }

  /// One metre for all bars, or one for each.
  private func bars(_ field: Field) throws(NotationError) -> [Metre] {
    var metres: [Metre] = []
    for part in field.split(keepingEmpty: true, at: { $0 == "," }) {
      guard !part.range.isEmpty else { throw field.error(.badMetre(field.text)) }
      metres.append(try part.metre())
    }
    guard let metre = metres.first else { throw field.error(.badMetre(field.text)) }
    guard let row = rows.first else {
      guard seen.allSatisfy({ HeadKey(rawValue: $0) != nil }) else { return metres }
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
