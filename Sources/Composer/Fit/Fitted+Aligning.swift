import Music

extension Fit.Fitted {
  /// The most turns that are tried: phrases of music are shorter.
  private static let mostTurns = 64

  /// The rhythm turned by whole bars to where it is nearest to another, so that phrases which answer
  /// each other begin together; the fewest bars where several turns are as near.
  ///
  /// Laws: it is no farther away than before; a rhythm that was turned comes back to itself; aligning
  /// again changes nothing; of one bar it is the rhythm itself.
  ///
  /// Source of the distance: ``Music/Rhythm/distance(to:)``.
  ///
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where they share no grid that can be counted.
  /// - Complexity: that of as many distances as there are bars, at most 64.
  public func aligned(to other: Fit.Fitted) throws(ComposerError) -> Fit.Fitted {
    precondition(rhythm.bars == other.rhythm.bars, "the rhythms have the same bars")
    let bars = rhythm.bars
    return try exactly { () throws(MusicError) in
      let goal = try Outline(other.rhythm)
      var best = (turned: self, distance: try Outline(rhythm).distance(to: goal))
      for turn in 1..<max(1, min(bars.count, Self.mostTurns))
      where Array(bars[turn...] + bars[..<turn]) == bars {
        let turned = try turned(byBars: turn)
        let distance = try Outline(turned.rhythm).distance(to: goal)
        if distance < best.distance { best = (turned, distance) }
      }
      return best.turned
    }
  }

  /// The rhythm begun some bars later, what was before them behind it.
  func turned(byBars count: Int) throws(MusicError) -> Fit.Fitted {
    let (line, length) = (rhythm.barLines[count], rhythm.beats)
    let parts = try rhythm.parts.map { part throws(MusicError) in
      part.playing(
        try part.notes.map { note throws(MusicError) in
          note.moved(to: try (note.onset - line).modulo(length))
        })
    }
    var weights: [Fraction: Double] = [:]
    for (place, weight) in self.weights { weights[try (place - line).modulo(length)] = weight }
    let turned = try Rhythm(
      origin: rhythm.origin, bars: rhythm.bars, grid: rhythm.grid, tempo: rhythm.tempo,
      feel: rhythm.feel, parts: parts)
    return Fit.Fitted(turned, weights: weights)
  }
}
