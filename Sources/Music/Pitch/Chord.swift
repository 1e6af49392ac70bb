/// Notes that sound together: a root, and how many semitones each note lies above it.
///
///     Chord(name: "dm7")?.voicing(near: Key(clamping: 60))  // a3 c4 d4 f4
public struct Chord: Hashable, Sendable {
  /// The note that names it.
  public let root: PitchClass

  /// The notes in semitones above the root, from 0 on, rising, each another note of the octave.
  public let intervals: [Int]

  /// A chord as lead sheets write it: a note, then its kind, such as `c`, `ebmaj7` or `f#m7b5`.
  ///
  /// A `b` behind the letter is a flat as long as there is a letter before it: `bb7` is B flat 7. As
  /// in charts `^7` is `maj7`.
  ///
  /// - Returns: Nothing where the text is no such name; the kinds are ``kinds``.
  public init?(name: String) {
    let text = name.lowercased()
    let letters = text.dropFirst().prefix { $0 == "b" || $0 == "#" }
    guard let root = PitchClass(name: String(text.prefix(1) + letters)) else { return nil }
    let kind = text.dropFirst(1 + letters.count)
    let written = kind.hasPrefix("^") ? "maj" + kind.dropFirst() : String(kind)
    guard let intervals = Self.kinds[written] else { return nil }
    (self.root, self.intervals) = (root, intervals)
  }

  /// The kinds of chord and their notes; a major chord is called by its root alone.
  ///
  /// Source: the chord symbols of C. Brandt and C. Roemer, *Standardized Chord Symbol Notation*
  /// (1976), in the spelling that can be typed.
  public static let kinds: [String: [Int]] = [
    "": [0, 4, 7], "maj": [0, 4, 7], "m": [0, 3, 7], "dim": [0, 3, 6], "aug": [0, 4, 8],
    "5": [0, 7], "sus2": [0, 2, 7], "sus4": [0, 5, 7], "6": [0, 4, 7, 9], "m6": [0, 3, 7, 9],
    "69": [0, 4, 7, 9, 14], "m69": [0, 3, 7, 9, 14], "add9": [0, 4, 7, 14],
    "madd9": [0, 3, 7, 14], "7": [0, 4, 7, 10], "maj7": [0, 4, 7, 11], "m7": [0, 3, 7, 10],
    "mmaj7": [0, 3, 7, 11], "dim7": [0, 3, 6, 9], "m7b5": [0, 3, 6, 10], "7b5": [0, 4, 6, 10],
    "7#5": [0, 4, 8, 10], "7sus4": [0, 5, 7, 10], "9": [0, 4, 7, 10, 14],
    "maj9": [0, 4, 7, 11, 14], "m9": [0, 3, 7, 10, 14], "7b9": [0, 4, 7, 10, 13],
    "7#9": [0, 4, 7, 10, 15], "9sus4": [0, 5, 7, 10, 14], "11": [0, 4, 7, 10, 14, 17],
    "m11": [0, 3, 7, 10, 14, 17], "7#11": [0, 4, 7, 10, 18], "maj7#11": [0, 4, 7, 11, 18],
    "13": [0, 4, 7, 10, 14, 21], "maj13": [0, 4, 7, 11, 14, 21], "m13": [0, 3, 7, 10, 14, 21],
  ]

  /// The keys of the inversion whose mean lies nearest to a key, of two the lower, rising.
  ///
  /// An inversion takes some of the lowest notes an octave up, so that all stay as close as the chord
  /// is written.
  public func voicing(near centre: Key) -> [Key] {
    let count = intervals.count
    let choices = intervals.indices.flatMap { inversion in
      let notes = intervals.enumerated().map { $1 + ($0 < inversion ? 12 : 0) }
      return (-1...10).map { octave in notes.map { $0 + root.number + 12 * octave } }
    }
    let goal = centre.number * count
    let best = choices.min { left, right in
      let (a, b) = (left.reduce(0, +), right.reduce(0, +))
      return (abs(a - goal), a) < (abs(b - goal), b)
    }
    return (best ?? []).compactMap { Key($0) }.sorted()
  }
}
