extension Onsets {
  /// The weighted note-to-beat distance (WNBD): how near notes come to beats without meeting them.
  ///
  /// With T for the way to the nearest beat as a part of the beat that the note begins in, a note
  /// off the beat weighs 1/T, or 2/T if it lasts past the next beat but not up to the one after it;
  /// a note on a beat weighs nothing. The measure is the mean over all notes. A note lasts up to
  /// the next one. Beats are as the bar is counted: the quarters of 4/4, the dotted quarters of
  /// 12/8, the groups of 7/8.
  ///
  /// Source: F. Gómez, A. Melvin, D. Rappaport and G. Toussaint, "Mathematical Measures of
  /// Syncopation", BRIDGES 2005. Its text doubles a note that ends on the beat after the next as
  /// well; its printed tables hold only if that note is not doubled.
  ///
  /// - Parameter includingSecondBeat: Whether a note that ends on the beat after the next is
  ///   doubled.
  /// - Returns: Nothing where there are no onsets.
  /// - Throws: ``MusicError/tooFine`` where the fraction does not fit.
  /// - Complexity: O(n + b) for n onsets and b beats.
  public func noteToBeatDistance(
    includingSecondBeat: Bool = false
  ) throws(MusicError) -> Fraction? {
    guard count > 0 else { return nil }
    let lines = beatLines
    var beat = 0
    var weights: [Fraction: Int] = [:]
    for (start, length) in zip(steps, intervals) {
      while lines[beat + 1] <= start { beat += 1 }
      let (begin, next) = (lines[beat], lines[beat + 1])
      guard start > begin else { continue }
      let second = beat + 2 < lines.count ? lines[beat + 2] : stepCount + lines[1]
      let end = start + length
      let isDoubled = end > next && (includingSecondBeat ? end <= second : end < second)
      let way = Fraction(min(start - begin, next - start), next - begin)
      weights[try way.reciprocal(), default: 0] += isDoubled ? 2 : 1
    }
    var sum = Fraction.zero
    for (weight, times) in weights { sum = try sum + weight * Fraction(times) }
    return try sum / Fraction(count)
  }
}
