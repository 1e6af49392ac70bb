import Music

/// Some words of a pattern file and where they stand, with a reader for each kind of value.
struct Field {
  let source: SourceText
  let range: Range<Int>

  /// The words themselves: O(n) for n characters, as they are copied out of the source.
  var text: String { source.text(in: range) }

  var characters: ArraySlice<Character> { source.characters[range] }

  func error(_ fault: NotationError.Fault) -> NotationError {
    NotationError(fault, at: range.lowerBound, of: source)
  }

  /// The parts between separators, without the blanks around them.
  func split(keepingEmpty: Bool = false, at isSeparator: (Character) -> Bool) -> [Field] {
    characters.split(omittingEmptySubsequences: !keepingEmpty, whereSeparator: isSeparator)
      .map { Field(source: source, range: $0.indices).trimmed }
  }

  var words: [Field] { split(at: \.isBlank) }

  var trimmed: Field {
    var (begin, end) = (range.lowerBound, range.upperBound)
    while begin < end, source.isBlank(at: begin) { begin += 1 }
    while begin < end, source.isBlank(at: end - 1) { end -= 1 }
    return Field(source: source, range: begin..<end)
  }
}

// MARK: Values

extension Field {
  /// One metre such as `2/4` or `7/8 (2+2+3)`.
  func metre() throws(NotationError) -> Metre {
    let text = text
    let opener = text.firstIndex(of: "(") ?? text.endIndex
    let signature = text[..<opener].split(separator: "/", omittingEmptySubsequences: false)
      .map { Int($0.trimmingBlanks) }
    guard signature.count == 2, let pulses = signature[0], let unit = signature[1] else {
      throw error(.badMetre(text))
    }
    guard opener < text.endIndex else {
      guard let metre = Metre(pulses: pulses, unit: unit) else { throw error(.badMetre(text)) }
      return metre
    }
    let groups = text[opener...].dropFirst().split(separator: "+", omittingEmptySubsequences: false)
    guard text.last == ")", let last = groups.last else { throw error(.badMetre(text)) }
    let sizes = (groups.dropLast() + [last.dropLast()]).map { Int($0.trimmingBlanks) }
    let metre = Metre(groups: sizes.compactMap(\.self), unit: unit)
    guard !sizes.contains(nil), let metre, metre.pulses == pulses else {
      throw error(.badMetre(text))
    }
    return metre
  }

  /// A part of a whole note such as `1/16`, above zero.
  func noteValue() throws(NotationError) -> Fraction {
    guard let value = Self.ratio(text), value > 0 else { throw error(.badNoteValue(text)) }
    return value
  }

  /// The length of a step: one part of a whole note, such as `1/16`.
  func grid() throws(NotationError) -> Fraction {
    let value = try noteValue()
    guard value.numerator == 1 else { throw error(.badNoteValue(text)) }
    return value
  }

  /// A tempo such as `118-126`, `96` or `3/8=105-130`.
  func tempo() throws(NotationError) -> TempoRange {
    let sides = split(keepingEmpty: true, at: { $0 == "=" })
    guard let numbers = sides.last?.text, sides.count <= 2,
      let unit = sides.count == 2 ? Self.ratio(sides[0].text) : Fraction(1, 4), unit > 0
    else { throw error(.badTempo(text)) }
    let ends = numbers.split(separator: "-", omittingEmptySubsequences: false)
      .map { Int($0.trimmingBlanks) }
    guard
      let low = ends.first ?? nil, let high = ends.last ?? nil, ends.count <= 2,
      low <= high, TempoRange.rates.contains(low), TempoRange.rates.contains(high)
    else { throw error(.badTempo(text)) }
    let tempo = TempoRange(unit: unit, rate: low...high)
    let rates = tempo.beatsPerMinute
    guard Tempo(beatsPerMinute: rates.lowerBound) != nil,
      Tempo(beatsPerMinute: rates.upperBound) != nil
    else { throw error(.tempoOutOfRange(text)) }
    return tempo
  }

