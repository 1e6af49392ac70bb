import Music

/// One note of a blend at two amounts.
public struct Tie: Hashable, Sendable {
  /// The note at the first amount.
  public let first: VoicedNote
  /// The same note at the second, perhaps at another place or in another voice.
  public let second: VoicedNote
}

extension Blending {
  /// The notes that sound at one amount and go on to sound at another: those of one voice at one
  /// place.
  ///
  /// - Complexity: O(n log n) for n notes.
  public func ties(from first: Amount, to second: Amount) throws(ComposerError) -> [Tie] {
    var after: [VoicedNote.Place: VoicedNote] = [:]
    for note in try rhythm(at: second).voicedNotes { after[note.place] = note }
    return try rhythm(at: first).voicedNotes.compactMap { note in
      after[note.place].map { Tie(first: note, second: $0) }
    }
  }
}

extension Morphing {
  /// The notes that sound at one amount and go on to sound at another, in the order of their places
  /// at the first.
  ///
  /// A note that moves or changes its voice on the way is one note. What has no tie has gone before
  /// the second amount, or comes after the first.
  ///
  /// - Complexity: O(n log n) for n notes.
  public func ties(from first: Amount, to second: Amount) throws(ComposerError) -> [Tie] {
    let after = Dictionary(
      try origins(at: Amounts(second)).compactMap { origin in
        origin.now.map { ([origin.first, origin.second], $0) }
      }, uniquingKeysWith: { first, _ in first })
    return try origins(at: Amounts(first)).compactMap { origin in
      guard let now = origin.now, let then = after[[origin.first, origin.second]] else {
        return nil
      }
      return Tie(first: now, second: then)
    }
  }
}
