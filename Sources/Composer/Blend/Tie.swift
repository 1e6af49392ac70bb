/// One note of a blend at two amounts.
public struct Tie: Hashable, Sendable {
  /// The note at the first amount.
  public let first: VoicedNote
  /// The same note at the second, perhaps at another place or in another voice.
  public let second: VoicedNote
}
