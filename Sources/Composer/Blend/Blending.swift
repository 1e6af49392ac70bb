public import Music

/// A blend of two rhythms: a rhythm for every amount between them.
///
/// Each kind of blend is a value that is planned once and then asked for as many amounts and bars as
/// are wanted: ``Jump``, ``Guided``, ``Glide``, ``Staged`` and ``Skeleton``; ``Operator`` names them.
///
/// Laws of all: at 0 it is the first rhythm and at 1 the second, untouched; the blend of B and A at
/// 1 − t is the blend of A and B at t; one bar alone is that bar of the whole.
public protocol Blending: Sendable {
  /// What was planned.
  var way: Way { get }
}

extension Blending {
  /// The rhythm at 0.
  public var first: Rhythm { way.first }

  /// The rhythm at 1.
  public var second: Rhythm { way.second }

  /// Which sound becomes which.
  public var map: SoundMap { way.map }

  /// The rhythm some way between the two.
  ///
  /// - Complexity: O(n) for n notes; O(n log n) where notes glide.
  public func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    try way.rhythm(at: amount)
  }

  /// One bar of the rhythm some way between the two, counted from 0, as a rhythm of its own.
  ///
  /// - Complexity: O(log n + k) for k of n notes; O(n) where notes glide.
  public func bar(_ index: Int, at amount: Amount) throws(ComposerError) -> Rhythm {
    try way.bar(index, at: amount)
  }

  /// The notes that sound at one amount and go on to sound at another, in the order of voices and
  /// places at the first.
  ///
  /// A note that moves or changes its voice on the way is one note. What has no tie has gone before
  /// the second amount, or comes after the first.
  ///
  /// - Complexity: O(n log n) for n notes.
  public func ties(from first: Amount, to second: Amount) throws(ComposerError) -> [Tie] {
    try way.ties(from: first, to: second)
  }
}
