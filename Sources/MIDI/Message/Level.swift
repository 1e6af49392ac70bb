public import Music

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

  /// The level of a data byte, of which the highest bit is left out.
  init(data: UInt8) {
    value = Int(data & 0x7F)
  }

  /// The level of a velocity.
  public init(_ velocity: Velocity) {
    value = velocity.value
  }

  /// With what velocity a key goes up when nothing is known of it.
  ///
  /// Source: *MIDI 1.0 Detailed Specification*: 40H where release velocity is not sensed.
  public static let usualRelease = Level(data: 0x40)

  var byte: UInt8 { UInt8(value) }
}
