public import Music

extension Fit {
  /// Brings some rhythms to the bars of the last one, each in its own way.
  ///
  /// The last is repeated as far as all of them need, and the others with it.
  ///
  /// Law: of two rhythms it is ``fitted(_:to:)``.
  ///
  /// - Parameters:
  ///   - rhythms: The rhythms.
  ///   - fits: How each but the last meets the last.
  /// - Returns: As many rhythms, all in the same bars.
  /// - Precondition: There is a rhythm, and a fit for each but the last.
  /// - Throws: ``ComposerError`` where they meet only after ``Bounds/rhythmBars`` bars.
  public static func fitted(
    _ rhythms: [Rhythm], by fits: [Fit]
  ) throws(ComposerError) -> [Fitted] {
    precondition(fits.count == rhythms.count - 1, "each rhythm but the last is fitted")
    var last = try Fitted(rhythms[fits.count])
    for (rhythm, fit) in zip(rhythms, fits) {
      last = try fit.fitted(rhythm, to: last.rhythm).1
    }
    let target = last.rhythm
    return try zip(rhythms, fits).map { rhythm, fit throws(ComposerError) in
      try fit.fitted(rhythm, to: target).0
    } + [last]
  }
}
