extension Pattern {
  /// Every value that is written in the pattern and that an event may have, with its place.
  ///
  /// Parameters, such as the 4 of `bd*4`, are none; nor is what lies between the ends of a range, or a
  /// variant behind a colon.
  ///
  /// - Complexity: O(n d) for n nodes, d deep.
  public var values: [(value: Value, place: Place)] {
    switch self {
    case .silence: []
    case .value(let value, let place): [(value, place)]
    case .sequence(let steps), .alternation(let steps): steps.flatMap(\.pattern.values)
    case .stack(let parts), .choice(let parts, _): parts.flatMap(\.values)
    case .polymetre(let rows, _): rows.flatMap { $0.flatMap(\.pattern.values) }
    case .range(let inner, let other): inner.values + other.values
    case .fast(let inner, _), .slow(let inner, _), .index(let inner, _), .replicate(let inner, _),
      .degrade(let inner, _, _), .euclid(let inner, _, _, _):
      inner.values
    }
  }
}
