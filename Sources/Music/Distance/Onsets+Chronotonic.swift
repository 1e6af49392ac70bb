/// How the interval that goes over the beginning of a cycle is seen.
public enum CycleSeam: CaseIterable, Hashable, Sendable {
  /// As one interval: the cycle is a circle.
  case joined

  /// As two, from the beginning to the first onset and from the last onset to the end: the
  /// published table of flamenco metres has it so.
  case cut
}

extension Onsets {
  /// The chronotonic distance: the area between two lines that show, step by step, how long the
  /// interval is in which the step lies; in squares of steps of the common grid.
  ///
  /// Law: symmetric, and no longer over a third rhythm. It is 0 between rhythms of equal intervals
  /// at equal places, which need not be equal rhythms: evenly spaced onsets are 0 from the same
  /// later ones. Joined, it stays the same when both rhythms are turned alike.
  ///
  /// Source: K. Gustafson, "The Graphical Representation of Rhythm", *PROPH* 3 (1988), as in
  /// G. T. Toussaint, "A Comparison of Rhythmic Similarity Measures", ISMIR 2004.
  ///
  /// - Returns: Nothing unless both last equally long and have onsets.
  /// - Throws: ``MusicError/tooFine`` where the common grid is too fine.
  /// - Complexity: O(n + m) for n and m onsets.
  public func chronotonicDistance(
    to other: Onsets, seam: CycleSeam = .joined
  ) throws(MusicError) -> Int? {
    guard count > 0, other.count > 0, let (a, b) = try Self.aligned(self, other) else { return nil }
    let (left, right) = (a.stretches(seam), b.stretches(seam))
    var (i, j, now, area) = (0, 0, 0, 0)
    while now < a.stepCount {
      let end = min(left[i].end, right[j].end)
      area += abs(left[i].height - right[j].height) * (end - now)
      now = end
      if left[i].end == end { i += 1 }
      if right[j].end == end { j += 1 }
    }
    return area
  }

  /// The stretches of one height from the beginning of the cycle to its end.
  private func stretches(_ seam: CycleSeam) -> [(height: Int, end: Int)] {
    let (first, last) = (steps[0], steps[count - 1])
    let wrapped = stepCount - last + first
    let inner = zip(steps, steps.dropFirst()).map { (height: $1 - $0, end: $1) }
    let head = (height: seam == .joined ? wrapped : first, end: first)
    let tail = (height: seam == .joined ? wrapped : stepCount - last, end: stepCount)
    return (first > 0 ? [head] : []) + inner + [tail]
  }
}
