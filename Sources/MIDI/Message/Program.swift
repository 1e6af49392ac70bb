/// A sound of a synthesizer: 1 to 128 to people, 0 to 127 in bytes.
public struct Program: Hashable, Sendable {
  /// The program as General MIDI's list counts it, 1 to 128.
  public let number: Int

  /// The programs there are.
  public static let numbers = 1...128

  /// A program, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// The program of a data byte, of which the highest bit is left out.
  init(data: UInt8) {
    number = Int(data & 0x7F) + 1
  }

  var byte: UInt8 { UInt8(number - 1) }
}
