@testable import MIDI

extension CorpusFile {
  /// The longest time that a number can say.
  private static let longest = 0x0FFF_FFFF

  /// Source: *Standard MIDI Files 1.0* (RP-001), variable-length quantities.
  static let numbers =
    boundaries + [
      CorpusFile(
        "one tick more than a number can say", .valid,
        events: .on(60), .text([], after: longest), .off(60, after: 1)),
      CorpusFile(
        "the end further away than a number can say", .valid, .header(),
        .track(.on(60), .off(60), .text([], after: longest), .end(after: 1))),
      CorpusFile(
        "more ticks than 32 bits can say", .valid, .header(),
        .track(
          (1...20).map { _ in .text([], after: longest) } + [.on(60), .off(60, after: 7), .end])),
    ]

  private static let boundaries =
    [
      1, 0x40, 0x7F, 0x80, 0x2000, 0x3FFF, 0x4000, 0x10_0000, 0x1F_FFFF, 0x20_0000, 0x800_0000,
      longest,
    ].map { ticks in
      CorpusFile("\(ticks) ticks", .valid, events: .on(60), .off(60, after: ticks))
    }
    + [127, 128, 300, 16_383, 16_384].map { count in
      CorpusFile(
        "a text of \(count) bytes", .valid,
        events: .text([UInt8](repeating: 0x61, count: count)), .on(60), .off(60))
    }

  private static let padded = [2, 3, 4, 5, 6, 12, 40].map { count in
    CorpusFile(
      "a time of \(count) bytes that needs one",
      .repaired([count > 4 ? .longNumber : .paddedNumber]),
      events: .on(60), .off(60).padded(to: count), .on(62, after: 1), .off(62))
  }

  static let damagedNumbers =
    padded + [
      CorpusFile(
        "a padded zero at every place", .repaired([.paddedNumber, .paddedNumber, .paddedNumber]),
        events: .on(60).padded(to: 2), .off(60).padded(to: 4), .text([]).padded(to: 3)),
      CorpusFile(
        "2^28 ticks", .repaired([.longNumber]),
        events: .on(60),
        .off(60, after: longest).written(0x81, 0x80, 0x80, 0x80, 0x00, 0x80, 60, 64)
          .wrong(.longNumber, at: 0)),
      CorpusFile(
        "2^35 ticks but one", .repaired([.longNumber]),
        events: .on(60),
        .off(60, after: longest).written(0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0x80, 60, 64)
          .wrong(.longNumber, at: 0)),
      CorpusFile(
        "2^63 ticks", .repaired([.longNumber]),
        events: .on(60),
        .off(60, after: longest)
          .written(0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00, 0x80, 60, 64)
          .wrong(.longNumber, at: 0)),
      CorpusFile(
        "2^70 ticks", .repaired([.longNumber]),
        events: .on(60),
        .off(60, after: longest)
          .written(0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0, 0x80, 60, 64)
          .wrong(.longNumber, at: 0)),
      CorpusFile(
        "a padded length of a text", .repaired([.paddedNumber]),
        events: .text([0x61]).written(0, 0xFF, 0x01, 0x80, 0x01, 0x61).wrong(.paddedNumber, at: 3),
        .on(60), .off(60)),
      CorpusFile(
        "a length of a text in five bytes", .repaired([.longNumber]),
        events: .text([0x61]).written(0, 0xFF, 0x01, 0x80, 0x80, 0x80, 0x80, 0x01, 0x61)
          .wrong(.longNumber, at: 3), .on(60), .off(60)),
      CorpusFile(
        "a padded length of a system exclusive", .repaired([.paddedNumber]),
        events: .sysex(0x7D, 0xF7).written(0, 0xF0, 0x80, 0x02, 0x7D, 0xF7)
          .wrong(.paddedNumber, at: 2), .on(60), .off(60)),
      CorpusFile(
        "a number that does not end", .repaired([.truncatedEvent, .missingEndOfTrack]), .header(),
        .track(
          .on(60), .off(60), .raw(0x80, 0x80, 0x80, 0x80, 0x80).wrong(.truncatedEvent, at: 0),
          .raw(0xFF, 0xAF, 0x80), .here(.missingEndOfTrack))),
    ]
}
