extension Onsets {
  /// The transport distance on the circle: how far, on average, one rhythm must be carried to
  /// become the other, as a part of the circle, from 0 to 1/2.
  ///
  /// Each rhythm is one unit of earth, in equal heaps on its onsets; the earth goes the shorter way
  /// round. With A and B for what lies up to a place, it is the integral of |A - B - c| round the
  /// circle for the c that makes it least, a median of A - B (earth mover's or Wasserstein
  /// distance).
  ///
  /// Law: a metric; unchanged when both rhythms are turned alike, and half as great a part of the
  /// circle when both are played twice; of equally many onsets at most the swap distance, divided
  /// by onsets and steps.
  ///
  /// Source: J. Delon, J. Salomon and A. Sobolevskii, "Fast Transport Optimization for Monge Costs
  /// on the Circle", *SIAM Journal on Applied Mathematics* 70 (2010), arXiv:0902.3527.
  ///
  /// - Returns: Nothing unless both last equally long and have onsets; rhythms of other lengths can
  ///   be compared by ``Rhythm/distance(to:)``.
  /// - Throws: ``MusicError/tooFine`` where the common grid is too fine.
  /// - Complexity: O((n + m) log (n + m)) for n and m onsets.
  public func transportDistance(to other: Onsets) throws(MusicError) -> Fraction? {
    guard count > 0, other.count > 0, let (a, b) = try Self.aligned(self, other) else { return nil }
    var pieces: [(height: Int, length: Int)] = []
    var (i, j, now) = (0, 0, 0)
    while i < a.count || j < b.count {
      let next = min(
        i < a.count ? a.steps[i] : a.stepCount, j < b.count ? b.steps[j] : a.stepCount)
      pieces.append((i * b.count - j * a.count, next - now))
      now = next
      if i < a.count, a.steps[i] == next { i += 1 }
      if j < b.count, b.steps[j] == next { j += 1 }
    }
    pieces.append((0, a.stepCount - now))
    pieces.sort { $0.height < $1.height }
    let middle = Self.median(of: pieces, length: a.stepCount)
    let work = pieces.reduce(0) { $0 + abs($1.height - middle) * $1.length }
    return Fraction(work, a.count * b.count * a.stepCount)
  }

  /// A height that as much lies above as below, of pieces in order.
  private static func median(of pieces: [(height: Int, length: Int)], length: Int) -> Int {
    var below = 0
    for piece in pieces {
      below += piece.length
      if 2 * below >= length { return piece.height }
    }
    return 0
  }
}
