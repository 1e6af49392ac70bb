/// One of the twelve notes of the octave, whatever its octave: 0 is C, 11 is B.
public struct PitchClass: Hashable, Sendable {
  /// The numbers there are.
  public static let numbers = 0...11

  /// The number, always one of ``numbers``.
  public let number: Int

  /// The note so many semitones above C, of whatever octave.
  public init(_ semitones: Int) {
    number = ((semitones % 12) + 12) % 12
  }

  /// Reads a note name without an octave: `d`, `eb`, `f#`.
  ///
  /// - Returns: Nothing where the text is no such name.
  public init?(name: String) {
    guard let key = Key(name: name + "4") else { return nil }
    self.init(key.number)
  }
}

extension PitchClass: CustomStringConvertible {
  /// The note name, such as `eb`.
  public var description: String {
    String(Key(clamping: 60 + number).description.dropLast())
  }
}
