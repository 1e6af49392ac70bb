extension Pattern {
  /// Every value that is written in the pattern, in its parameters too, with its place.
  ///
  /// - Complexity: O(n d) for n nodes, d deep.
  public var values: [(value: Value, place: Place)] {
    switch self {
    case .silence: []
    case .value(let value, let place): [(value, place)]
    case .sequence(let steps), .alternation(let steps): steps.flatMap(\.pattern.values)
    case .stack(let parts), .choice(let parts, _): parts.flatMap(\.values)
    case .polymetre(let rows, let rate):
      rows.flatMap { $0.flatMap(\.pattern.values) } + (rate?.values ?? [])
    case .fast(let inner, let other), .slow(let inner, let other), .range(let inner, let other),
      .index(let inner, let other):
      inner.values + other.values
    case .replicate(let inner, _), .degrade(let inner, _, _): inner.values
    case .euclid(let inner, let onsets, let slots, let rotation):
      inner.values + onsets.values + slots.values + (rotation?.values ?? [])
    }
  }
}
