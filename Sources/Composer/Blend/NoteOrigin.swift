/// Where a note of a blend comes from, and what becomes of it.
public struct NoteOrigin: Hashable, Sendable {
  /// What has become of a note of two rhythms so far.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Both rhythms have it at one place in one voice.
    case kept
    /// It stands where the first rhythm has it, and will move.
    case waiting
    /// It is between its places, or has come to another place or voice but not to both.
    case moving
    /// It stands where the second rhythm has it, and has moved.
    case moved
    /// The first rhythm alone has it, and it still sounds.
    case leaving
    /// The first rhythm alone has it, and it has gone.
    case gone
    /// The second rhythm alone has it, and it will come.
    case coming
    /// The second rhythm alone has it, and it has come.
    case born
    /// It gives way to a louder note of its voice at its place.
    case masked
  }

  /// The note in the first rhythm.
  public let first: VoicedNote?
  /// The note in the second rhythm.
  public let second: VoicedNote?
  /// The note as it sounds, where it does.
  public let now: VoicedNote?
  /// The amount at which it changes from the one to the other; nothing where it fades all the way.
  public let change: Amount?
  /// What has become of it.
  public let kind: Kind
}

extension Morphing {
  /// Where each note of the blend comes from, with those that have gone and those that will come.
  ///
  /// The timing of notes is that of rhythms whose feels differ: written into their shifts.
  ///
  /// Law: what sounds now is the rhythm at the amounts.
  ///
  /// - Returns: The notes in the order of their places: as they sound, or else as they are in the
  ///   rhythm that has them.
  /// - Complexity: O(n log n) for n notes.
  public func origins(at amounts: Amounts) throws(ComposerError) -> [NoteOrigin] {
    try way.origins(at: amounts)
  }
}
