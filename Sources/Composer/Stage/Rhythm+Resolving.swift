public import Music

extension Rhythm {
  /// The usual window of ``resolved(window:)``: nearer onsets of one voice are heard as a flam.
  ///
  /// Source: the order of two sounds is heard with certainty from about 60 ms on: I. J. Hirsh,
  /// "Auditory Perception of Temporal Order", *J. Acoust. Soc. Am.* 31 (1959), 759–767, which puts
  /// it lower; the figure is a cautious round one.
  public static let flamWindow = 60_000

  /// The rhythm without notes that sound too near a stronger one of their voice.
  ///
  /// Of each voice notes are taken by falling velocity, the earlier of equals first; one nearer than
  /// the window to one that is already kept is left out. Where notes sound is measured with their
  /// shifts and the feel, at the middle of the usual tempi, and round the circle of all bars.
  ///
  /// Laws: kept notes are a window apart; a note that is left out has a stronger or equal one within
  /// the window; resolving twice is resolving once; a window of 0 leaves all.
  ///
  /// - Parameter microseconds: The window, in microseconds.
  /// - Returns: The same rhythm with the notes that are kept.
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(n log n) comparisons for n notes.
  public func resolved(
    window microseconds: Int = Rhythm.flamWindow
  ) throws(ComposerError) -> Rhythm {
    try exactly { () throws(MusicError) in
      let parts = try parts.map { part throws(MusicError) in
        let places = try part.notes.map { note throws(MusicError) in
          try soundingTime(of: note, in: part)
        }
        let length = try beats * microsecondsPerBeat
        let kept = try resolvedIndices(
          part.notes, at: places, around: length, window: Fraction(max(0, microseconds)))
        return part.playing(kept.map { part.notes[$0] })
      }
      return try Rhythm(
        origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel, parts: parts)
    }
  }

  private var microsecondsPerBeat: Fraction {
    Fraction(60_000_000, max(1, Int(tempo.middle)))
  }

  /// When a note sounds, in microseconds from the beginning of the circle.
  private func soundingTime(of note: Note, in part: Part) throws(MusicError) -> Fraction {
    let shift = try shift(of: note, in: part)
    let place = try (note.onset + shift.beats) * microsecondsPerBeat
    return try (place + Fraction(shift.microseconds)).modulo(beats * microsecondsPerBeat)
  }
}

/// The notes that are kept, in order.
private func resolvedIndices(
  _ notes: [Note], at places: [Fraction], around length: Fraction, window: Fraction
) throws(MusicError) -> [Int] {
  let order = notes.indices.sorted { left, right in
    (notes[right].velocity, notes[left].onset) < (notes[left].velocity, notes[right].onset)
  }
  var (kept, indices) = ([Fraction](), [Int]())
  for index in order {
    let place = places[index]
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle] < place { low = middle + 1 } else { high = middle }
    }
    if let first = kept.first, let last = kept.last {
      let after = low < kept.count ? try kept[low] - place : try first + length - place
      let before = low > 0 ? try place - kept[low - 1] : try place + length - last
      guard min(after, before) >= window else { continue }
    }
    kept.insert(place, at: low)
    indices.append(index)
  }
  return indices.sorted()
}
