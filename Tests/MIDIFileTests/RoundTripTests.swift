import Music
import TestSupport
import Testing

@testable import MIDI

/// Files that are written and read again.
@Suite struct RoundTripTests {
  /// Law: for every file `f`, `MIDIFile(strictly: f.bytes) == f`, but for what ``MIDIFile/asWritten``
  /// says.
  @Test(arguments: UInt64(1)...500)
  func `a file that is written reads back the same`(seed: UInt64) throws {
    let file = file(of: seed)
    #expect(try MIDIFile(strictly: file.bytes) == file.asWritten)
  }

  /// Law: a file is written as what is read of it, byte for byte.
  @Test(arguments: UInt64(1)...500)
  func `what was read is written the same`(seed: UInt64) throws {
    let bytes = file(of: seed).bytes
    #expect(try MIDIFile(strictly: bytes).bytes == bytes)
  }

  /// Law: with running status or without, the chunks are the same, and with it no byte is added.
  @Test(arguments: UInt64(1)...200)
  func `running status leaves out bytes and nothing else`(seed: UInt64) throws {
    var file = file(of: seed)
    file.usesRunningStatus = false
    let long = file.bytes
    file.usesRunningStatus = true
    let short = file.bytes
    #expect(short.count <= long.count)
    #expect(try MIDIFile(strictly: short).chunks == MIDIFile(strictly: long).chunks)
  }

  /// Law: `Track(track.map { $0 }, end: track.end) == track`.
  @Test(arguments: UInt64(1)...200)
  func `a track is its events`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let track = Track.random(using: &random)
    #expect(Track(Array(track), end: track.end) == track)
  }

  @Test func `tracks that end apart are not the same`() {
    var track = Track([TimedEvent(.escape([0xF8]), at: 5)])
    #expect(track == Track(Array(track), end: 5))
    #expect(track.end == 5)
    track.end = 6
    #expect(track != Track(Array(track), end: 5))
  }

  @Test(arguments: [
    (0x0FFF_FFFF, 0), (0x1000_0000, 1), (0x1FFF_FFFE, 1), (0x1FFF_FFFF, 2), (1 << 40, 4096),
  ])
  func `empty texts bridge a gap that is too long`(gap: Int, count: Int) throws {
    let note = TimedEvent(
      .message(.noteOn(Key(data: 60), Level(data: 1), Channel(status: 0))), at: gap)
    let file = MIDIFile(division: .perBeat(96), tracks: [Track([note])])
    let track = try #require(try MIDIFile(strictly: file.bytes).tracks.first)
    #expect(track.count == count + 1)
    #expect(track.last == note)
    #expect(track.dropLast().allSatisfy { $0.event == .meta(.text(.text, "")) })
  }

  private func file(of seed: UInt64) -> MIDIFile {
    var random = SplitMix64(seed: seed)
    return .random(using: &random)
  }
}
