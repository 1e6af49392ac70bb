import Glibc

/// What the kernel tells of a folder that is watched.
///
/// Source: the manual page `inotify`(7), `struct inotify_event`.
struct InotifyEvent: Hashable, Sendable {
  /// Which watch it comes from; -1 where it comes from none.
  let watch: CInt
  /// What happened.
  let mask: UInt32
  /// To which file in the folder; empty where to the folder itself.
  let name: String

  /// The bytes before the name: four numbers of four bytes.
  private static let headSize = 16

  /// The events that bytes hold one behind the other; what is not whole at their end is left out.
  static func events(in bytes: some RandomAccessCollection<UInt8>) -> [InotifyEvent] {
    var events: [InotifyEvent] = []
    var rest = Array(bytes)[...]
    while rest.count >= headSize {
      let (head, tail) = (rest.prefix(headSize), rest.dropFirst(headSize))
      let (watch, mask, size) = head.withUnsafeBytes {
        (
          $0.loadUnaligned(as: CInt.self), $0.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
          $0.loadUnaligned(fromByteOffset: 12, as: UInt32.self)
        )
      }
      guard size <= tail.count else { break }
      let name = String(decoding: tail.prefix(Int(size)).prefix { $0 != 0 }, as: UTF8.self)
      events.append(InotifyEvent(watch: watch, mask: mask, name: name))
      rest = tail.dropFirst(Int(size))
    }
    return events
  }

  /// Whether one of some things happened.
  func has(_ things: Int...) -> Bool {
    things.contains { mask & UInt32(truncatingIfNeeded: $0) != 0 }
  }
}
