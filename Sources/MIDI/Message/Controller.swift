/// What can be turned on a channel: 0 to 127; 120 and above are modes of the whole channel.
public struct Controller: Hashable, Sendable {
  /// The controllers there are.
  public static let numbers = 0...127

  /// The controller's number, always one of ``numbers``.
  public let number: Int

  /// A controller, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// The controller of a data byte, of which the highest bit is left out.
  init(data: UInt8) {
    number = Int(data & 0x7F)
  }

  var byte: UInt8 { UInt8(number) }
}
