/// The jump whose changes are ordered so that syncopation and density change evenly.
///
/// The notes are matched and the changes are those of ``Jump``. Their order begins as the weak before
/// the strong; then, one after another, the change is taken after which the rhythm's features are
/// nearest to the straight line between those at the ends. So no part of the way is emptier, fuller
/// or more syncopated than it must be.
///
/// The features are, for each voice, its syncopation, its number of notes and how strong their places
/// are, and for all voices their loudness; see ``Compass``.
///
/// Laws: those of ``Jump``.
///
/// Source: the choice of the nearest next change is ours; the features are from H. C. Longuet-Higgins
/// and C. S. Lee, "The Rhythmic Interpretation of Monophonic Music", *Music Perception* 1 (4)
/// (1984), 424–441 (syncopation), and C. Barlow (strength of places).
public struct Guided: Morphing {
  /// What was planned.
  public let way: Way

  /// How many of the next changes are weighed against each other.
  static let choices = 64

  /// Plans the blend of two rhythms that were fitted to each other.
  ///
  /// Of the settings the order means nothing here.
  ///
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where the matching would be too large or time too fine.
  /// - Complexity: as ``Jump``, and O(e c v) for e changes in v voices, c of which are weighed
  ///   at once: all up to 64, fewer in large rhythms.
  public init(
    from first: Fit.Fitted, to second: Fit.Fitted, settings: Jump.Settings = Jump.Settings()
  ) throws(ComposerError) {
    var settings = settings
    settings.order = .weak
    let ends = try Ends(first, second, settings)
    let schedule = try Schedule(ends, isPinned: true)
    var guide = try Guide(of: schedule, ends)
    let order = guide.order(of: schedule, choosingFrom: Self.choices)
    way = try Way(ends, schedule.reordered(order, on: ends.planner.circle).passages())
  }
}
