/// How far a controller is turned, how hard a key is pressed or let go: 0 to 127.
public struct Level: Hashable, Sendable {
  /// The values there are.
  public static let values = 0...127

  /// The value, always one of ``values``.
  public let value: Int

  /// A level, or nothing where the number is out of range.
  public init?(_ value: Int) {
    guard Self.values.contains(value) else { return nil }
    self.value = value
  }

  /// The level nearest to a number.
  public init(clamping value: Int) {
    self.value = min(max(value, Self.values.lowerBound), Self.values.upperBound)
  }

  /// The level of a velocity.
  public init(_ velocity: Velocity) {
    value = velocity.value
  }

  /// The level of a part of the whole, from 0 to 1; what lies outside is cut.
  public init(part: Fraction) {
    let scaled = (try? (part * 127).rounded()) ?? (part > 0 ? 127 : 0)
    self.init(clamping: scaled)
  }

  /// With what velocity a key goes up when nothing is known of it.
  ///
  /// Source: *MIDI 1.0 Detailed Specification*: 40H where release velocity is not sensed.
  public static let usualRelease = Level(clamping: 0x40)
}
