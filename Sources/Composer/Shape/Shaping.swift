public import Music

/// What is done to a rhythm after it was blended: first how dense it is, then how syncopated, and at
/// last what cannot sound together.
public struct Shaping: Hashable, Sendable {
  /// How much of the notes stays: ``Music/Rhythm/thinned(to:keeping:)``.
  public var kept = Amount(1)
  /// How many notes are added: ``Music/Rhythm/filled(by:)``.
  public var filled = Amount(0)
  /// How syncopated it shall be: ``Music/Rhythm/syncopated(to:within:)``.
  public var syncopation: Fraction?
  /// Which sounds end which.
  public var chokes: ChokeGroups?
  /// How near notes of a voice may sound, in microseconds: ``Music/Rhythm/resolved(window:)``.
  public var window = 0

  /// Nothing is done.
  public init() {}

  /// Whether there is anything to do.
  public var isNothing: Bool { self == Shaping() }

  /// The rhythm with its density and its syncopation as wished.
  ///
  /// - Parameters:
  ///   - rhythm: A rhythm.
  ///   - material: The rhythms that it was blended from.
  /// - Returns: The rhythm, and how syncopated it is where that was asked for.
  /// - Precondition: All have the same bars.
  /// - Throws: ``ComposerError`` where time is too fine, or there would be too many notes.
  public func shaped(
    _ rhythm: Rhythm, of material: [Rhythm]
  ) throws(ComposerError) -> (rhythm: Rhythm, syncopation: Fraction?) {
    let dense = try rhythm.thinned(to: kept).filled(by: filled)
    guard let syncopation else { return (dense, nil) }
    let reached = try dense.syncopated(to: syncopation, within: material)
    return (reached.rhythm, reached.syncopation)
  }

  /// The rhythm without what cannot sound together.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  public func cleaned(_ rhythm: Rhythm) throws(ComposerError) -> Rhythm {
    let choked = try chokes?.applied(to: rhythm) ?? rhythm
    return window > 0 ? try choked.resolved(window: window) : choked
  }
}
