public import Music

/// A blend each aspect of which can be some way of its own between two rhythms.
public protocol AspectBlending: Blending {
  /// The rhythm at an amount for each aspect.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  func rhythm(at amounts: Amounts) throws(ComposerError) -> Rhythm

  /// One bar of the rhythm at an amount for each aspect, counted from 0, as a rhythm of its own.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  func bar(_ index: Int, at amounts: Amounts) throws(ComposerError) -> Rhythm
}

extension AspectBlending {
  /// One bar of the rhythm at an amount for each aspect, counted from 0, as a rhythm of its own.
  ///
  /// - Complexity: that of the whole rhythm.
  public func bar(_ index: Int, at amounts: Amounts) throws(ComposerError) -> Rhythm {
    let whole = try rhythm(at: amounts)
    return try exactly { () throws(MusicError) in try whole.bar(index) }
  }
}

/// A blend whose aspects keep amounts of their own while the amount of the whole changes.
///
/// It need not begin at the first rhythm where an aspect stands still elsewhere.
public struct Apart: Blending {
  /// The blend whose aspects are apart.
  public let blend: any AspectBlending
  /// The amounts of the aspects at an amount of the whole.
  public let amounts: @Sendable (Amount) -> Amounts

  /// A blend whose aspects are apart.
  public init(
    _ blend: any AspectBlending, amounts: @escaping @Sendable (Amount) -> Amounts
  ) {
    self.blend = blend
    self.amounts = amounts
  }

  /// The first rhythm of the blend.
  public var first: Rhythm { blend.first }

  /// The second rhythm of the blend.
  public var second: Rhythm { blend.second }

  /// Which sound becomes which.
  public var map: SoundMap? { blend.map }

  /// The rhythm with each aspect at its amount.
  public func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    try blend.rhythm(at: amounts(amount))
  }

  /// One bar of the rhythm with each aspect at its amount.
  public func bar(_ index: Int, at amount: Amount) throws(ComposerError) -> Rhythm {
    try blend.bar(index, at: amounts(amount))
  }
}
