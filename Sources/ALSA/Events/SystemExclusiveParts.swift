/// Puts system exclusives together that arrive in parts, each sender's by itself.
///
/// Source: *MIDI 1.0 Detailed Specification*: one begins with `F0` and ends with `F7`.
struct SystemExclusiveParts {
  /// The most bytes of one; a longer one is dropped.
  private static let most = 1 << 20

  /// What has come so far.
  private var begun: [Address: [UInt8]] = [:]

  /// Takes a part.
  ///
  /// - Returns: The whole, where this part ends it.
  mutating func join(_ part: [UInt8], from source: Address) -> [UInt8]? {
    guard let first = part.first else { return nil }
    var bytes = first == 0xF0 ? [] : begun[source] ?? []
    begun[source] = nil
    guard first == 0xF0 || !bytes.isEmpty, bytes.count + part.count <= Self.most else {
      return nil
    }
    bytes += part
    guard part.last != 0xF7 else { return bytes }
    begun[source] = bytes
    return nil
  }

  /// Forgets what a client has begun, which is gone.
  mutating func forget(client: Int) {
    begun = begun.filter { $0.key.client != client }
  }
}
