public import Music

extension Rhythm {
  /// The rhythm in bars of another length, its openings kept: what is too long is cut, what is too
  /// short goes on with its last group.
  ///
  /// - Parameter bars: As many bars as it has.
  /// - Returns: The rhythm in those bars; untouched where they are its own.
  /// - Precondition: There are as many bars.
  /// - Throws: ``ComposerError`` where time is too fine.
  public func continued(in bars: [Metre]) throws(ComposerError) -> Rhythm {
    precondition(bars.count == self.bars.count, "each bar has one that answers it")
    guard bars != self.bars else { return self }
    let fitted = try Fit.Fitted(self)
    return try exactly { () throws(MusicError) in
      try Splice.cut(from: self.bars, to: bars, filling: .lastGroup)
        .applied(to: fitted, in: bars).rhythm
    }
  }
}
