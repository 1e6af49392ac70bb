/// Micro-timing: how far a note sounds from its exact place.
///
/// It never changes which note it is, so that blending and measuring see the clean grid.
/// A part in beats moves with the tempo, as swing does; a part in microseconds does not, as a
/// player's lateness. Both may be there; positive is late.
public struct Shift: Hashable, Sendable {
  /// The part that follows the tempo, in quarter notes.
  public let beats: Fraction

  /// The part that does not, in microseconds.
  public let microseconds: Int

  /// The finest step to which ``mixed(with:at:)`` keeps the part in beats: 16 µs at 120 BPM.
  static let resolution = Fraction(1, 30_720)

  /// A shift.
  public init(beats: Fraction = 0, microseconds: Int = 0) {
    self.beats = beats
    self.microseconds = microseconds
  }

  /// Exactly in place.
  public static let none = Shift()

  /// Both shifts, one after the other.
  public static func + (left: Shift, right: Shift) throws(MusicError) -> Shift {
    Shift(
      beats: try left.beats + right.beats,
      microseconds: try fit(left.microseconds.addingReportingOverflow(right.microseconds)))
  }

  /// So many times the shift, rounded to whole microseconds.
  ///
  /// - Throws: ``MusicError/tooFine``.
  public func scaled(by factor: Fraction) throws(MusicError) -> Shift {
    Shift(
      beats: try beats * factor,
      microseconds: try (Fraction(microseconds) * factor).rounded())
  }

  /// The shift some way between two, from 0 for this one to 1 for the other.
  ///
  /// It is rounded to 1/30720 of a beat and to whole microseconds.
  ///
  /// - Throws: ``MusicError/tooFine``.
  public func mixed(with other: Shift, at amount: Fraction) throws(MusicError) -> Shift {
    guard self != other else { return self }
    let beats = try (beats + (other.beats - beats) * amount).rounded(to: Self.resolution)
    let drift = try (Fraction(other.microseconds) - Fraction(microseconds)) * amount
    return try Shift(beats: beats, microseconds: microseconds)
      + Shift(microseconds: try drift.rounded())
  }
}
