import Testing

@testable import MIDI

@Suite struct VariableLengthTests {
  /// Source: *Standard MIDI Files 1.0* (RP-001), the table under "variable-length quantities".
  @Test(
    arguments: [
      (0x0000_0000, [0x00]), (0x0000_0040, [0x40]), (0x0000_007F, [0x7F]),
      (0x0000_0080, [0x81, 0x00]), (0x0000_2000, [0xC0, 0x00]), (0x0000_3FFF, [0xFF, 0x7F]),
      (0x0000_4000, [0x81, 0x80, 0x00]), (0x0010_0000, [0xC0, 0x80, 0x00]),
      (0x001F_FFFF, [0xFF, 0xFF, 0x7F]), (0x0020_0000, [0x81, 0x80, 0x80, 0x00]),
      (0x0800_0000, [0xC0, 0x80, 0x80, 0x00]), (0x0FFF_FFFF, [0xFF, 0xFF, 0xFF, 0x7F]),
    ] as [(Int, [UInt8])])
  func `a number is written as in the specification's own table`(number: Int, bytes: [UInt8]) {
    #expect(VariableLength.bytes(of: number) == bytes)
  }

  @Test(arguments: [-1, 0x1000_0000, Int.max, Int.min])
  func `a number out of range has no bytes`(number: Int) {
    #expect(VariableLength.bytes(of: number) == nil)
  }

  /// Law: seven bits a byte, read from the first to the last, are the number again.
  @Test(arguments: 0..<28)
  func `a number reads back the same around every power of two`(power: Int) throws {
    for number in [(1 << power) - 1, 1 << power, (1 << power) + 1]
    where VariableLength.numbers.contains(number) {
      let bytes = try #require(VariableLength.bytes(of: number))
      #expect(bytes.reduce(0) { $0 << 7 | Int($1 & 0x7F) } == number)
      #expect(bytes.dropLast().allSatisfy { $0 >= 0x80 })
      #expect(bytes.last.map { $0 < 0x80 } ?? false)
      #expect(bytes.first != 0x80)
    }
  }
}
