extension Outline {
  /// The part of a bar that an onset may move before it counts as another onset.
  private static let reach = Fraction(1, 8)

  /// How unlike two outlines are: 0 for equal ones, 1 for those that have nothing in common.
  ///
  /// Bar is laid on bar, on a circle of the least number of bars that both fit into. There, line by
  /// line, the fewest onsets d that change turn one into the other: an onset that goes or comes
  /// counts 1, one that moves counts 2 for an eighth of a bar, in proportion; order is kept, and no
  /// onset moves farther. With n onsets in both together the distance is 2 d / (n + d): where
  /// nothing moves, that share of the onsets of either which the other lacks.
  ///
  /// Law: symmetric; 0 only for equal onsets and accents in equal bars, however often they are
  /// repeated; never longer than over a third outline.
  ///
  /// Source: the cost is optimal partial transport (arXiv:2406.17674); 2 d / (n + d) is the
  /// Steinhaus transform, which keeps a metric one (M. M. Deza and E. Deza, *Encyclopedia of
  /// Distances*, Springer 2009, 4.1); lines, bars and reach are ours.
  ///
  /// - Throws: ``MusicError``; `tooMuch` where the common circle has more onsets than
  ///   ``Bounds/rowSteps``, or too many within the reach.
  /// - Complexity: O(n r log r) for n onsets on the common circle, of which at most r lie within
  ///   the reach.
  public func distance(to other: Outline) throws(MusicError) -> Fraction {
    let bars = try Fraction.leastCommonMultiple(bars, other.bars)
    let steps = try Fraction.leastCommonMultiple(
      Fraction.leastCommonMultiple(stepsPerBar, other.stepsPerBar), Self.reach.denominator)
    let (a, b) = (
      try lines(bars: bars, stepsPerBar: steps), try other.lines(bars: bars, stepsPerBar: steps)
    )
    let length = try fit(bars.multipliedReportingOverflow(by: steps))
    let reach = steps / Self.reach.denominator
    var work = 0
    for (first, second) in zip(a, b) {
      work += try Carrying(first, second, length: length, reach: reach).work
    }
    let onsets = (a + b).reduce(0) { $0 + $1.count }
    guard work > 0 else { return 0 }
    return Fraction(2 * work, onsets * reach + work)
  }

  /// The lines repeated to some bars, on a finer grid.
  private func lines(bars: Int, stepsPerBar: Int) throws(MusicError) -> [[Int]] {
    let (times, factor) = (bars / self.bars, stepsPerBar / self.stepsPerBar)
    let onsets = lines.reduce(0) { $0 + $1.count }
    guard onsets == 0 || times <= Bounds.rowSteps / onsets else { throw .tooMuch }
    guard stepsPerBar <= Self.finestBar else { throw .tooFine }
    return lines.map { line in
      (0..<times).flatMap { time in
        line.map { ($0 + time * self.bars * self.stepsPerBar) * factor }
      }
    }
  }

  /// The most steps of a common bar.
  private static let finestBar = 1 << 30
}

extension Rhythm {
  /// How unlike two rhythms are, of any metre and length: 0 for the same onsets and accents of the
  /// same roles in the same bars, 1 for nothing in common.
  ///
  /// It is the distance of their outlines: ``Outline/distance(to:)``. To compare one rhythm with
  /// many, make its ``Outline`` once.
  ///
  /// - Throws: ``MusicError`` where they share no grid of a size that can be counted.
  public func distance(to other: Rhythm) throws(MusicError) -> Fraction {
    try Outline(self).distance(to: Outline(other))
  }
}
