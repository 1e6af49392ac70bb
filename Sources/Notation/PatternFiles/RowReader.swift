import Music

/// Reads the notes of a row, and what the lines below it say of them.
struct RowReader {
  private let bars: [Metre]
  private let lines: [Fraction]
  /// The length of a step, in quarter notes.
  private let step: Fraction
  /// How many steps each bar has.
  private let stepCounts: [Int]

  init(bars: [Metre], grid: Fraction, gridField: Field) throws(NotationError) {
    self.bars = bars
    var lines = [Fraction.zero]
    var stepCounts: [Int] = []
    do {
      step = try grid * 4
      for bar in bars {
        let count = try bar.beats / step
        guard count.denominator == 1 else { throw gridField.error(.gridDoesNotFit) }
        stepCounts.append(count.numerator)
        lines.append(try lines[lines.count - 1] + bar.beats)
      }
    } catch let error as NotationError {
      throw error
    } catch {
      throw gridField.error(.timeTooFine)
    }
    self.lines = lines
    self.stepCounts = stepCounts
    guard stepCounts.reduce(0, +) <= Bounds.rowSteps else {
      throw gridField.error(.tooManySteps(limit: Bounds.rowSteps))
    }
  }

  func part(_ row: PatternReader.Row) throws(NotationError) -> Rhythm.Part {
    let voice = Voice(row.voice)
    let strokes = row.isSteps ? try steps(row.content) : try notation(row.content)
    let velocities = try row.velocities(of: strokes.map(\.stroke), voice: voice)
    let lengths = try row.values(.length, count: strokes.count) { field throws(NotationError) in
      try field.noteValue()
    }
    let shifts = try row.values(.shift, count: strokes.count) { field throws(NotationError) in
      try field.shift()
    }
    let keys = try row.values(.key, count: strokes.count) { field throws(NotationError) in
      try field.key()
    }
    var notes: [Note] = []
    for (index, stroke) in strokes.enumerated() {
      let length = try lengths.map { lengths throws(NotationError) in
        try exactly(row.content) { () throws(MusicError) in try lengths[index] * 4 }
      }
      notes.append(
        Note(
          onset: stroke.onset, length: length ?? stroke.length, stroke: stroke.stroke,
          velocity: velocities[index], shift: shifts?[index] ?? .none, key: keys?[index]))
    }
    return Rhythm.Part(
      voice: voice, notes: notes,
      feel: try row.properties[.feel].map { field throws(NotationError) in try field.feel() },
      evidence: try row.properties[.evidence].map { field throws(NotationError) in
        try field.evidence()
      })
  }

  /// A stroke and when it sounds, in quarter notes.
  private struct TimedStroke {
    let stroke: Stroke
    let onset: Fraction
    var length: Fraction
  }

  // MARK: Rows of steps

  private func steps(_ content: Field) throws(NotationError) -> [TimedStroke] {
    var cursor = Cursor(content.source, in: content.range)
    cursor.advance()
    var strokes: [TimedStroke] = []
    var bar = 0
    repeat {
      guard bar < bars.count else {
        let count = content.characters.count(where: { $0 == "|" }) - 1
        throw cursor.error(.barCount(max(bar + 1, count), expected: bars.count))
      }
      try readBar(bar, &cursor, into: &strokes)
      bar += 1
      cursor.skipBlanks()
    } while !cursor.isAtEnd
    guard bar == bars.count else { throw content.error(.barCount(bar, expected: bars.count)) }
    return strokes
  }

  private func readBar(
    _ bar: Int, _ cursor: inout Cursor, into strokes: inout [TimedStroke]
  ) throws(NotationError) {
    var count = 0
    cursor.skipBlanks()
    let start = cursor.offset
    while let code = cursor.peekCode(), code != UInt8(ascii: "|") {
      if code == UInt8(ascii: "-") {
        try hold(until: try onset(of: count, in: bar, cursor), cursor, &strokes)
      } else if code != UInt8(ascii: ".") {
        guard let stroke = Stroke(letter: code) else {
          throw cursor.error(.unknownStep(cursor.peek().map { String($0) } ?? ""))
        }
        let onset = try onset(of: count, in: bar, cursor)
        strokes.append(TimedStroke(stroke: stroke, onset: onset, length: step))
      }
      count += 1
      cursor.advance()
      cursor.skipBlanks()
    }
    guard !cursor.isAtEnd else { throw cursor.error(.unclosedBar) }
    guard count > 0 else { throw cursor.error(.emptyBar) }
    guard count == stepCounts[bar] else {
      throw cursor.error(.barLength(count, expected: stepCounts[bar]), at: start)
    }
    cursor.advance()
  }

