import Music

/// The two rhythms of a blend, their streams of notes side by side, and how changes are measured.
struct Ends {
  let first: Rhythm
  let second: Rhythm
  let map: SoundMap
  /// Whether the lanes lead from the second rhythm to the first.
  let isReversed: Bool
  /// The streams of notes that turn into each other, from the lesser rhythm to the greater.
  let lanes: [Lane]
  let planner: Planner
  /// Whether both have one feel, which then stays written; otherwise it is in the notes' shifts.
  let keepsFeel: Bool

  /// What two fitted rhythms have in common.
  ///
  /// - Precondition: Both have the same bars, and the reach is in its range.
  init(
    _ first: Fit.Fitted, _ second: Fit.Fitted, _ settings: Jump.Settings, writesFeel: Bool = false
  ) throws(ComposerError) {
    precondition(first.rhythm.bars == second.rhythm.bars, "the rhythms have the same bars")
    precondition(Jump.Settings.reaches.contains(settings.reach), "the reach is in its range")
    (self.first, self.second) = (first.rhythm, second.rhythm)
    map = try SoundMap(from: first, to: second, choosing: settings.pairs)
    keepsFeel = !writesFeel && Self.feelsAlike(self.first, self.second)
    let plain = keepsFeel ? self.first : try exactly(self.first.withFeelInNotes)
    let other = keepsFeel ? self.second : try exactly(self.second.withFeelInNotes)
    let lanes = map.pairs.map { pair in Lane(pair, first: plain, second: other) }
      .sorted { $0.name < $1.name }
    let turned = lanes.map(\.turned)
    isReversed = Lane.isBefore(turned, lanes)
    self.lanes = isReversed ? turned : lanes
    planner = Planner(
      circle: try Circle(plain, other, reach: settings.reach),
      weights: first.weights.merging(second.weights, uniquingKeysWith: max), settings: settings)
  }

  /// The voices of both, those of the first rhythm before the others.
  var voices: [Voice] {
    first.parts.map(\.voice) + second.parts.map(\.voice).filter { first[$0] == nil }
  }

  private static func feelsAlike(_ first: Rhythm, _ second: Rhythm) -> Bool {
    first.feel == second.feel
      && first.parts.allSatisfy { part in second[part.voice].map { $0.feel == part.feel } ?? true
      }
  }
}
