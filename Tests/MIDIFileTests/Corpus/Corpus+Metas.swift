import Music

@testable import MIDI

extension CorpusFile {
  /// Source: *Standard MIDI Files 1.0* (RP-001), meta events; RP-019 and RP-032.
  static let metas: [CorpusFile] = [
    words, kept,
    [0, 1, 0xFFFF].map { (number: UInt16) in
      meta("sequence \(number)", 0x00, Piece.bytes(of: number), .sequenceNumber(number))
    },
    [0, 15].map { byte in
      meta("prefix of channel \(byte)", 0x20, [byte], .channelPrefix(Channel(status: byte)))
    },
    [0, 255].map { number in meta("port \(number)", 0x21, [number], .port(number)) },
    [
      meta("an offset of zero", 0x54, [0, 0, 0, 0, 0], .smpteOffset(0, 0, 0, 0, 0)),
      meta("an offset", 0x54, [0x61, 2, 3, 4, 99], .smpteOffset(0x61, 2, 3, 4, 99)),
      CorpusFile(
        "an unknown meta event between two notes", .valid,
        events: .on(60), .meta(0x60, [1], after: 5), .off(60)),
      meta("nothing for a sequencer", 0x7F, [], .sequencerSpecific([])),
      meta("something for a sequencer", 0x7F, [0, 0, 0x41], .sequencerSpecific([0, 0, 0x41])),
    ],
  ].flatMap { $0 }

  private static let words = MetaEvent.TextKind.allCases.flatMap { kind in
    [
      CorpusFile("\(kind)", .valid, events: .text(Array("Adai".utf8), kind), .on(60), .off(60)),
      CorpusFile("\(kind), empty", .valid, events: .text([], kind), .on(60), .off(60)),
    ]
  }

  /// Types that have no meaning here.
  private static let kept =
    ([
      0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x1F, 0x22, 0x2E, 0x30, 0x4B, 0x60, 0x7E, 0x80,
      0xFF,
    ]
    as [UInt8]).map { type in
      CorpusFile(
        "a meta event of type \(type)", .valid,
        events: .meta(type, []), .meta(type, [0, 0x80, 0xFF]), .on(60), .off(60))
    }

  static let tempi =
    [1, 250_000, 500_000, 0xFF_FFFF].map { length in
      meta(
        "\(length) microseconds a beat", 0x51, Array(Piece.bytes(of: UInt32(length)).dropFirst()),
        .tempo(.microseconds(length)))
    } + [
      CorpusFile(
        "a map of tempi and metres", .valid, .header(tracks: 2),
        .track(
          .meta(0x51, [0x07, 0xA1, 0x20], .tempo(.usual)),
          .meta(0x58, [4, 2, 24, 8], .timeSignature(.init(numerator: 4, denominatorPower: 2))),
          .meta(0x51, [0x06, 0x1A, 0x80], .tempo(.microseconds(400_000)), after: 384),
          .meta(0x58, [3, 2, 24, 8], .timeSignature(.init(numerator: 3, denominatorPower: 2))),
          .meta(0x51, [0x0F, 0x42, 0x40], .tempo(.microseconds(1_000_000)), after: 288), .end),
        .track(.on(60, after: 384), .off(60, after: 288), .end))
    ]

  static let metres: [CorpusFile] = [
    metre(4, 2, 24, 8), metre(3, 2, 24, 8), metre(6, 3, 36, 8), metre(7, 3, 12, 8),
    metre(2, 1, 48, 8), metre(5, 4, 6, 16), metre(255, 7, 255, 255),
  ]

  static let keys = KeySignature.counts.flatMap { sharps in
    [false, true].map { isMinor in
      meta(
        "\(sharps) sharps, \(isMinor ? "minor" : "major")", 0x59,
        [UInt8(bitPattern: Int8(sharps)), isMinor ? 1 : 0],
        KeySignature(sharps: sharps, isMinor: isMinor).map(MetaEvent.keySignature))
    }
  }

  static let damagedMetas: [CorpusFile] = [
    damaged("a sequence number of no bytes", 0x00, []),
    damaged("a sequence number of one byte", 0x00, [1]),
    damaged("a sequence number of three bytes", 0x00, [0, 0, 1]),
    damaged("a channel prefix of no bytes", 0x20, []),
    damaged("a channel prefix of two bytes", 0x20, [1, 2]),
    damaged("a channel prefix of 16", 0x20, [16]),
    damaged("a port of no bytes", 0x21, []),
    damaged("a port of two bytes", 0x21, [0, 1]),
    damaged("a tempo of 0", 0x51, [0, 0, 0]),
    damaged("a tempo of no bytes", 0x51, []),
    damaged("a tempo of two bytes", 0x51, [0xA1, 0x20]),
    damaged("a tempo of four bytes", 0x51, [0, 0x07, 0xA1, 0x20]),
    damaged("an offset of four bytes", 0x54, [0, 0, 0, 0]),
    damaged("an offset of six bytes", 0x54, [0, 0, 0, 0, 0, 0]),
    damaged("a metre of two bytes", 0x58, [4, 2]),
    damaged("a metre of three bytes", 0x58, [4, 2, 24]),
    damaged("a metre of five bytes", 0x58, [4, 2, 24, 8, 0]),
    damaged("a key of one byte", 0x59, [0]),
    damaged("a key of three bytes", 0x59, [0, 0, 0]),
    damaged("8 sharps", 0x59, [8, 0]),
    damaged("8 flats", 0x59, [0xF8, 0]),
    damaged("128 flats", 0x59, [0x80, 1]),
    damaged("neither major nor minor", 0x59, [0, 2]),
    damaged("a key of FF", 0x59, [0, 0xFF]),
  ]

  private static func metre(
    _ numerator: UInt8, _ power: UInt8, _ clocks: UInt8, _ thirtySeconds: UInt8
  ) -> CorpusFile {
    meta(
      "\(numerator) over 2^\(power)", 0x58, [numerator, power, clocks, thirtySeconds],
      .timeSignature(
        TimeSignature(
          numerator: numerator, denominatorPower: power, clocksPerClick: clocks,
          thirtySecondsPerBeat: thirtySeconds)))
  }

  private static func meta(
    _ name: String, _ type: UInt8, _ content: [UInt8], _ meaning: MetaEvent?
  ) -> CorpusFile {
    CorpusFile(name, .valid, events: .meta(type, content, meaning), .on(60), .off(60))
  }

  /// A file with a meta event of a wrong length or value, which is kept as it is.
  private static func damaged(_ name: String, _ type: UInt8, _ content: [UInt8]) -> CorpusFile {
    CorpusFile(
      name, .repaired([.badMetaEvent]),
      events: .meta(type, content).wrong(.badMetaEvent, at: 1), .on(60), .off(60))
  }
}
