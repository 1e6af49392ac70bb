public import Music

extension Rhythm {
  /// The same onsets heard in other bars of the same length, as 6/8 in 3/4.
  ///
  /// In each voice the strokes change places with their strengths: the strongest stands on the place
  /// that is strongest in the new metre, and so on. The feel is written into the notes first, as it
  /// belongs to the old bars.
  ///
  /// Laws: no onset changes; each voice has the strokes and strengths that it had; in a voice a
  /// stronger place is never weaker played; in its own bars a rhythm stays as it is.
  ///
  /// - Parameter bars: The new bars.
  /// - Returns: Nothing where the new bars together are not as long as the old ones.
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(n log n) for n notes.
  public func reaccented(in bars: [Metre]) throws(ComposerError) -> Rhythm? {
    guard bars != self.bars else { return self }
    let length = try exactly { () throws(MusicError) in
      var length = Fraction.zero
      for bar in bars { length = try length + bar.beats }
      return length
    }
    guard !bars.isEmpty, length == beats else { return nil }
    let plain = try exactly(withFeelInNotes)
    let bare = try exactly { () throws(MusicError) in
      try Rhythm(
        origin: plain.origin, bars: bars, grid: plain.grid, tempo: plain.tempo, feel: plain.feel,
        parts: plain.parts)
    }
    let weights = try Fit.Fitted(bare).weights
    let parts = bare.parts.map { part in
      let strongest = part.notes.sorted { left, right in
        (right.velocity, left.onset) < (left.velocity, right.onset)
      }
      let places = part.notes.sorted { left, right in
        let (a, b) = (weights[left.onset] ?? 0, weights[right.onset] ?? 0)
        return (b, left.onset) < (a, right.onset)
      }
      return part.playing(
        zip(places, strongest).map { place, stroke in
          Note(
            onset: place.onset, length: place.length, stroke: stroke.stroke,
            velocity: stroke.velocity, shift: place.shift, key: place.key)
        })
    }
    return try exactly { () throws(MusicError) in
      try Rhythm(
        origin: bare.origin, bars: bars, grid: bare.grid, tempo: bare.tempo, feel: bare.feel,
        parts: parts)
    }
  }
}
