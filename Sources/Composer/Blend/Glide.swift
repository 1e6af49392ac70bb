/// The blend in which notes slide: matched notes glide along the circle of the bars from one place
/// to another, and what has no partner fades out or in.
///
/// It is an effect rather than a groove: between the ends most notes stand off both grids, and
/// for a while notes that go and notes that come sound together, softly. Between rhythms that differ
/// in swing or micro-timing alone it is a smooth way from one feel to the other. Notes of different
/// voices that are one another's partners change their voice on the way, in the order of ``Jump``.
///
/// Laws: the strength of all notes together changes in proportion to the amount; no note slides
/// further than the reach; matched notes keep their order and never meet. Where all notes are equally
/// strong, a voice at t is t times the whole distance away from the first rhythm, and 1 − t times
/// from the second. Where a fading note and a sliding one stand in one slot, the louder sounds.
///
/// Source: displacement interpolation for optimal partial transport, as in J. Delon, J. Salomon and
/// A. Sobolevskii, arXiv:0902.3527, and arXiv:2406.17674; see ``Matching``.
public struct Glide: Morphing {
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
    way = try Way(ends, schedule.slidingPassages(between: ends, alone: .fading))
  }
}

extension Schedule {
  /// The ways of all notes, of which matched ones slide; what the others do is said.
  func slidingPassages(
    between ends: Ends, alone: Passage.Manner
  ) throws(ComposerError) -> [Passage] {
    let slots = try Slide.Slots(ends.planner.circle, ends.first, ends.second)
    return passages(
      moving: {
        Slide(place: $0.place * slots.perTick, way: $0.way * slots.perTick, slots: slots)
      }, alone: alone)
  }
}
