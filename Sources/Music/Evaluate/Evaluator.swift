/// What a pattern means: the events in any span of time.
///
/// Made once for a pattern and asked as often as one likes, for any bar alone and in any order.
/// Asking span by span gives the same onsets as asking once.
///
///     let evaluator = try Evaluator(.value(.word("bd"), .none))
///     try evaluator.onsets(in: Span(cycle: 7))  // one event, from 7 to 8
public struct Evaluator: Sendable {
  private let node: Node
  private var chance: Chance

  /// Prepares a pattern.
  ///
  /// - Throws: ``MusicError/tooFine`` when its weights cannot be added exactly.
  /// - Complexity: O(n) for n nodes.
  public init(_ pattern: Pattern, chance: Chance = Chance(seed: 0)) throws(MusicError) {
    node = try Node(pattern)
    self.chance = chance
  }

  /// The same pattern with other chances.
  public func asking(_ chance: Chance) -> Evaluator {
    var other = self
    other.chance = chance
    return other
  }

  /// The events, or pieces of events, that sound in a span of cycles.
  ///
  /// They are in order of their beginnings; of events that begin together, the one that was written
  /// first comes first.
  ///
  /// - Throws: ``MusicError``; `tooMuch` before memory is spent on more than ``Bounds/events``.
  /// - Complexity: O(k) for k steps in the span, and O(k log k) where voices overlap.
  public func events(in span: Span) throws(MusicError) -> [Event] {
    var visits = 0
    return try events(in: span, visits: &visits)
  }

  /// The events in a span, where many questions share one bound of steps.
  private func events(
    in span: Span, visits: inout Int, limit: Int = Bounds.visits
  ) throws(MusicError) -> [Event] {
    var walk = Walk(chance: chance, visits: visits, limit: limit)
    try walk.visit(node, span, .identity)
    visits = walk.visits
    return walk.events.sortedByBeginning()
  }

  /// The events that begin in a span of cycles: those that a sequencer fires.
  ///
  /// - Throws: ``MusicError``, as for ``events(in:)``.
  public func onsets(in span: Span) throws(MusicError) -> [Event] {
    try events(in: span).filter(\.hasOnset)
  }

  /// The events that begin in a span, where many questions share one bound of steps.
  func onsets(
    in span: Span, visits: inout Int, limit: Int
  ) throws(MusicError) -> [Event] {
    try events(in: span, visits: &visits, limit: limit).filter(\.hasOnset)
  }
}

extension [Event] {
  /// Sorted by where the wholes begin; those that begin together keep their order.
  fileprivate func sortedByBeginning() -> [Event] {
    let isSorted = zip(self, dropFirst()).allSatisfy { $0.whole.begin <= $1.whole.begin }
    guard !isSorted else { return self }
    return enumerated().sorted { left, right in
      let (a, b) = (left.element.whole.begin, right.element.whole.begin)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
