/// How the head of a chunk looks: four printable letters and a length.
enum ChunkHead {
  /// `MThd`.
  static let header: UInt32 = 0x4D54_6864
  /// `MTrk`.
  static let track: UInt32 = 0x4D54_726B

  /// Whether four letters stand at a place.
  static func has(
    _ id: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int
  ) -> Bool {
    guard offset + 4 <= end, bytes[offset] == id.utf8Start[0] else { return false }
    return (1..<4).allSatisfy { bytes[offset + $0] == id.utf8Start[$0] }
  }

  /// Whether a chunk may begin at a place.
  static func isPlausible(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int
  ) -> Bool {
    guard offset + 8 <= end else { return false }
    return (0..<4).allSatisfy { (0x20...0x7E).contains(bytes[offset + $0]) }
  }

  /// Whether a track begins at a place, or another chunk that is whole.
  static func isLikely(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int
  ) -> Bool {
    guard isPlausible(bytes, at: offset, before: end) else { return false }
    let length = (4..<8).reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
    return offset + 8 + length <= end || has("MTrk", bytes, at: offset, before: end)
  }

  /// Where the next track begins; nothing where not even its head is whole.
  static func firstTrack(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard start + 8 <= end else { return nil }
    return (start...end - 8).first { has("MTrk", bytes, at: $0, before: end) }
  }
}
