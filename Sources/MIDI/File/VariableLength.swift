/// Numbers of one to four bytes, seven bits a byte, all but the last with the high bit set.
///
/// Source: *Standard MIDI Files 1.0* (RP-001), variable-length quantities.
enum VariableLength {
  /// The numbers that have such bytes.
  static let numbers = 0...0x0FFF_FFFF
}
