import Music

extension Pattern {
  /// A bound of how many cycles an event of it lasts, at least 1.
  ///
  /// - Complexity: O(n) for n nodes.
  var reach: Int { Bounds.reach(longest) }

  /// No event lasts longer, in cycles.
  private var longest: Double {
    switch self {
    case .silence, .value: 1
    case .sequence(let steps): steps.map(\.pattern.longest).max() ?? 1
    case .alternation(let steps): steps.map(\.longest).max() ?? 1
    case .stack(let parts), .choice(let parts, _): parts.map(\.longest).max() ?? 1
    case .polymetre(let rows, let rate):
      (rows.joined().map(\.longest).max() ?? 1) / (rate?.slowest ?? 1)
    case .fast(let inner, let factor): inner.longest / factor.slowest
    case .slow(let inner, let factor): inner.longest * max(1, factor.numbers.max() ?? 1)
    case .replicate(let inner, _), .degrade(let inner, _, _), .range(let inner, _),
      .index(let inner, _), .euclid(let inner, _, _, _):
      inner.longest
    }
  }

  private var numbers: [Double] { values.compactMap(\.value.head.number?.approximation) }

  /// The least of its numbers that is a speed, or 1 where none is slower than that.
  private var slowest: Double { min(1, numbers.filter { $0 > 0 }.min() ?? 1) }
}

extension Pattern.Step {
  fileprivate var longest: Double { pattern.longest * weight.approximation }
}

extension Bounds {
  /// A number of cycles as one looks back over them: whole, from 1 to 64.
  static func reach(_ cycles: Double) -> Int { Int(min(64, max(1, cycles)).rounded(.up)) }
}
