import Glibc
import Music
import Testing

@testable import Command

/// Source of the layout: the manual page `inotify`(7).
@Suite struct InotifyEventTests {
  private static func bytes(_ watch: Int32, _ mask: UInt32, _ name: String, size: Int) -> [UInt8] {
    let head = [UInt32(bitPattern: watch), mask, 77, UInt32(size)]
    let name = Array(name.utf8)
    return head.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
      + name + [UInt8](repeating: 0, count: max(0, size - name.count))
  }

  private static let several =
    bytes(1, 8, "song.jorga", size: 16) + bytes(2, 0x8000, "", size: 0)
    + bytes(-1, 0x4000, "", size: 0) + bytes(3, 2, "ән", size: 32)

  @Test func `events are read one behind the other`() {
    #expect(
      InotifyEvent.events(in: Self.several) == [
        InotifyEvent(watch: 1, mask: 8, name: "song.jorga"),
        InotifyEvent(watch: 2, mask: 0x8000, name: ""),
        InotifyEvent(watch: -1, mask: 0x4000, name: ""),
        InotifyEvent(watch: 3, mask: 2, name: "ән"),
      ])
  }

  /// Law: wherever bytes end, the events that are whole are read, and nothing else.
  @Test func `bytes may end anywhere`() {
    let all = InotifyEvent.events(in: Self.several)
    for count in 0...Self.several.count {
      let events = InotifyEvent.events(in: Self.several.prefix(count))
      #expect(events == Array(all.prefix(events.count)))
    }
    #expect(InotifyEvent.events(in: Self.several.dropFirst(32)).count == 3)
  }

  @Test(arguments: [1, 16, 17, Int(UInt32.max)])
  func `a name that is longer than what there is ends the reading`(size: Int) {
    var bytes = Self.bytes(1, 8, "", size: 0)
    withUnsafeBytes(of: UInt32(size).littleEndian) { bytes.replaceSubrange(12..<16, with: $0) }
    #expect(InotifyEvent.events(in: bytes).isEmpty)
  }

  @Test(arguments: UInt64(1)...50) func `any bytes are borne`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<200).map { _ in UInt8.random(in: 0...3, using: &random) }
    #expect(InotifyEvent.events(in: bytes).count <= 12)
  }
}
