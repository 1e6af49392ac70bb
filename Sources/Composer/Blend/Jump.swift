public import Music

/// The blend in which notes jump: one rhythm turns into another, one note at a time.
///
/// Notes that both rhythms share never move. The others are matched so that as little as possible
/// changes; then each pair, each note that goes and each that comes switches at a place of its own
/// on the way from 0 to 1. Every rhythm between lies on the grids of the two, and each voice has a
/// number of notes between those that it has at the ends.
///
///     let jump = try Jump(from: steppe, to: club)
///     try jump.rhythm(at: Amount(0.4))
///
/// Laws: at 0 it is the first rhythm and at 1 the second, untouched; the blend of B and A at 1 − t is
/// the blend of A and B at t; what both share is there throughout; a note comes or goes once.
///
/// Both rhythms must have the same bars; ``Fit`` brings others to that.
///
/// On the way from the rhythm with fewer notes to the other, ``Settings/Order`` says what changes
/// first: by voice hats and bells, then snares, toms and lines, what is low last; within a voice weak
/// places go before strong ones and strong ones come before weak ones, with a little chance. A voice
/// that gains or loses many notes does so over most of the way. Unless told otherwise the order by
/// idiom is taken: of the next five changes by voice, that one is next after which the rhythm is most
/// like those of the library, and its features are nearest to the straight line. A note that is
/// nearer than 60 ms to one of its voice that comes goes first. The way back is the same in reverse.
/// The strength, the length and the micro-timing of notes that stay or move change gradually.
///
/// Source: optimal transport relative to silence with a threshold for each change, see ``Matching``;
/// the order by idiom is ours, see ``Guide``.
public struct Jump: Morphing {
  /// What a blend depends on besides its rhythms.
  public struct Settings: Hashable, Sendable {
    /// The order in which notes change on the way from the rhythm with fewer notes to the other.
    public enum Order: String, CaseIterable, Hashable, Sendable {
      /// About as by voice, but each next change is, of the next five, the one that leaves the groove
      /// most like those of the library.
      case idiom
      /// Hats and bells, then snares, toms and lines, then what is low; in each weak places go first,
      /// and strong ones come first.
      case voice
      /// Weak places of all voices before strong ones.
      case weak
      /// What goes to stronger places first: between, the metre is plainer than at the ends.
      case ground
      /// What goes to weaker places first: between, there is more syncopation than at the ends.
      case tension
    }

    /// Decides between places of like strength.
    public var seed: UInt64
    /// How much chance is in the order of changes: from 0 for none to 1.
    public var randomness: Double
    /// How far a note of full velocity may move, in quarter notes; one of ``reaches``.
    public var reach: Fraction
    /// In which order notes change.
    public var order: Order
    /// Which sounds become which, where the user says it.
    public var pairs: [SoundMap.Pair]
    /// What the order by idiom follows.
    package var idiom = Idiom.library

    /// The reaches there may be: above zero, at most a bar of 4/4.
    public static let reaches = Fraction(1, 64)...4

    /// Settings; what is not given is usual.
    public init(
      seed: UInt64 = 0, randomness: Double = 0.25, reach: Fraction = 1, order: Order = .idiom,
      pairs: [SoundMap.Pair] = []
    ) {
      self.seed = seed
      self.randomness = randomness
      self.reach = reach
      self.order = order
      self.pairs = pairs
    }
  }

  /// What was planned.
  public let way: Way

  /// Plans the blend of two rhythms.
  ///
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where the matching would be too large or time too fine.
  /// - Complexity: O(n m²) for n and m notes in a voice; the plan is made once.
  public init(
    from first: Rhythm, to second: Rhythm, settings: Settings = Settings()
  ) throws(ComposerError) {
    try self.init(
      from: Fit.Fitted(first), to: Fit.Fitted(second), settings: settings)
  }

  /// Plans the blend of two rhythms that were fitted to each other.
  ///
  /// - Precondition: Both have the same bars.
  public init(
    from first: Fit.Fitted, to second: Fit.Fitted, settings: Settings = Settings()
  ) throws(ComposerError) {
    let ends = try Ends(first, second, settings)
    way = try Way(ends, Schedule(ends, isPinned: true).passages())
  }
}
