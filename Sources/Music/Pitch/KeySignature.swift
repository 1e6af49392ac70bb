/// Which notes are raised or lowered throughout.
public struct KeySignature: Hashable, Sendable {
  /// How many sharps there may be; flats are below zero.
  public static let counts = -7...7

  /// Sharps, or flats below zero; always one of ``counts``.
  public let sharps: Int
  /// Whether it is a minor key.
  public let isMinor: Bool

  /// A key signature, or nothing where the number is out of range.
  public init?(sharps: Int, isMinor: Bool) {
    guard Self.counts.contains(sharps) else { return nil }
    self.sharps = sharps
    self.isMinor = isMinor
  }

  /// The key signature of a tonic and a mode, such as `d minor`, `eb major` or `d dorian`.
  ///
  /// The modes are those of the diatonic scale: ionian (major), dorian, phrygian, lydian,
  /// mixolydian, aeolian (minor) and locrian. A mode with a minor third is written as a minor key.
  ///
  /// - Returns: Nothing where the words are no key, or it needs more than seven sharps or flats.
  public init?(name: String) {
    let words = name.lowercased().split(separator: " ")
    guard words.count == 2, var sharps = Self.fifths[words[0].prefix(1)],
      let mode = Self.modes[words[1]]
    else { return nil }
    for sign in words[0].dropFirst() {
      switch sign {
      case "#", "s", "♯": sharps += 7
      case "b", "f", "♭": sharps -= 7
      default: return nil
      }
    }
    self.init(sharps: sharps + mode.sharps, isMinor: mode.isMinor)
  }

  /// Sharps of the major keys on the seven naturals: their places in the circle of fifths.
  private static let fifths: [Substring: Int] = [
    "f": -1, "c": 0, "g": 1, "d": 2, "a": 3, "e": 4, "b": 5,
  ]

  /// How many sharps more than its major key a mode has, and whether its third is minor.
  private static let modes: [Substring: (sharps: Int, isMinor: Bool)] = [
    "major": (0, false), "ionian": (0, false), "dorian": (-2, true), "phrygian": (-4, true),
    "lydian": (1, false), "mixolydian": (-1, false), "minor": (-3, true), "aeolian": (-3, true),
    "locrian": (-5, true),
  ]
}

extension KeySignature: CustomStringConvertible {
  /// The major or minor key, such as `eb major`.
  public var description: String {
    let tonic = Self.tonics[sharps + 7 + (isMinor ? 3 : 0)]
    return "\(tonic) \(isMinor ? "minor" : "major")"
  }

  /// The circle of fifths, from the major key of seven flats to the minor key of seven sharps.
  private static let tonics = [
    "cb", "gb", "db", "ab", "eb", "bb", "f", "c", "g", "d", "a", "e", "b", "f#", "c#", "g#", "d#",
    "a#",
  ]
}
