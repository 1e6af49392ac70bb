/// A key of a keyboard: 0 to 127, where 60 is middle C and is called c4.
///
/// Source: MIDI Tuning Standard (key 69 is A at 440 Hz); the octave numbers are those of
/// scientific pitch notation, in which that A is a4.
public struct Key: Hashable, Sendable, Comparable {
  /// The keys there are.
  public static let numbers = 0...127

  /// The key's number, always one of ``numbers``.
  public let number: Int

  /// A key, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// The key nearest to a number.
  public init(clamping number: Int) {
    self.number = min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
  }

  /// Reads a note name: a letter, then `#`, `s` (sharps), `b` or `f` (flats), then an octave.
  ///
  ///     Key(name: "c4")?.number   // 60
  ///     Key(name: "eb3")?.number  // 51
  ///
  /// - Returns: Nothing where the text is not a note name with an octave, or out of range.
  public init?(name: String) {
    var rest = Substring(name.lowercased())
    guard let letter = rest.popFirst(), let natural = Self.naturals[letter] else { return nil }
    var number = natural
    while let sign = rest.first, let step = Self.accidentals[sign] {
      number += step
      rest.removeFirst()
    }
    guard rest.count <= 2, let octave = Int(rest), rest.first != "+" else { return nil }
    self.init(number + 12 * (octave + 1))
  }

  /// Lower is less.
  public static func < (left: Key, right: Key) -> Bool { left.number < right.number }

  private static let naturals: [Character: Int] = [
    "c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11,
  ]
  private static let accidentals: [Character: Int] = ["#": 1, "s": 1, "b": -1, "f": -1]
  private static let names = [
    "c", "c#", "d", "eb", "e", "f", "f#", "g", "ab", "a", "bb", "b",
  ]
}

extension Key: CustomStringConvertible {
  /// The note name that ``init(name:)`` reads, such as `eb3`.
  public var description: String { "\(Self.names[number % 12])\(number / 12 - 1)" }
}
