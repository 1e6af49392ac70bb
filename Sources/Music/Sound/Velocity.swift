/// How hard a note is struck: 1 to 127.
public struct Velocity: Hashable, Sendable, Comparable {
  /// The values that a note can have.
  public static let values = 1...127

  /// The value, always one of ``values``.
  public let value: Int

  /// A velocity, or nothing where the number is out of range.
  public init?(_ value: Int) {
    guard Self.values.contains(value) else { return nil }
    self.value = value
  }

  /// The velocity nearest to a number.
  public init(clamping value: Int) {
    self.value = min(max(value, Self.values.lowerBound), Self.values.upperBound)
  }

  /// Softer is less.
  public static func < (left: Velocity, right: Velocity) -> Bool { left.value < right.value }
}
