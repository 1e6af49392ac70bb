public import Music

/// A planned way from one rhythm to another: what every blend is inside.
public struct Way: Sendable {
  /// The rhythm at 0.
  public let first: Rhythm
  /// The rhythm at 1.
  public let second: Rhythm
  /// Which sound becomes which.
  public let map: SoundMap

  private let parts: [PlannedPart]
  /// Whether the plan leads from the second rhythm to the first.
  private let isReversed: Bool
  private let feel: Feel
  private let grid: Fraction

  /// The way on which some notes sound, planned in the direction of the ends' lanes.
  init(_ ends: Ends, _ notes: [PlannedNote]) throws(ComposerError) {
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
    for note in notes {
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

  func ties(from first: Amount, to second: Amount) throws(ComposerError) -> [Tie] {
    try exactly { () throws(MusicError) in
      let before = try planned(at: first)
      let after = Dictionary(
        try planned(at: second), uniquingKeysWith: { first, _ in first })
      return before.compactMap { ends, note in
        after[ends].map { Tie(first: note, second: $0) }
      }
    }
  }

  /// The notes that sound at an amount, each with what it is in the two rhythms.
  private func planned(at amount: Amount) throws(MusicError) -> [([VoicedNote], VoicedNote)] {
    let step = isReversed ? amount.reversed.step : amount.step
    var sounding: [([VoicedNote], VoicedNote)] = []
    for part in parts {
      for (plan, note) in try part.planned(at: step) {
        sounding.append(
          ([plan.ends.0, plan.ends.1], VoicedNote(voice: part.voice, note: note)))
      }
    }
    return sounding
  }

  private func between(_ amount: Amount, bars: Range<Int>) throws(MusicError) -> Rhythm {
    let time = Span(second.barLines[bars.lowerBound], second.barLines[bars.upperBound])
    let step = isReversed ? amount.reversed.step : amount.step
    let parts = try parts.map { part throws(MusicError) in
      Rhythm.Part(voice: part.voice, notes: try part.notes(at: step, in: time), feel: part.feel)
    }
    return try Rhythm(
      origin: .blend(of: first, and: second, at: amount), bars: Array(second.bars[bars]),
      grid: grid, tempo: TempoRange(between: first.tempo, and: second.tempo, at: amount),
      feel: feel, parts: parts)
  }
}

extension Origin {
  /// What a blend says of itself: never that it is a tradition.
  fileprivate static func blend(of first: Rhythm, and second: Rhythm, at amount: Amount) -> Origin {
    let (a, b) = (first.origin, second.origin)
    return Origin(
      id: "\(a.id)-\(b.id)", name: "\(a.name) / \(b.name), \(amount)", region: "blend",
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