  private func onset(
    of step: Int, in bar: Int, _ cursor: Cursor
  ) throws(NotationError) -> Fraction {
    try exactly(cursor) { () throws(MusicError) in
      try lines[bar] + Fraction(step) * self.step
    }
  }

  /// Lengthens the note before, which must reach to where the hold stands.
  private func hold(
    until onset: Fraction, _ cursor: Cursor, _ strokes: inout [TimedStroke]
  ) throws(NotationError) {
    guard let last = strokes.last else { throw cursor.error(.nothingToHold) }
    let (end, length) = try exactly(cursor) { () throws(MusicError) in
      (try last.onset + last.length, try last.length + step)
    }
    guard end == onset else { throw cursor.error(.nothingToHold) }
    strokes[strokes.count - 1].length = length
  }

  // MARK: Rows of mini-notation

  /// The row as one cycle a bar of a quoted mini-notation whose words are steps.
  private func notation(_ content: Field) throws(NotationError) -> [TimedStroke] {
    let source = content.source
    let inside = content.range.dropFirst()
    guard let end = source.characters[inside].lastIndex(of: "\"") else {
      throw content.error(.unclosed("\""))
    }
    if let rest = source.characters[inside].suffix(from: end + 1).firstIndex(where: { !$0.isBlank })
    {
      throw NotationError(.unexpected(source.characters[rest]), at: rest, of: source)
    }
    let pattern = try Pattern(parsing: source, in: inside.lowerBound..<end)
    let placed = try exactly(content) { () throws(MusicError) in
      try pattern.placed(
        in: bars, chance: Chance(seed: 0), most: Bounds.rowSteps, visiting: 8 * Bounds.rowSteps)
    }
    var strokes: [TimedStroke] = []
    for event in placed {
      guard case .word(let word) = event.value, word.count == 1, let letter = word.first,
        let stroke = Stroke(rawValue: letter)
      else {
        let fault = NotationError.Fault.unknownStep(event.value.description)
        throw NotationError(fault, at: event.place.start, of: source)
      }
      strokes.append(TimedStroke(stroke: stroke, onset: event.onset, length: event.length))
    }
    guard Set(strokes.map(\.onset)).count == strokes.count else {
      throw content.error(.strokesTogether)
    }
    return strokes
  }

  private func exactly<Result>(
    _ cursor: Cursor, _ compute: () throws(MusicError) -> Result
  ) throws(NotationError) -> Result {
    do { return try compute() } catch {
      throw NotationError(error, in: cursor.source, at: cursor.offset)
    }
  }

  private func exactly<Result>(
    _ field: Field, _ compute: () throws(MusicError) -> Result
  ) throws(NotationError) -> Result {
    do { return try compute() } catch {
      throw NotationError(error, in: field.source, at: field.range.lowerBound)
    }
  }
}

extension PatternReader.Row {
  /// A property's values, one for each note; one value alone is for all.
  fileprivate func values<Value>(
    _ property: RowProperty, count: Int, _ read: (Field) throws(NotationError) -> Value
  ) throws(NotationError) -> [Value]? {
    guard let field = properties[property] else { return nil }
    let words = field.words
    guard words.count == 1 || words.count == count else {
      throw field.error(.valueCount(words.count, expected: count))
    }
    var values: [Value] = []
    for word in words { values.append(try read(word)) }
    return values.count == count ? values : Array(repeating: values[0], count: count)
  }

  /// The velocity of each note: from a list, from levels for letters, or the voice's usual one.
  fileprivate func velocities(
    of strokes: [Stroke], voice: Voice
  ) throws(NotationError) -> [Velocity] {
    guard let field = properties[.velocity], field.characters.contains("=") else {
      let listed = try values(.velocity, count: strokes.count) { field throws(NotationError) in
        try field.velocity()
      }
      return listed ?? strokes.map(voice.usualVelocity)
    }
    var levels: [Stroke: Velocity] = [:]
    for word in field.words {
      let sides = word.split(keepingEmpty: true, at: { $0 == "=" })
      guard sides.count == 2, !sides[1].range.isEmpty, sides[0].text.count == 1,
        let letter = sides[0].text.first,
        let stroke = Stroke(rawValue: letter)
      else { throw word.error(.badVelocity(word.text)) }
      levels[stroke] = try sides[1].velocity()
    }
    return strokes.map { levels[$0] ?? voice.usualVelocity(of: $0) }
  }
}
