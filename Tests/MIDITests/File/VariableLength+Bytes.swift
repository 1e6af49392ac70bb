@testable import MIDI

extension VariableLength {
  /// What the writer makes of a number, or nothing where it may not be asked.
  static func bytes(of number: Int) -> [UInt8]? {
    guard numbers.contains(number) else { return nil }
    return [UInt8](unsafeUninitializedCapacity: 4) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      var writer = ByteWriter(base)
      writer.append(length: number)
      count = writer.count
    }
  }
}