  /// A feel: `straight`, `swing` and what ``swing()`` reads, or a template such as `samba4 40%`.
  func feel() throws(NotationError) -> Feel {
    if text == "straight" { return .straight }
    guard let first = words.first else { throw error(.badFeel(text)) }
    let rest = Field(source: source, range: first.range.upperBound..<range.upperBound).trimmed
    if first.text == "swing" { return .swing(try rest.swing()) }
    guard let groove = Groove.known[first.text] else {
      let names = Groove.known.keys.sorted() + ["straight", "swing"]
      throw error(.badFeel(text, nearest: Suggestion.nearest(to: first.text, among: names)))
    }
    return .groove(groove, depth: rest.range.isEmpty ? 1 : try rest.depth())
  }

  /// How much of a template is played, above nothing and at most all of it.
  private func depth() throws(NotationError) -> Fraction {
    let text = text
    guard text.last == "%", let percent = Decimal.number(String(text.dropLast())),
      percent > 0, percent <= 100, let depth = try? percent / 100
    else { throw error(.badDepth(text)) }
    return depth
  }

  /// A letter of evidence.
  func evidence() throws(NotationError) -> Origin.Evidence {
    guard let evidence = Origin.Evidence(rawValue: text) else { throw error(.badEvidence(text)) }
    return evidence
  }

  /// A swing such as `54%`, `50-56%` or `60% 1/8`; the share may also be a ratio, `2/3`.
  func swing() throws(NotationError) -> Swing {
    let words = words
    guard let shares = words.first?.text, words.count <= 2 else { throw error(.badFeel(text)) }
    let isPercent = shares.last == "%"
    let numbers = (isPercent ? shares.dropLast() : shares[...])
      .split(separator: "-", omittingEmptySubsequences: false)
      .map { side in
        isPercent
          ? Decimal.number(String(side)).flatMap { try? $0 / 100 } : Self.ratio(String(side))
      }
    guard let least = numbers.first ?? nil, let greatest = numbers.last ?? nil,
      numbers.count <= 2, least <= greatest
    else { throw error(.badFeel(text)) }
    let unit = words.count == 2 ? try words[1].noteValue() : Fraction(1, 16)
    guard let swing = Swing(share: least...greatest, unit: unit) else {
      throw error(.badFeel(text))
    }
    return swing
  }

  /// A velocity from 1 to 127.
  func velocity() throws(NotationError) -> Velocity {
    guard let number = Int(text), let velocity = Velocity(number) else {
      throw error(.badVelocity(text))
    }
    return velocity
  }

  /// A shift such as `0`, `+8ms`, `-1/96` or both, `+1/96-8ms`.
  func shift() throws(NotationError) -> Shift {
    let text = text
    if text == "0" { return .none }
    guard text.first == "+" || text.first == "-" else { throw error(.badShift(text)) }
    let second = text.dropFirst().firstIndex { $0 == "+" || $0 == "-" } ?? text.endIndex
    let parts = [text[..<second], text[second...]].filter { !$0.isEmpty }
    var shift = Shift.none
    for (index, part) in parts.enumerated() {
      let isLate = part.first == "+"
      if part.hasSuffix("ms"), index == parts.count - 1 {
        guard
          let number = Decimal.number(String(part.dropFirst().dropLast(2))),
          let micros = try? number * 1000, micros.denominator == 1,
          abs(micros.numerator) < 10_000_000
        else { throw error(.badShift(text)) }
        shift = Shift(
          beats: shift.beats, microseconds: isLate ? micros.numerator : -micros.numerator)
      } else {
        guard index == 0, let value = Self.ratio(String(part.dropFirst())), value <= 1,
          let beats = try? value * (isLate ? 4 : -4)
        else { throw error(.badShift(text)) }
        shift = Shift(beats: beats)
      }
    }
    return shift
  }

  /// A note such as `d2`; nothing for `.`.
  func key() throws(NotationError) -> Key? {
    if text == "." { return nil }
    guard let key = Key(name: text) else { throw error(.badKey(text)) }
    return key
  }

  private static func ratio(_ text: String) -> Fraction? {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let above = sides[0], let below = sides[1],
      (0...1_000_000).contains(above), (1...1_000_000).contains(below)
    else { return nil }
    return Fraction(above, below)
  }
}

extension Decimal {
  /// The number, where a text is one.
  static func number(_ text: String) -> Fraction? {
    if case .number(let number) = read(text) { number } else { nil }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var rest = Substring(self)
    while rest.first?.isBlank == true { rest.removeFirst() }
    while rest.last?.isBlank == true { rest.removeLast() }
    return String(rest)
  }
}
