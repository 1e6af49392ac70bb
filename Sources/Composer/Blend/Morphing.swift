public import Music

/// A blend that leads all the way from one rhythm to another, note by note: ``Jump``, ``Guided``,
/// ``Glide``, ``Staged`` and ``Skeleton``.
///
/// Laws beside those of ``Blending``: at 1 it is the second rhythm, untouched; the blend of B and A at
/// 1 − t is the blend of A and B at t.
public protocol Morphing: AspectBlending {
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

  /// The rhythm each aspect of which is some way of its own between the two.
  ///
  /// Where all amounts are alike it is the rhythm at that amount. A note without a partner is there
  /// or not by the onsets alone and keeps its strength and length; of notes of one voice that meet
  /// at one place the loudest sounds.
  ///
  /// Laws: the onsets are those of the rhythm at the amount of the onsets; the blend of B and A at
  /// the reversed amounts is the blend of A and B.
  ///
  /// - Complexity: O(n log n) for n notes.
  public func rhythm(at amounts: Amounts) throws(ComposerError) -> Rhythm {
    guard let amount = amounts.common else { return try way.rhythm(apart: amounts) }
    return try way.rhythm(at: amount)
  }

  /// One bar of the rhythm some way between the two, counted from 0, as a rhythm of its own.
  ///
  /// - Complexity: O(log n + k) for k of n notes; O(n) where notes glide.
  public func bar(_ index: Int, at amount: Amount) throws(ComposerError) -> Rhythm {
    try way.bar(index, at: amount)
  }

  /// One bar of the rhythm each aspect of which is some way of its own between the two.
  ///
  /// - Complexity: O(n log n) for n notes of the whole rhythm.
  public func bar(_ index: Int, at amounts: Amounts) throws(ComposerError) -> Rhythm {
    guard let amount = amounts.common else { return try way.bar(index, apart: amounts) }
    return try way.bar(index, at: amount)
  }
}
