import Music

/// An excerpt on a grid.
struct Transcription {
  let excerpt: Excerpt
  let timing: Timing
  let placement: Placement
  /// The bars of the excerpt that the rhythm has, counted from 0.
  let kept: Range<Int>

  /// Grids for notes that are too dense for all others, in steps to a whole note.
  private static let finerGrids = [128, 192, 384, 960, 3840]
  /// How often the timing is looked for again.
  private static let mostRounds = 4

  /// The bars of the file, counted from 1.
  var bars: ClosedRange<Int> {
    excerpt.firstBar + kept.lowerBound + 1...excerpt.firstBar + kept.upperBound
  }

  /// How many voices need a channel of their own.
  var melodicVoices: Int { placement.lines.count { !$0.isDrum } }

  /// Finds the grid and the feel.
  ///
  /// They are looked for again with each note that needs no shift where it will then be, so that what
  /// is rendered and imported again has the same.
  init(of original: Excerpt, _ choices: ImportChoices) throws(ImportError) {
    var excerpt = original
    var (timing, placement) = try Self.placed(excerpt, choices)
    for _ in 1..<Self.mostRounds {
      let places = try counted { () throws(MusicError) in
        try placement.settledPlaces(in: original, timing)
      }
      let settled = original.moved(to: places)
      guard settled.places != excerpt.places else { break }
      let before = timing
      (timing, placement) = try Self.placed(settled, choices)
      excerpt = settled
      if timing == before { break }
    }
    (self.excerpt, self.timing, self.placement) = (excerpt, timing, placement)
    let steps = placement.lines.lazy.flatMap(\.notes).map(\.step)
    guard let first = steps.min(), let last = steps.max() else { throw .noNotes(choices.bars) }
    let all = 0..<excerpt.metres.count
    kept = excerpt.isTrimmed ? placement.bar(of: first)..<placement.bar(of: last) + 1 : all
    guard kept.count <= Bounds.rhythmBars else { throw .tooManyBars(kept.count) }
  }

  /// The best timing with which each note has a step: on the chosen grid, on a usual one, or else on
  /// a very fine one.
  private static func placed(
    _ excerpt: Excerpt, _ choices: ImportChoices
  ) throws(ImportError) -> (Timing, Placement) {
    if let grid = choices.grid {
      let misfit = excerpt.metres.first { !$0.isDivided(by: grid.denominator) }
      if let misfit { throw .gridDoesNotFit(grid, misfit) }
    }
    let search = TimingSearch(excerpt)
    let tries =
      choices.grid.map { [[$0.denominator]] } ?? [TimingSearch.grids] + finerGrids.map { [$0] }
    var isTooLong = false
    for grids in tries {
      let whole = grids.filter { steps in excerpt.metres.allSatisfy { $0.isDivided(by: steps) } }
      var grids = whole.filter { excerpt.steps(of: $0) <= Bounds.rowSteps }
      if grids.count < whole.count { isTooLong = true }
      while let timing = search.best(on: grids) {
        if let placement = Placement.of(excerpt, timing) { return (timing, placement) }
        grids.removeAll { $0 <= timing.stepsPerWhole }
      }
    }
    throw isTooLong ? .tooManySteps : .tooCoarse(choices.grid)
  }
}

extension Metre {
  /// Whether a bar is a whole number of steps, so many to a whole note.
  fileprivate func isDivided(by stepsPerWhole: Int) -> Bool { pulses * stepsPerWhole % unit == 0 }
}
