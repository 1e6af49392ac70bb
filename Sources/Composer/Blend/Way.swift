public import Music

/// A planned way from one rhythm to another: what every blend is inside.
public struct Way: Sendable {
  /// The rhythm at 0.
  public let first: Rhythm
  /// The rhythm at 1.
  public let second: Rhythm
  /// Which sound becomes which.
  public let map: SoundMap

  /// The way of each note, in the plan's own direction.
  let passages: [Passage]
  /// Whether the plan leads from the second rhythm to the first.
  let isReversed: Bool
  /// The step on which both rhythms can be written, as a part of a whole note.
  public let grid: Fraction
  let parts: [PlannedPart]
  private let feel: Feel
  private let keepsFeel: Bool

  /// The way on which some notes sound, planned in the direction of the ends' lanes.
  init(_ ends: Ends, _ passages: [Passage]) throws(ComposerError) {
    self.passages = passages
    keepsFeel = ends.keepsFeel
    (first, second, map) = (ends.first, ends.second, ends.map)
    isReversed = ends.isReversed
    feel = ends.keepsFeel ? first.feel : .straight
    let (a, b) = (first, second)
    grid = try exactly { () throws(MusicError) in
      Fraction(1, try Fraction.leastCommonMultiple(a.grid.denominator, b.grid.denominator))
    }
    var parts: [PlannedPart] = []
    var indices: [Voice: Int] = [:]
    for voice in ends.voices {
      indices[voice] = parts.count
      parts.append(
        PlannedPart(
          voice: voice, feel: ends.keepsFeel ? (first[voice] ?? second[voice])?.feel : nil))
    }
    for note in passages.lazy.flatMap(\.notes) {
      if let index = indices[note.voice] { parts[index].append(note) }
    }
    for index in parts.indices { parts[index].sort() }
    self.parts = parts
  }

  func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    if amount.step == 0 { return first }
    if amount.step == Amount.steps { return second }
    return try exactly { () throws(MusicError) in try between(amount, bars: 0..<second.bars.count) }
  }

  func bar(_ index: Int, at amount: Amount) throws(ComposerError) -> Rhythm {
    try exactly { () throws(MusicError) in
      if amount.step == 0 { return try first.bar(index) }
      if amount.step == Amount.steps { return try second.bar(index) }
      return try between(amount, bars: index..<index + 1)
    }
  }

  private func between(_ amount: Amount, bars: Range<Int>) throws(MusicError) -> Rhythm {
    let time = Span(second.barLines[bars.lowerBound], second.barLines[bars.upperBound])
    let step = isReversed ? amount.reversed.step : amount.step
    let parts = try parts.map { part throws(MusicError) in
      Rhythm.Part(voice: part.voice, notes: try part.notes(at: step, in: time), feel: part.feel)
    }
    return try rhythm(at: Amounts(amount), bars: bars, parts)
  }

  /// Some bars of the blend that play some notes.
  func rhythm(
    at amounts: Amounts, bars: Range<Int>, _ parts: [Rhythm.Part]
  ) throws(MusicError) -> Rhythm {
    try Rhythm(
      origin: .blend(of: first, and: second, at: amounts), bars: Array(second.bars[bars]),
      grid: grid, tempo: TempoRange(between: first.tempo, and: second.tempo, at: amounts.timing),
      feel: feel, parts: parts)
  }

  /// How notes take on the feel of the other rhythm; nothing where both have one feel.
  var feels: FeelExchange? {
    guard !keepsFeel else { return nil }
    return isReversed
      ? FeelExchange(first: second, second: first) : FeelExchange(first: first, second: second)
  }
}

extension Origin {
  /// What a blend says of itself: never that it is a tradition.
  fileprivate static func blend(
    of first: Rhythm, and second: Rhythm, at amounts: Amounts
  ) -> Origin {
    let (a, b) = (first.origin, second.origin)
    return Origin(
      id: "\(a.id)-\(b.id)", name: "\(a.name) / \(b.name), \(amounts)", region: "blend",
      evidence: .reconstructed,
      source: "blend of \(a.id) (\(a.evidence.rawValue): \(a.source)) "
        + "and \(b.id) (\(b.evidence.rawValue): \(b.source))",
      note: "made by a program out of two rhythms; not a tradition")
  }
}

extension TempoRange {
  /// The tempi some way between two, in quarter notes.
  fileprivate init(between first: TempoRange, and second: TempoRange, at amount: Amount) {
    let (a, b) = (first.beatsPerMinute, second.beatsPerMinute)
    func mixed(_ from: Double, _ to: Double) -> Int {
      let rate = Int((from + (to - from) * amount.fraction.approximation).rounded())
      return min(max(Self.rates.lowerBound, rate), Self.rates.upperBound)
    }
    let low = mixed(a.lowerBound, b.lowerBound)
    self.init(rate: low...max(low, mixed(a.upperBound, b.upperBound)))
  }
}
