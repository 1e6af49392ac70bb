/// Notes that belong together: a tonic, and how many semitones each degree lies above it.
///
///     Scale(name: "d dorian")?.key(ofDegree: 2, near: Key(clamping: 62))  // f4
public struct Scale: Hashable, Sendable {
  /// The first degree.
  public let tonic: PitchClass

  /// The degrees of one octave in semitones above the tonic, from 0 on, rising, below 12.
  public let steps: [Int]

  /// A scale, or nothing unless its steps rise from 0 and stay below 12.
  public init?(tonic: PitchClass, steps: [Int]) {
    guard steps.first == 0, (steps.last ?? 12) < 12, zip(steps, steps.dropFirst()).allSatisfy(<)
    else { return nil }
    self.tonic = tonic
    self.steps = steps
  }

  /// A scale of a tonic and a kind, such as `d dorian` or `eb minor pentatonic`.
  ///
  /// - Returns: Nothing where the words are no such scale; the kinds are ``kinds``.
  public init?(name: String) {
    let words = name.lowercased().split(separator: " ", maxSplits: 1)
    guard words.count == 2, let tonic = PitchClass(name: String(words[0])),
      let steps = Self.kinds[String(words[1])]
    else { return nil }
    self.init(tonic: tonic, steps: steps)
  }

  /// The kinds of scale and their steps.
  ///
  /// Source: the diatonic modes and the common scales of Western theory.
  public static let kinds: [String: [Int]] = [
    "major": [0, 2, 4, 5, 7, 9, 11], "ionian": [0, 2, 4, 5, 7, 9, 11],
    "dorian": [0, 2, 3, 5, 7, 9, 10], "phrygian": [0, 1, 3, 5, 7, 8, 10],
    "lydian": [0, 2, 4, 6, 7, 9, 11], "mixolydian": [0, 2, 4, 5, 7, 9, 10],
    "minor": [0, 2, 3, 5, 7, 8, 10], "aeolian": [0, 2, 3, 5, 7, 8, 10],
    "locrian": [0, 1, 3, 5, 6, 8, 10], "harmonic minor": [0, 2, 3, 5, 7, 8, 11],
    "melodic minor": [0, 2, 3, 5, 7, 9, 11], "major pentatonic": [0, 2, 4, 7, 9],
    "minor pentatonic": [0, 3, 5, 7, 10], "blues": [0, 3, 5, 6, 7, 10],
    "whole tone": [0, 2, 4, 6, 8, 10], "chromatic": Array(0..<12),
    "hijaz": [0, 1, 4, 5, 7, 8, 10],
  ]

  /// Whether a key belongs to the scale.
  public func contains(_ key: Key) -> Bool {
    steps.contains(PitchClass(key.number - tonic.number).number)
  }

  /// The key of a degree counted from 0, where degree 0 is the tonic nearest to a key, the lower of
  /// two; nothing beyond the keyboard.
  public func key(ofDegree degree: Int, near centre: Key) -> Key? {
    let above = PitchClass(tonic.number - centre.number).number
    let root = centre.number + (above < 6 ? above : above - 12)
    let octave = degree >= 0 ? degree / steps.count : (degree + 1) / steps.count - 1
    let (sum, overflow) = octave.multipliedReportingOverflow(by: 12)
    guard !overflow, abs(sum) < 1 << 20 else { return nil }
    return Key(root + sum + steps[degree - octave * steps.count])
  }
}
