/// Numbers of one to four bytes, seven bits a byte, all but the last with the high bit set.
///
/// Source: *Standard MIDI Files 1.0* (RP-001), variable-length quantities.
enum VariableLength {
  /// The numbers that have such bytes.
  static let numbers = 0...0x0FFF_FFFF

  /// The bytes of a number, or nothing where it is out of range.
  static func bytes(of number: Int) -> [UInt8]? {
    guard numbers.contains(number) else { return nil }
    var bytes = [UInt8(number & 0x7F)]
    var rest = number >> 7
    while rest > 0 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes.reversed()
  }
}
