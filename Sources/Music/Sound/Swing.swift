/// How far every second step is held back: the share of a pair that its first step takes.
///
/// Straight is 1/2, triplet swing 2/3. A range says that players vary; its middle is played.
public struct Swing: Hashable, Sendable {
  /// The shares that a swing may have.
  public static let shares = Fraction(1, 4)...Fraction(3, 4)

  /// The least and the greatest share of a pair that its first step takes.
  public let share: ClosedRange<Fraction>

  /// The note value of one step of the pair, as a part of a whole note.
  public let unit: Fraction

  /// A swing, or nothing where a share is outside ``shares`` or the unit is not above zero.
  public init?(share: ClosedRange<Fraction>, unit: Fraction = Fraction(1, 16)) {
    guard
      share.lowerBound >= Self.shares.lowerBound, share.upperBound <= Self.shares.upperBound,
      unit > 0
    else { return nil }
    self.share = share
    self.unit = unit
  }

  /// The shift of a place in a bar; all three in quarter notes, the place from the bar line on.
  ///
  /// Time inside a pair is bent at its middle, so that finer steps keep their order. A place in a
  /// pair that the bar cuts short stays where it is.
  ///
  /// - Throws: ``MusicError/tooFine``.
  public func shift(at place: Fraction, inBarOf bar: Fraction) throws(MusicError) -> Fraction {
    let step = try unit * 4
    let pair = try step * 2
    let phase = try place.modulo(pair)
    guard try place - phase + pair <= bar else { return 0 }
    let middle = try (share.lowerBound + share.upperBound) / 2
    let first = try pair * middle
    guard phase > step else { return try phase * (first / step - 1) }
    return try first + (phase - step) * ((pair - first) / step) - phase
  }
}
