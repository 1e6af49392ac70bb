public import Music

/// A blend that leads all the way from one rhythm to another, note by note: ``Jump``, ``Guided``,
/// ``Glide``, ``Staged`` and ``Skeleton``.
///
/// Laws beside those of ``Blending``: at 1 it is the second rhythm, untouched; the blend of B and A at
/// 1 − t is the blend of A and B at t.
public protocol Morphing: Blending {
  /// What was planned.
  var way: Way { get }
}

extension Morphing {
  /// The rhythm at 0.
  public var first: Rhythm { way.first }

  /// The rhythm at 1.
  public var second: Rhythm { way.second }

  /// Which sound becomes which.
  public var map: SoundMap? { way.map }

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
}
