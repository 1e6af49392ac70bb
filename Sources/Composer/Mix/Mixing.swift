public import Music

/// A mix of several rhythms: a rhythm for every way to share the say among them.
///
/// ``Race`` and ``Barycentre`` are mixes.
///
/// Law of both: with all shares one rhythm's it is that rhythm, untouched.
public protocol Mixing: Sendable {
  /// What is mixed; all have the same bars.
  var rhythms: [Rhythm] { get }

  /// The rhythm at some shares.
  ///
  /// - Precondition: There are as many shares as rhythms.
  /// - Throws: ``ComposerError`` where time is too fine.
  func rhythm(at weights: MixWeights) throws(ComposerError) -> Rhythm
}
