extension Onsets {
  /// Both on the coarsest grid that has the steps of each.
  ///
  /// - Returns: Nothing where they do not last equally long.
  /// - Throws: ``MusicError/tooFine``.
  static func aligned(
    _ first: Onsets, _ second: Onsets
  ) throws(MusicError) -> (first: Onsets, second: Onsets)? {
    let common = try Fraction.leastCommonMultiple(first.stepsPerWhole, second.stepsPerWhole)
    let (a, b) = (common / first.stepsPerWhole, common / second.stepsPerWhole)
    let length = try fit(first.stepCount.multipliedReportingOverflow(by: a))
    guard length == (try fit(second.stepCount.multipliedReportingOverflow(by: b))) else {
      return nil
    }
    guard length <= finest else { throw .tooFine }
    return (first.refined(by: a), second.refined(by: b))
  }

  /// The most steps of a circle on which two rhythms are laid: with all the onsets that a rhythm
  /// may have, products of steps and onsets still fit.
  private static let finest = 1 << 24
}
