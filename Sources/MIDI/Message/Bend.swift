/// How far the pitch of a channel is bent: −8192 to 8191, of which 0 is in tune.
public struct Bend: Hashable, Sendable {
  /// The values there are.
  public static let values = -8192...8191

  /// In tune.
  public static let none = Bend(low: 0, high: 0x40)

  /// The value, always one of ``values``.
  public let value: Int

  /// A bend, or nothing where the number is out of range.
  public init?(_ value: Int) {
    guard Self.values.contains(value) else { return nil }
    self.value = value
  }

  /// The bend of two data bytes, the low seven bits first.
  init(low: UInt8, high: UInt8) {
    value = (Int(high & 0x7F) << 7 | Int(low & 0x7F)) - 0x2000
  }

  var low: UInt8 { UInt8((value + 0x2000) & 0x7F) }
  var high: UInt8 { UInt8((value + 0x2000) >> 7) }
}
