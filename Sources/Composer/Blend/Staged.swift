/// The blend in which notes slide one way and come and go another: matched notes glide as in
/// ``Glide``, and what has no partner switches at a place of its own on the way as in ``Jump``.
///
/// So there are never two soft rhythms at once, as there may be in a glide.
///
/// Laws: no note slides further than the reach; matched notes keep their order and never meet; a
/// note without a partner sounds at full strength or not at all. The number of notes in a voice is
/// between those at the ends, but for notes that share a slot, of which the louder sounds.
///
/// Source: as ``Glide`` and ``Jump``.
public struct Staged: Morphing {
  /// What was planned.
  public let way: Way

  /// Plans the blend of two rhythms that were fitted to each other.
  ///
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where the matching would be too large or time too fine.
  /// - Complexity: O(n m²) for n and m notes in a voice.
  public init(
    from first: Fit.Fitted, to second: Fit.Fitted, settings: Jump.Settings = Jump.Settings()
  ) throws(ComposerError) {
    let ends = try Ends(first, second, settings, writesFeel: true)
    let schedule = try Schedule(ends, isPinned: false)
    way = try Way(ends, schedule.slidingPassages(between: ends, alone: .switching))
  }
}
