public import Music

/// How a rhythm of one metre or length meets one of another before they are blended.
///
/// The second rhythm keeps its bars, and the first is brought to them; only `tile` may repeat the
/// second as well.
public enum Fit: String, CaseIterable, Hashable, Sendable {
  /// Each bar is stretched or squeezed to the length of the other's bar: x ↦ x · L₂ / L₁.
  case stretch
  /// Both are repeated until they end together.
  case tile
  /// The groups of each bar are laid on the groups of the other's bar, evenly inside.
  case regroup
  /// The groups of each bar begin where the groups of the other's bar do, at their own speed; each is
  /// cut or left open at its end.
  case elastic
  /// Each bar keeps its speed; it is cut where the other's bar ends, or followed by a rest.
  case cut

  /// A rhythm brought to other bars, and the weights of its places in its own metre.
  public struct Fitted: Sendable {
    /// The rhythm in the bars that both share.
    public let rhythm: Rhythm
    /// How strong each place of its own grid is: 1 for its first downbeat.
    let weights: [Fraction: Double]

    /// A rhythm as it stands.
    package init(_ rhythm: Rhythm) throws(ComposerError) {
      self.rhythm = rhythm
      weights = try exactly(rhythm.weights)
    }

    /// The same some times over.
    package func repeated(_ times: Int) throws(MusicError) -> Fitted {
      var weights: [Fraction: Double] = [:]
      for turn in 0..<times {
        let start = try rhythm.beats * Fraction(turn)
        for (place, weight) in self.weights { weights[try start + place] = weight }
      }
      return Fitted(try rhythm.repeated(times), weights: weights)
    }

    init(_ rhythm: Rhythm, weights: [Fraction: Double]) {
      self.rhythm = rhythm
      self.weights = weights
    }
  }

  /// The fit that serves two rhythms best when none is asked for.
  ///
  /// `tile` where the length of one is a whole multiple of the other's, so that both stay as they
  /// are; `regroup` otherwise.
  public static func usual(for first: Rhythm, _ second: Rhythm) -> Fit {
    let ratios = [try? first.beats / second.beats, try? second.beats / first.beats]
    return ratios.contains { $0?.denominator == 1 } ? .tile : .regroup
  }

  /// Brings two rhythms to the same bars.
  ///
  /// Laws: the first keeps the order of its notes, and all of them but for `elastic` and `cut`, which
  /// leave out what lies in a part that is cut; a rhythm that has the bars already is not touched.
  ///
  /// - Returns: The first rhythm in the second one's bars, and the second.
  /// - Throws: ``ComposerError`` where they meet only after ``Bounds/rhythmBars`` bars.
  public func fitted(
    _ first: Rhythm, to second: Rhythm
  ) throws(ComposerError) -> (Fitted, Fitted) {
    if first.bars == second.bars { return (try Fitted(first), try Fitted(second)) }
    let common = try exactly { () throws(MusicError) in
      self == .tile
        ? try Fraction.leastCommonMultiple(first.beats, second.beats)
        : try Fraction(Fraction.leastCommonMultiple(first.bars.count, second.bars.count))
    }
    let firstTurns = try exactly { () throws(MusicError) in
      (try common / (self == .tile ? first.beats : Fraction(first.bars.count))).floor
    }
    let secondTurns = try exactly { () throws(MusicError) in
      (try common / (self == .tile ? second.beats : Fraction(second.bars.count))).floor
    }
    let bars = max(firstTurns * first.bars.count, secondTurns * second.bars.count)
    guard bars <= Bounds.rhythmBars else { throw .tooManyBarsToMeet(bars) }
    let notes = firstTurns * first.noteCount + secondTurns * second.noteCount
    guard notes <= 2 * Bounds.rowSteps else { throw .tooManyNotesToMeet }
    return try exactly { () throws(MusicError) in
      let target = try second.repeated(secondTurns)
      let source = try first.repeated(firstTurns)
      return (try laid(source, in: target.bars), Fitted(target, weights: try target.weights()))
    }
  }

