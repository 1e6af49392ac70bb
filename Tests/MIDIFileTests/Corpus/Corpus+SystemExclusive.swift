@testable import MIDI

extension CorpusFile {
  /// Source: *Standard MIDI Files 1.0* (RP-001), sysex events: `F0` whole or in packets, `F7`.
  static let systemExclusives: [CorpusFile] = [
    CorpusFile(
      "a GM reset", .valid, events: .sysex(0x7E, 0x7F, 0x09, 0x01, 0xF7), .on(60, after: 48),
      .off(60)),
    CorpusFile("an empty system exclusive", .valid, events: .sysex(), .on(60), .off(60)),
    CorpusFile("a system exclusive of its end", .valid, events: .sysex(0xF7), .on(60), .off(60)),
    CorpusFile(
      "a system exclusive without its end", .valid, events: .sysex(0x43, 0x12, 0x00), .on(60),
      .off(60)),
    CorpusFile(
      "a system exclusive in three packets", .valid,
      events: .sysex(0x43, 0x12, 0x00), .escape(0x43, 0x12, 0x00, 0x43, 0x12, 0x00, after: 200),
      .escape(0x43, 0x12, 0x00, 0xF7, after: 100), .on(60), .off(60)),
    CorpusFile(
      "a note between two packets", .valid,
      events: .sysex(0x43, 0x12), .on(60, after: 3), .escape(0x00, 0xF7, after: 4), .off(60)),
    CorpusFile(
      "a clock between two packets", .valid,
      events: .sysex(0x43, 0x12), .escape(0xF8, after: 3), .escape(0x00, 0xF7, after: 4), .on(60),
      .off(60)),
    CorpusFile("an escaped clock", .valid, events: .on(60), .escape(0xF8, after: 5), .off(60)),
    CorpusFile(
      "an escaped song position", .valid, events: .on(60), .escape(0xF2, 0x10, 0x20), .off(60)),
    CorpusFile("an empty escape", .valid, events: .on(60), .escape(after: 5), .off(60)),
    CorpusFile(
      "an escaped note", .valid, events: .on(60), .escape(0x90, 0x3E, 0x40, after: 5), .off(60)),
    CorpusFile(
      "high bytes in a system exclusive", .valid, events: .sysex(0x80, 0xFF, 0xF7), .on(60),
      .off(60)),
    CorpusFile(
      "a system exclusive of 200 bytes", .valid,
      events: .event(
        .systemExclusive([UInt8](repeating: 0x11, count: 199) + [0xF7]),
        [0xF0, 0x81, 0x48] + [UInt8](repeating: 0x11, count: 199) + [0xF7]), .on(60), .off(60)),
    CorpusFile(
      "a system exclusive that holds a track's name", .valid,
      events: .sysex(0x4D, 0x54, 0x72, 0x6B, 0x00, 0x00, 0x00, 0x00, 0xF7), .on(60), .off(60)),
  ]

  /// System messages as they stand on a cable, which no track may have.
  static let strays: [CorpusFile] = [
    stray(0xF8, []), stray(0xF9, []), stray(0xFA, []), stray(0xFB, []), stray(0xFC, []),
    stray(0xFD, []), stray(0xFE, []),
    stray(0xF1, [0x12]), stray(0xF2, [0x10, 0x20]), stray(0xF3, [0x05]), stray(0xF4, []),
    stray(0xF5, []), stray(0xF6, []),
    CorpusFile(
      "F2 without all its data", .repaired([.strayStatus]),
      events: .skipped([0xF2, 0x10]).wrong(.strayStatus, at: 1),
      .on(60, after: 128), .off(60)),
    CorpusFile(
      "a clock between notes of running status", .repaired([.strayStatus]),
      events: .on(60), .skipped([0xF8], after: 5).wrong(.strayStatus, at: 1),
      .on(60, 0, after: 91).running),
    CorpusFile(
      "a clock as the last of a track", .repaired([.strayStatus, .missingEndOfTrack]), .header(),
      .track(
        .on(60), .off(60), .skipped([0xF8], after: 5).wrong(.strayStatus, at: 1),
        .here(.missingEndOfTrack))),
  ]

  private static func stray(_ status: UInt8, _ data: [UInt8]) -> CorpusFile {
    CorpusFile(
      "a stray \(String(status, radix: 16, uppercase: true))", .repaired([.strayStatus]),
      events: .on(60),
      .skipped([status] + data, after: 5).wrong(.strayStatus, at: 1), .off(60))
  }
}
