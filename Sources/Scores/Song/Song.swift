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
  public internal(set) var bars: [Bar]
  /// The sections in order.
  public let sections: [Part]
  /// Where the knobs that the score follows stand until they are turned, from 0 to 1, by the numbers
  /// of their controllers.
  public let knobs: [Int: Fraction]
  /// The labels of the tracks, in order.
  public var tracks: [String] { players.map(\.label) }

  let key: KeySignature?
  let players: [(label: String, strain: Strain, place: Place)]
  /// In which section each track sounds for the first time, as its first bar.
  let entries: [String: Int]
  let source: SourceText
  /// What tracks play in some bars whatever the seed is, for the variants of the piece.
  private(set) var remembered = Memo<Remembered, [Timeline.Track]>()
  /// Whether the first bar is a pickup, which is counted as bar 0.
  public let hasPickup: Bool

  /// Which bars of which track.
  struct Remembered: Hashable {
    let track: Int
    let bars: Range<Int>
  }

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

    /// Whether a track plays in it, by its label.
    public func plays(_ track: String) -> Bool { strains[track] != nil }
  }

  /// Some bars as a musician counts them, from 1, or from 0 where there is a pickup.
  ///
  /// - Returns: Their numbers in ``bars``, or nothing where one of them is not there.
  public func bars(numbered numbers: ClosedRange<Int>) -> Range<Int>? {
    let first = hasPickup ? 0 : 1
    guard numbers.lowerBound >= first, numbers.upperBound - first < bars.count else { return nil }
    return numbers.lowerBound - first..<numbers.upperBound - first + 1
  }

  /// Plays the whole piece at one tempo.
  public mutating func hold(_ tempo: Tempo) {
    remembered = Memo()
    let rate = Fraction(60_000_000, tempo.microsecondsPerBeat)
    bars = bars.map { bar in
      Bar(
        metre: bar.metre, begin: bar.begin, section: bar.section,
        pace: Pace(first: rate, last: rate))
    }
  }

  /// The length of the piece in quarter notes.
  public var length: Fraction {
    get throws(MusicError) {
      guard let last = bars.last else { return 0 }
      return try last.begin + last.metre.beats
    }
  }
}
