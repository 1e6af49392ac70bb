/// One of the sixteen channels of a MIDI cable: 1 to 16 to people, 0 to 15 in bytes.
public struct Channel: Hashable, Sendable {
  /// The channels there are.
  public static let numbers = 1...16

  /// The channel as people count it, always one of ``numbers``.
  public let number: Int

  /// A channel, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// The channel nearest to a number.
  public init(clamping number: Int) {
    self.number = min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
  }

  /// The channel of drums.
  ///
  /// Source: *General MIDI System Level 1* (RP-003): percussion is on channel 10.
  public static let drums = Channel(clamping: 10)

  /// The channels that are not for drums, in order.
  public static let melodic = numbers.filter { $0 != 10 }.map { Channel(clamping: $0) }
}
