import Music
import Testing

@testable import MIDI

@Suite struct MetaEventTests {
  @Test(
    arguments: [
      (.text, "a", 0x01, [0x61]), (.trackName, "", 0x03, []), (.marker, "Қ", 0x06, [0xD2, 0x9A]),
    ] as [(MetaEvent.TextKind, String, UInt8, [UInt8])])
  func `a text has its type and UTF-8`(
    kind: MetaEvent.TextKind, text: String, type: UInt8, content: [UInt8]
  ) {
    let written = MetaEvent.text(kind, Text(text)).bytes
    #expect(written.type == type)
    #expect(written.content == content)
  }

  @Test(
    arguments: [
      (1, [0, 0, 1]), (500_000, [0x07, 0xA1, 0x20]), (0xFF_FFFF, [0xFF, 0xFF, 0xFF]),
    ] as [(Int, [UInt8])])
  func `a tempo is microseconds a beat in three bytes`(length: Int, bytes: [UInt8]) throws {
    let tempo = try #require(Tempo(beatsPerMinute: 60_000_000 / Double(length)))
    #expect(MetaEvent.tempo(tempo).bytes.content == bytes)
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
    #expect(MetaEvent.timeSignature(TimeSignature(metre)).bytes.content == bytes)
  }
}
