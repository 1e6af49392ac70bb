public import Music

/// The blend in which notes jump: one rhythm turns into another, one note at a time.
///
/// Notes that both rhythms share never move. The others are matched so that as little as possible
/// changes; then each pair, each note that goes and each that comes switches at a place of its own
/// on the way from 0 to 1. Every rhythm between lies on the grids of the two, and each voice has a
/// number of notes between those that it has at the ends.
///
///     let jump = try Jump(from: steppe, to: club)
///     try jump.rhythm(at: Amount(0.4))
///
/// Laws: at 0 it is the first rhythm and at 1 the second, untouched; the blend of B and A at 1 − t is
/// the blend of A and B at t; what both share is there throughout; a note comes or goes once.
///
/// Both rhythms must have the same bars; ``Fit`` brings others to that.
///
/// On the way from the rhythm with fewer notes to the other, hats and bells change first, then
/// snares, toms and lines, what is low last; within a voice weak places change before strong ones,
/// with a little chance. The way back is the same in reverse. The strength, the length and the
/// micro-timing of notes that stay or move change gradually.
///
/// Source: optimal transport relative to silence with a threshold for each change; see ``Matching``.
public struct Jump: Sendable {
  /// What a blend depends on besides its rhythms.
  public struct Settings: Hashable, Sendable {
    /// Decides between places of like strength.
    public var seed: UInt64
    /// How much chance is in the order of changes: from 0 for none to 1.
    public var randomness: Double
    /// How far a note of full velocity may move, in quarter notes; one of ``reaches``.
    public var reach: Fraction

    /// The reaches there may be: above zero, at most a bar of 4/4.
    public static let reaches = Fraction(1, 64)...4

    /// Settings; what is not given is usual.
    public init(seed: UInt64 = 0, randomness: Double = 0.25, reach: Fraction = 1) {
      self.seed = seed
      self.randomness = randomness
      self.reach = reach
    }
  }

  /// The rhythm at 0.
  public let first: Rhythm
  /// The rhythm at 1.
  public let second: Rhythm
  /// Which sound becomes which.
  public let map: SoundMap

  private let schedule: Schedule
  /// Whether the schedule runs from the second rhythm to the first.
  private let isReversed: Bool
  /// The feel that both have, where they have one; otherwise it is in the notes' shifts.
  private let feel: Feel
  private let keepsFeel: Bool

  /// Plans the blend of two rhythms.
  ///
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where the matching would be too large or time too fine.
  /// - Complexity: O(n m²) for n and m notes in a voice; the plan is made once.
  public init(
    from first: Rhythm, to second: Rhythm, settings: Settings = Settings()
  ) throws(ComposerError) {
    try self.init(
      from: Fit.Fitted(first), to: Fit.Fitted(second), settings: settings)
  }

  /// Plans the blend of two rhythms that were fitted to each other.
  ///
  /// - Precondition: Both have the same bars.
  public init(
    from first: Fit.Fitted, to second: Fit.Fitted, settings: Settings = Settings()
  ) throws(ComposerError) {
    precondition(first.rhythm.bars == second.rhythm.bars, "the rhythms have the same bars")
    precondition(Settings.reaches.contains(settings.reach), "the reach is in its range")
    self.first = first.rhythm
    self.second = second.rhythm
    map = SoundMap(from: self.first.parts.map(\.voice), to: self.second.parts.map(\.voice))
    keepsFeel = Self.feelsAlike(self.first, self.second)
    feel = keepsFeel ? self.first.feel : .straight
    let plain = keepsFeel ? self.first : try exactly(self.first.withFeelInNotes)
    let other = keepsFeel ? self.second : try exactly(self.second.withFeelInNotes)
    let circle = try Circle(plain, other, reach: settings.reach)
    let lanes = map.pairs.map { pair in
      Lane(pair, first: plain, second: other)
    }
    .sorted { $0.name < $1.name }
    isReversed = Lane.isBefore(lanes.map(\.turned), lanes)
    let planner = Planner(
      circle: circle, weights: first.weights.merging(second.weights, uniquingKeysWith: max),
      settings: settings)
    schedule = try Schedule(isReversed ? lanes.map(\.turned) : lanes, by: planner)
  }

  /// The rhythm some way between the two.
  ///
  /// - Complexity: O(n log n) for n notes.
  public func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    if amount.step == 0 { return first }
    if amount.step == Amount.steps { return second }
    return try exactly { () throws(MusicError) in try between(amount, bars: 0..<second.bars.count) }
  }

  /// One bar of the rhythm some way between the two, counted from 0, as a rhythm of its own.
  ///
  /// - Complexity: O(n + k log k) for k of n notes.
  public func bar(_ index: Int, at amount: Amount) throws(ComposerError) -> Rhythm {
    try exactly { () throws(MusicError) in
      if amount.step == 0 { return try first.bar(index) }
      if amount.step == Amount.steps { return try second.bar(index) }
      return try between(amount, bars: index..<index + 1)
    }
  }

  private func between(_ amount: Amount, bars: Range<Int>) throws(MusicError) -> Rhythm {
    let (begin, end) = (second.barLines[bars.lowerBound], second.barLines[bars.upperBound])
    let notes = try schedule.notes(
      at: isReversed ? amount.reversed : amount, from: begin, to: end)
    let byVoice = Dictionary(grouping: notes, by: \.voice)
    let voices = first.parts.map(\.voice) + second.parts.map(\.voice).filter { first[$0] == nil }
    let parts = try voices.map { voice throws(MusicError) in
      Rhythm.Part(
        voice: voice,
        notes: try (byVoice[voice] ?? []).map { note throws(MusicError) in
          note.note.moved(to: try note.note.onset - begin)
        },
        feel: keepsFeel ? (first[voice] ?? second[voice])?.feel : nil)
    }
    let grid = try Fraction.leastCommonMultiple(first.grid.denominator, second.grid.denominator)
    return try Rhythm(
      origin: .blend(of: first, and: second, at: amount), bars: Array(second.bars[bars]),
      grid: Fraction(1, grid),
      tempo: TempoRange(between: first.tempo, and: second.tempo, at: amount), feel: feel,
      parts: parts)
  }

  private static func feelsAlike(_ first: Rhythm, _ second: Rhythm) -> Bool {
    first.feel == second.feel
      && first.parts.allSatisfy { part in second[part.voice].map { $0.feel == part.feel } ?? true
      }
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
