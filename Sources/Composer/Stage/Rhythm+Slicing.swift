public import Music

extension Rhythm {
  /// A rhythm that changes in the course of its bars: each slice of time from a rhythm of its own.
  ///
  ///     try Rhythm.sliced([steppe, half, club], every: 1)  // a beat each, and the rest of the bar
  ///
  /// Law: each note is one of the rhythm in whose slice it begins, and all of those are there.
  ///
  /// - Parameters:
  ///   - rhythms: The rhythms in their order; the last one goes on to the end.
  ///   - step: How long a slice is, in quarter notes.
  /// - Returns: A rhythm of the same bars.
  /// - Precondition: There is a rhythm, all have the same bars, and the step is above zero.
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(k n) for k rhythms of n notes.
  public static func sliced(
    _ rhythms: [Rhythm], every step: Fraction
  ) throws(ComposerError) -> Rhythm {
    precondition(step > 0, "a slice lasts")
    let company = try Company(rhythms)
    guard Set(rhythms).count > 1 else { return rhythms[0] }
    var notes: [VoicedNote] = []
    for (index, rhythm) in company.rhythms.enumerated() {
      for part in rhythm.parts {
        for note in part.notes {
          let slice = try exactly { () throws(MusicError) in try (note.onset / step).floor }
          if min(slice, rhythms.count - 1) == index {
            notes.append(VoicedNote(voice: part.voice, note: note))
          }
        }
      }
    }
    return try company.rhythm(notes, origin: rhythms[0].origin)
  }
}
