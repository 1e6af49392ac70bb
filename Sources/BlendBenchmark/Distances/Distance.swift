import Music

/// How far two rhythms are from each other: four ways that are independent of each other, so that
/// no operator is judged only by the one that it makes small.
enum Distance: Int, CaseIterable {
  /// Full notes moved, struck or silenced: see ``Transport``.
  case transport
  /// The area between the lines of blurred hits, in full notes.
  case fuzzy
  /// The area between the lines of intervals: ``Music/Onsets/chronotonicDistance(to:seam:)``.
  case chronotonic
  /// The sum of the differences of all ``Features``.
  case features

  /// Those that are the less at an end the nearer a rhythm is to it, and so can say how far it is on
  /// its way; the chronotonic one is too uneven.
  static let ofProgress: [Distance] = [.transport, .fuzzy, .features]

  func callAsFunction(_ left: View, _ right: View, on ring: Ring) -> Double {
    switch self {
    case .transport: Transport.distance(left.lanes, right.lanes, on: ring)
    case .fuzzy:
      Self.area(left, right, in: 0..<ring.length)
        / Double(ring.sixteenth * ring.sixteenth * 127)
    case .chronotonic:
      zip(left.onsets, right.onsets).reduce(0) { $0 + Self.chronotonic($1.0, $1.1) }
        / Double(ring.ticksPerWhole * ring.ticksPerWhole)
    case .features:
      zip(left.features, right.features).reduce(0) { $0 + abs($1.0 - $1.1) }
    }
  }

  /// The area between the blurred lines in some ticks.
  static func area(_ left: View, _ right: View, in range: Range<Int>) -> Double {
    zip(left.blurs, right.blurs).reduce(0) { sum, lines in
      sum
        + Double(range.reduce(0) { $0 &+ Int(abs(lines.0[$1] &- lines.1[$1])) })
    }
  }

  /// The chronotonic distance; where one line is empty, its interval is taken for two rounds.
  private static func chronotonic(_ left: Onsets, _ right: Onsets) -> Double {
    if let area = try? left.chronotonicDistance(to: right) { return Double(area) }
    let round = left.stepCount
    return Double((left.intervals + right.intervals).reduce(0) { $0 + $1 * (2 * round - $1) })
  }
}
