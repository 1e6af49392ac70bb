/// The contents of the events of a track, one behind another, each after its length.
package struct Contents: Hashable, Sendable {
  /// Four bytes of a length, the least first, then so many bytes; again and again.
  package private(set) var bytes: [UInt8] = []

  /// Where the next content will be.
  var end: Int { bytes.count }

  /// Adds a content: that of a meta event after its type.
  ///
  /// - Precondition: It has less than 2^28 bytes.
  mutating func append(type: UInt8? = nil, _ content: some Collection<UInt8>) {
    precondition(VariableLength.numbers.contains(content.count), "a content can be written")
    let length = content.count + (type == nil ? 0 : 1)
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: length >> shift))
    }
    if let type { bytes.append(type) }
    bytes += content
  }

  /// The content at a place.
  subscript(place: Int) -> ArraySlice<UInt8> {
    let length = (0..<4).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
    return bytes[place + 4..<place + 4 + length]
  }
}
