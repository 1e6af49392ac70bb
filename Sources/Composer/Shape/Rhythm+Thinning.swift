public import Music

extension Rhythm {
  /// The rhythm with a part of its notes: the strongest.
  ///
  /// Strength is that of the place in the metre, then that of the note; of equals the earlier note
  /// is kept. Of n notes that may go, ⌈t n⌉ stay.
  ///
  /// Laws: at 1 it is the rhythm; what stays at one amount stays at every greater one; anchors stay
  /// at every amount.
  ///
  /// - Parameters:
  ///   - amount: How much of the notes stays.
  ///   - anchors: Notes of these voices at these places stay; such as what two blended rhythms share.
  /// - Returns: The same rhythm with the notes that stay.
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(n log n) for n notes.
  public func thinned(
    to amount: Amount, keeping anchors: [Voice: Set<Fraction>] = [:]
  ) throws(ComposerError) -> Rhythm {
    guard amount.step < Amount.steps else { return self }
    let weights = try Fit.Fitted(self).weights
    let loose = voicedNotes.filter { !(anchors[$0.voice]?.contains($0.note.onset) ?? false) }
    let strongest = loose.sorted { left, right in
      let (a, b) = (weights[left.note.onset] ?? 0, weights[right.note.onset] ?? 0)
      if a != b { return a > b }
      if left.note.velocity != right.note.velocity {
        return left.note.velocity > right.note.velocity
      }
      return left < right
    }
    let count = (loose.count * amount.step + Amount.steps - 1) / Amount.steps
    let gone = Set(strongest.dropFirst(count))
    return try exactly { () throws(MusicError) in
      try Rhythm(
        origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel,
        parts: parts.map { part in
          part.playing(
            part.notes.filter { !gone.contains(VoicedNote(voice: part.voice, note: $0)) })
        })
    }
  }

  /// Where both rhythms have a note of one voice: the anchors of a blend of the two.
  public func anchors(with other: Rhythm) -> [Voice: Set<Fraction>] {
    Dictionary(
      uniqueKeysWithValues: parts.map { part in
        let places = Set((other[part.voice]?.notes ?? []).map(\.onset))
        return (part.voice, places.intersection(part.notes.map(\.onset)))
      })
  }
}
