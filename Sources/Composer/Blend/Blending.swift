public import Music

/// A blend of two rhythms: a rhythm for every amount between them.
///
/// Each kind of blend is a value that is planned once and then asked for as many amounts and bars as
/// are wanted; ``Operator`` names them.
///
/// Laws of all: at 0 it is the first rhythm, untouched; every rhythm has the same bars; one bar alone
/// sounds as that bar of the whole. What it is at 1 is the affair of each kind: of a ``Morphing``,
/// and of most others, it is the second rhythm.
public protocol Blending: Sendable {
  /// The rhythm at 0.
  var first: Rhythm { get }

  /// The rhythm that is blended in.
  var second: Rhythm { get }

  /// Which sound becomes which; nothing where none becomes another.
  var map: SoundMap? { get }

  /// The rhythm at an amount.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm

  /// One bar of the rhythm at an amount, counted from 0, as a rhythm of its own.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  func bar(_ index: Int, at amount: Amount) throws(ComposerError) -> Rhythm

  /// The notes that sound at one amount and go on to sound at another, in the order of their places
  /// at the first.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  func ties(from first: Amount, to second: Amount) throws(ComposerError) -> [Tie]
}

extension Blending {
  /// Nothing: no sound becomes another.
  public var map: SoundMap? { nil }

  /// One bar of the rhythm at an amount, counted from 0, as a rhythm of its own.
  ///
  /// - Complexity: that of the whole rhythm.
  public func bar(_ index: Int, at amount: Amount) throws(ComposerError) -> Rhythm {
    let whole = try rhythm(at: amount)
    return try exactly { () throws(MusicError) in try whole.bar(index) }
  }
}
