/// Events at equal distances, by which time is measured.
public struct TestPattern: Hashable, Sendable {
  /// How many events.
  public let count: Int
  /// How far they are apart.
  public let step: Duration

  /// How many there may be: as many as can be told apart.
  public static let counts = 1...16384
  /// How far apart they may be, in microseconds.
  public static let steps = 100...1_000_000

  /// A pattern; 5123 µs fall on no grid of the timers that there are.
  public init(count: Int = 2000, step: Duration = .microseconds(5123)) {
    self.count = count
    self.step = step
  }

  /// The time from the first event to the last.
  public var length: Duration { step * (count - 1) }

  /// When each is due.
  func times(from start: Duration) -> [Duration] { (0..<count).map { start + step * $0 } }
}
