extension Onsets {
  /// The normalised pairwise variability index (nPVI): how much neighbouring intervals differ.
  ///
  /// With d for the intervals from onset to onset, the last one round to the first onset, it is 100
  /// times the mean, over neighbours, of their difference divided by their mean: 0 where all are
  /// equal, below 200. The intervals stand in order from the first onset on; the last and the first
  /// are not compared.
  ///
  /// Source: E. Grabe and E. L. Low, "Durational Variability in Speech and the Rhythm Class
  /// Hypothesis", *Laboratory Phonology* 7 (2002); for cycles of onsets G. T. Toussaint, *The
  /// Geometry of Musical Rhythm*, CRC Press 2013, chapter 17.
  ///
  /// - Returns: Nothing where there are fewer than two onsets.
  /// - Throws: ``MusicError/tooFine`` where the fraction does not fit.
  /// - Complexity: O(n) for n onsets.
  public func pairwiseVariability() throws(MusicError) -> Fraction? {
    guard count > 1 else { return nil }
    let intervals = intervals
    var contrasts: [Fraction: Int] = [:]
    for (left, right) in zip(intervals, intervals.dropFirst()) {
      contrasts[Fraction(2 * abs(left - right), left + right), default: 0] += 1
    }
    var sum = Fraction.zero
    for (contrast, times) in contrasts { sum = try sum + contrast * Fraction(times) }
    return try sum * Fraction(100, count - 1)
  }
}
