/// A sound of a synthesizer: 1 to 128 to people, 0 to 127 in bytes.
public struct Program: Hashable, Sendable {
  /// The programs there are.
  public static let numbers = 1...128

  /// The program as General MIDI's list counts it, always one of ``numbers``.
  public let number: Int

  /// A program, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// The program nearest to a number.
  public init(clamping number: Int) {
    self.number = min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
  }
}
