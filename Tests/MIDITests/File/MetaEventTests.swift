import Music
import Testing

@testable import MIDI

@Suite struct MetaEventTests {
  @Test(
    arguments: [
      (MetaEvent.Text.text, "a", [0xFF, 0x01, 1, 0x61]),
      (.trackName, "", [0xFF, 0x03, 0]),
      (.marker, "Қ", [0xFF, 0x06, 2, 0xD2, 0x9A]),
    ] as [(MetaEvent.Text, String, [UInt8])])
  func `a text has its type, its length in bytes and UTF-8`(
    kind: MetaEvent.Text, text: String, bytes: [UInt8]
  ) {
    #expect(MetaEvent.text(kind, text).bytes == bytes)
  }

  @Test(arguments: [
    ("", "a", 65_535, 65_535), ("", "a", 65_536, 65_535), ("", "ғ", 40_000, 65_534),
    ("", "e\u{301}", 30_000, 65_535), ("a", "ғ", 40_000, 65_535), ("a", "\u{301}", 40_000, 0),
  ])
  func `a text that is too long is cut between two characters`(
    first: String, rest: String, copies: Int, count: Int
  ) throws {
    let text = first + String(repeating: rest, count: copies)
    let bytes = MetaEvent.text(.text, text).bytes
    let head = [0xFF, 0x01] + (try #require(VariableLength.bytes(of: count)))
    #expect(Array(bytes.prefix(head.count)) == head)
    #expect(bytes.count == head.count + count)
    let content = try #require(String(validating: bytes.dropFirst(head.count), as: UTF8.self))
    #expect(text.hasPrefix(content))
  }

  @Test(
    arguments: [
      (1, [0, 0, 1]), (500_000, [0x07, 0xA1, 0x20]), (0xFF_FFFF, [0xFF, 0xFF, 0xFF]),
    ] as [(Int, [UInt8])])
  func `a tempo is microseconds a beat in three bytes`(length: Int, bytes: [UInt8]) throws {
    let tempo = try #require(Tempo(beatsPerMinute: 60_000_000 / Double(length)))
    #expect(MetaEvent.tempo(tempo).bytes == [0xFF, 0x51, 3] + bytes)
  }

  /// The last two bytes are MIDI clocks a click, 24 to a quarter note, and 32nds in 24 clocks.
  @Test(
    arguments: [
      (4, 4, [4, 2, 24, 8]), (2, 2, [2, 1, 48, 8]), (3, 4, [3, 2, 24, 8]), (6, 8, [6, 3, 36, 8]),
      (12, 8, [12, 3, 36, 8]), (7, 8, [7, 3, 12, 8]), (5, 8, [5, 3, 12, 8]),
      (9, 16, [9, 4, 6, 8]), (1, 1, [1, 0, 96, 8]), (64, 64, [64, 6, 1, 8]),
    ] as [(Int, Int, [UInt8])])
  func `a metre is its pulses, the power of its unit, and its click`(
    pulses: Int, unit: Int, bytes: [UInt8]
  ) throws {
    let metre = try #require(Metre(pulses: pulses, unit: unit))
    #expect(MetaEvent.timeSignature(metre).bytes == [0xFF, 0x58, 4] + bytes)
  }

  @Test func `the end of a track is three bytes`() {
    #expect(MetaEvent.endOfTrack.bytes == [0xFF, 0x2F, 0])
  }
}
