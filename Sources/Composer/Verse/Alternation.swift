public import Music

/// A blend in which whole bars of a phrase change from one rhythm to another.
///
/// The last bar of the phrase changes first and the first bar last; those between in the order of
/// the van der Corput sequence, so that changed bars are spread evenly. The rhythms need not have the
/// same bars: bar k of the phrase is bar k of either, which begins again when it is over.
///
/// Laws: at 0 every bar is the first rhythm's, at 1 the second's; a bar that has changed stays
/// changed as the amount grows; of n bars ⌈t n⌉ have changed, which is the exact share where it is
/// whole.
///
/// Source: J. G. van der Corput, "Verteilungsfunktionen", *Proc. Ned. Akad. v. Wet.* 38 (1935); the
/// order of bars is ours.
public struct Alternation: Sendable {
  /// The rhythm at 0.
  public let first: Rhythm
  /// The rhythm at 1.
  public let second: Rhythm
  /// How many bars change before each bar of the phrase.
  public let order: [Int]

  /// An alternation in phrases of some bars.
  ///
  /// - Parameters:
  ///   - first: The rhythm at 0.
  ///   - second: The rhythm at 1.
  ///   - bars: How many bars a phrase has, up to ``Bounds/rhythmBars``.
  ///   - reluctance: How unwilling each bar is, by which its number in the sequence is multiplied; a
  ///     bar without one is as willing as usual, 1. The first bar stays the last.
  /// - Precondition: The number of bars is in its range.
  public init(
    _ first: Rhythm, with second: Rhythm, bars: Int, reluctance: [Int: Double] = [:]
  ) {
    precondition((1...Bounds.rhythmBars).contains(bars), "a phrase has bars")
    self.first = first
    self.second = second
    let keys = (0..<bars).map { bar in
      Double(VanDerCorput.number(of: bars - 1 - bar)) * (reluctance[bar] ?? 1)
    }
    let sorted = (1..<max(1, bars)).sorted { (keys[$0], $1) < (keys[$1], $0) } + [0]
    var order = Array(repeating: 0, count: bars)
    for (place, bar) in sorted.enumerated() { order[bar] = place }
    self.order = order
  }

  /// Whether a bar of the piece, counted from 0, is the second rhythm's; phrases follow each other.
  public func isSecond(bar: Int, at amount: Amount) -> Bool {
    order[bar % order.count] * Amount.steps < amount.step * order.count
  }

  /// A bar of the piece, counted from 0, as a rhythm of its own.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  public func bar(_ index: Int, at amount: Amount) throws(ComposerError) -> Rhythm {
    let rhythm = isSecond(bar: index, at: amount) ? second : first
    let bar = index % order.count % rhythm.bars.count
    return try exactly { () throws(MusicError) in try rhythm.bar(bar) }
  }
}
