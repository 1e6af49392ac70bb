/// How late some events were, in a few figures.
public struct Lateness: Hashable, Sendable {
  /// How late the first one was, were they sorted.
  public let minimum: Duration
  /// At most so late was half of them.
  public let median: Duration
  /// At most so late were 99 of 100.
  public let percentile99: Duration
  /// How late the latest was.
  public let maximum: Duration
  /// How far they were from their mean, as a standard deviation: a lateness that is always the same
  /// disturbs no rhythm.
  public let deviation: Duration

  /// Sums up; there is nothing to be said of no events.
  ///
  /// - Complexity: O(*n* log *n*).
  public init?(of events: [Duration]) {
    let sorted = events.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    (minimum, maximum) = (first, last)
    median = Self.percentile(50, of: sorted)
    percentile99 = Self.percentile(99, of: sorted)
    let distances = sorted.map { ($0 - first) / .nanoseconds(1) }
    let mean = distances.reduce(0, +) / Double(distances.count)
    let variance =
      distances.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(distances.count)
    deviation = .nanoseconds(variance.squareRoot())
  }

  /// The least of some sorted values that is not less than so many of a hundred of them.
  ///
  /// Source: Hyndman & Fan, *Sample Quantiles in Statistical Packages*, The American Statistician
  /// 50 (1996), definition 1.
  private static func percentile(_ percent: Int, of sorted: [Duration]) -> Duration {
    sorted[(sorted.count * percent + 99) / 100 - 1]
  }
}
