import Music

extension Pattern {
  /// Whether something in it is left to chance.
  var asksChance: Bool {
    switch self {
    case .silence, .value: false
    case .degrade, .choice: true
    case .sequence(let steps), .alternation(let steps): steps.contains { $0.pattern.asksChance }
    case .stack(let parts): parts.contains(where: \.asksChance)
    case .polymetre(let rows, let rate):
      rows.joined().contains { $0.pattern.asksChance } || rate?.asksChance ?? false
    case .fast(let inner, let other), .slow(let inner, let other), .range(let inner, let other),
      .index(let inner, let other):
      inner.asksChance || other.asksChance
    case .replicate(let inner, _): inner.asksChance
    case .euclid(let inner, let onsets, let slots, let rotation):
      [inner, onsets, slots].contains(where: \.asksChance) || rotation?.asksChance ?? false
    }
  }

  /// How long its events can be, in cycles: at least the longest.
  func longest() throws(MusicError) -> Fraction {
    switch self {
    case .silence, .value, .polymetre(_, nil): return try rowLongest()
    case .sequence(let steps):
      return try steps.map { step throws(MusicError) in try step.pattern.longest() }.max() ?? 1
    case .alternation(let steps):
      return try steps.map { step throws(MusicError) in
        try step.pattern.longest() * max(1, step.weight)
      }.max() ?? 1
    case .stack(let parts), .choice(let parts, _):
      return try parts.map { part throws(MusicError) in try part.longest() }.max() ?? 1
    case .polymetre(_, .some(let rate)):
      guard let least = rate.factors.min() else { return Traits.mostCycles }
      return try rowLongest() / min(1, least)
    case .fast(let inner, let factor):
      guard let least = factor.factors.min() else { return Traits.mostCycles }
      return try inner.longest() / least
    case .slow(let inner, let factor):
      guard let most = factor.factors.max() else { return Traits.mostCycles }
      return try inner.longest() * most
    case .replicate(let inner, _), .degrade(let inner, _, _), .range(let inner, _),
      .index(let inner, _), .euclid(let inner, _, _, _):
      return try inner.longest()
    }
  }

  /// How long events of the rows can be where a row takes a cycle, or of a value.
  private func rowLongest() throws(MusicError) -> Fraction {
    guard case .polymetre(let rows, _) = self else { return 1 }
    return try rows.joined().map { step throws(MusicError) in
      try step.pattern.longest() * max(1, step.weight)
    }.max() ?? 1
  }

  /// The factors above zero that are written in it.
  private var factors: [Fraction] { values.compactMap(\.value.head.number).filter { $0 > 0 } }
}
