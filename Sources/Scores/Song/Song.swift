public import Music
import Notation

/// A whole piece that a score means: tracks, sections, and the bars in which they sound.
///
///     let song = try Song(SourceText(name: "set.jorga", text), on: shelf)
///     let timeline = try song.timeline()
public struct Song: Sendable {
  /// What the piece is called.
  public let title: String
  /// The number that decides what is left to chance.
  public var seed: UInt64
  /// The bars in order, with the pickup as the first.
  public let bars: [Bar]
  /// The sections in order.
  public let sections: [Part]
  /// The labels of the tracks, in order.
  public var tracks: [String] { players.map(\.label) }

  let key: KeySignature?
  let players: [(label: String, strain: Strain, place: Place)]
  /// In which section each track sounds for the first time, as its first bar.
  let entries: [String: Int]
  let source: SourceText
  let hasPickup: Bool

  /// One bar of the piece.
  public struct Bar: Hashable, Sendable {
    /// How it is counted.
    public let metre: Metre
    /// Where it begins, in quarter notes from the beginning of the piece.
    public let begin: Fraction
    /// The number of its section.
    public let section: Int
    /// The tempo from which it sets out and at which it arrives, in quarter notes a minute.
    let pace: Pace
  }

  /// A section of the piece.
  public struct Part: Sendable {
    /// What it is called; nothing where the score has no sections.
    public let name: String?
    /// Its bars, by their numbers in the piece.
    public let bars: Range<Int>
    /// What each track plays in it, by its label.
    let strains: [String: Strain]

    /// The labels of the tracks that play in it.
    public var tracks: [String] { strains.keys.sorted() }
  }

  /// The length of the piece in quarter notes.
  public var length: Fraction {
    get throws(MusicError) {
      guard let last = bars.last else { return 0 }
      return try last.begin + last.metre.beats
    }
  }
}
