/// One of the sixteen channels: 1 to 16 to people, 0 to 15 in bytes.
public struct Channel: Hashable, Sendable {
  /// The channel as people count it, 1 to 16.
  public let number: Int

  /// The channels there are.
  public static let numbers = 1...16

  /// A channel, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// The channel in the low four bits of a status byte.
  init(status: UInt8) {
    number = Int(status & 0x0F) + 1
  }

  /// The channel of drums.
  ///
  /// Source: *General MIDI System Level 1* (RP-003): percussion is on channel 10.
  public static let drums = Channel(status: 9)

  /// The channels that are not for drums, in order.
  public static let melodic = (0..<16).filter { $0 != 9 }.map { Channel(status: $0) }

  var byte: UInt8 { UInt8(number - 1) }
}