  /// A rhythm brought to other bars of the same number.
  private func laid(_ rhythm: Rhythm, in bars: [Metre]) throws(MusicError) -> Fitted {
    switch self {
    case .stretch, .tile, .regroup:
      return try rhythm.moved(to: bars, by: try bend(from: rhythm.bars, to: bars))
    case .elastic, .cut:
      let fitted = Fitted(rhythm, weights: try rhythm.weights())
      if rhythm.bars == bars { return fitted }
      let splice =
        self == .cut
        ? try Splice.cut(from: rhythm.bars, to: bars)
        : try Splice.elastic(from: rhythm.bars, to: bars)
      return try splice.applied(to: fitted, in: bars)
    }
  }

  /// How time is bent to bring bars to others of the same number; to bars of the same length for
  /// `tile`.
  private func bend(from bars: [Metre], to others: [Metre]) throws(MusicError) -> TimeBend {
    var bend = TimeBend()
    switch self {
    case .tile, .elastic, .cut: break
    case .stretch:
      for (bar, other) in zip(bars, others) { try bend.append(bar.beats, to: other.beats) }
    case .regroup:
      var alignments: [[[Int]]: GroupAlignment] = [:]
      for (bar, other) in zip(bars, others) {
        let groups = [bar.groups, other.groups]
        let alignment = alignments[groups] ?? GroupAlignment(of: bar.groups, with: other.groups)
        alignments[groups] = alignment
        for run in alignment.runs {
          try bend.append(
            Fraction(bar.groups[run.first].reduce(0, +) * 4, bar.unit),
            to: Fraction(other.groups[run.second].reduce(0, +) * 4, other.unit))
        }
      }
    }
    return bend
  }
}

extension Rhythm {
  /// The rhythm in other bars, each place moved, and its weights moved along.
  fileprivate func moved(to bars: [Metre], by bend: TimeBend) throws(MusicError) -> Fit.Fitted {
    let plain = bend.isIdentity ? self : try withFeelInNotes()
    let parts = try plain.parts.map { part throws(MusicError) in
      let notes = try part.notes.map { note throws(MusicError) in
        let begin = try bend(note.onset)
        let ratio = try bend.ratio(at: note.onset)
        return Note(
          onset: begin, length: try note.length * ratio, stroke: note.stroke,
          velocity: note.velocity,
          shift: Shift(
            beats: try note.shift.beats * ratio, microseconds: note.shift.microseconds),
          key: note.key)
      }
      return part.playing(notes)
    }
    var moved: [Fraction: Double] = [:]
    for (place, weight) in try weights() { moved[try bend(place)] = weight }
    let rhythm = try Rhythm(
      origin: origin, bars: bars, grid: grid, tempo: tempo, feel: plain.feel, parts: parts)
    return Fit.Fitted(rhythm, weights: moved)
  }

  /// How many notes all voices have.
  fileprivate var noteCount: Int { parts.reduce(0) { $0 + $1.notes.count } }

  /// How strong each place of the grid is in the rhythm's metre.
  fileprivate func weights() throws(MusicError) -> [Fraction: Double] {
    let wholes = try parts.flatMap(\.notes).map { note throws(MusicError) in try note.onset / 4 }
    let stepsPerWhole = try Fraction.commonDenominator(
      of: wholes + bars.map { Fraction(1, $0.unit) } + [grid])
    let steps = try beats / 4 * Fraction(stepsPerWhole)
    guard steps <= Fraction(Self.mostRankedSteps),
      let ranks = MetricalRanks(bars: bars, stepsPerWhole: stepsPerWhole)
    else { throw .tooFine }
    var weights: [Fraction: Double] = [:]
    for slot in ranks.ranks.indices {
      weights[Fraction(slot * 4, stepsPerWhole)] = ranks.weight(of: slot)
    }
    return weights
  }

  /// The most steps that are ranked; a rhythm on a finer common grid cannot be blended.
  private static let mostRankedSteps = 4 * Bounds.rowSteps
}
