import Music

@testable import MIDI

extension CorpusFile {
  private static let first = Channel(status: 0)

  /// Source: *MIDI 1.0 Detailed Specification*, channel voice messages.
  static let messages: [CorpusFile] = [
    CorpusFile(
      "every kind of message", .valid,
      events: .message(.control(Controller(data: 7), Level(data: 90), first), 0xB0, 7, 90),
      .program(25), .message(.bend(Bend(low: 0x7F, high: 0x12), first), 0xE0, 0x7F, 0x12),
      .on(60), .message(.keyPressure(Key(data: 60), Level(data: 3), first), 0xA0, 60, 3, after: 9),
      .message(.channelPressure(Level(data: 5), first), 0xD0, 5, after: 9), .off(60)),
    CorpusFile("velocity 0", .valid, events: .on(60), .on(60, 0, after: 96)),
    CorpusFile(
      "velocities 1 and 127", .valid, events: .on(60, 1), .off(60), .on(60, 127), .off(60)),
    CorpusFile(
      "release velocities 0, 1 and 127", .valid,
      events: .on(60), .off(60, 0), .on(61), .off(61, 1), .on(62), .off(62, 127)),
    CorpusFile(
      "the lowest and the highest key", .valid, events: .on(0), .on(127), .off(0), .off(127)),
    CorpusFile(
      "bends to the ends and back", .valid,
      events: .message(.bend(Bend(low: 0, high: 0), first), 0xE0, 0, 0),
      .message(.bend(Bend(low: 0x7F, high: 0x7F), first), 0xE0, 0x7F, 0x7F, after: 1),
      .message(.bend(Bend(low: 0, high: 0x40), first), 0xE0, 0, 0x40, after: 1), .on(60), .off(60)),
    CorpusFile(
      "first and last program", .valid, events: .program(0), .program(127), .on(60), .off(60)),
    CorpusFile(
      "bank, bank, program", .valid,
      events: .message(.control(Controller(data: 0), Level(data: 1), first), 0xB0, 0, 1),
      .message(.control(Controller(data: 32), Level(data: 2), first), 0xB0, 32, 2), .program(3),
      .on(60), .off(60)),
    CorpusFile(
      "all notes off", .valid,
      events: .on(60), .off(60),
      .message(.control(Controller(data: 123), Level(data: 0), first), 0xB0, 123, 0)),
    CorpusFile(
      "all channels", .valid, .header(),
      .track(
        (0..<16).map { .on(60, channel: $0) }
          + (0..<16).map { .off(60, after: $0 == 0 ? 96 : 0, channel: $0) } + [.end])),
    CorpusFile(
      "a key down twice, up twice", .valid, events: .on(60), .on(60, 50, after: 48), .off(60),
      .off(60)),
    CorpusFile(
      "one key on two channels", .valid,
      events: .on(60), .on(60, channel: 1), .off(60), .off(60, channel: 1)),
    CorpusFile(
      "one key on two tracks", .valid, .header(tracks: 2),
      .track(.on(60), .off(60, after: 50), .end),
      .track(.on(60, after: 25), .off(60, after: 50), .end)),
    CorpusFile(
      "up before down at one tick", .valid, events: .on(60), .off(60), .on(60), .off(60)),
    CorpusFile("up without down", .valid, events: .off(61), .on(60), .off(60)),
  ]

  /// Source: *Standard MIDI Files 1.0* (RP-001), MTrk events: running status is used, and is
  /// cancelled by a system exclusive or meta event.
  static let runningStatus: [CorpusFile] = [
    CorpusFile("running status", .valid, events: .on(60), .on(60, 0, after: 96).running),
    CorpusFile(
      "running status of many", .valid,
      events: .on(60), .on(64).running, .on(67).running, .on(60, 0, after: 96).running,
      .on(64, 0).running, .on(67, 0).running),
    CorpusFile(
      "running status behind long times", .valid,
      events: .on(60), .on(60, 0, after: 128).running, .on(62, after: 0x4000).running,
      .on(62, 0, after: 0x20_0000).running),
    CorpusFile(
      "running status of one data byte", .valid,
      events: .program(1), .program(2, after: 5).running,
      .message(.channelPressure(Level(data: 1), first), 0xD0, 1),
      .message(.channelPressure(Level(data: 2), first), 0xD0, 2).running, .on(60), .off(60)),
    CorpusFile(
      "running status of every other kind", .valid,
      events: .message(.control(Controller(data: 7), Level(data: 90), first), 0xB0, 7, 90),
      .message(.control(Controller(data: 10), Level(data: 64), first), 0xB0, 10, 64).running,
      .message(.bend(Bend(low: 1, high: 1), first), 0xE0, 1, 1),
      .message(.bend(Bend(low: 0, high: 0x40), first), 0xE0, 0, 0x40).running, .on(60),
      .on(61).running,
      .message(.keyPressure(Key(data: 60), Level(data: 3), first), 0xA0, 60, 3, after: 9),
      .message(.keyPressure(Key(data: 60), Level(data: 4), first), 0xA0, 60, 4, after: 9).running,
      .off(60), .off(61, after: 0).running),
    CorpusFile(
      "running status of two channels", .valid,
      events: .on(60), .on(62).running, .on(60, channel: 1), .on(62, channel: 1).running, .off(60),
      .off(62).running, .off(60, channel: 1), .off(62, channel: 1).running),
    CorpusFile(
      "running status now and then", .valid,
      events: .on(60), .on(62), .on(60, 0, after: 96).running, .on(62, 0)),
    CorpusFile(
      "running status in one of two tracks", .valid, .header(tracks: 2), .song,
      .track(.on(62), .on(62, 0, after: 96).running, .end)),
    CorpusFile(
      "a status byte behind a meta event", .valid,
      events: .on(60), .on(62).running, .text([0x61]), .on(60, 0, after: 96), .on(62, 0).running),
    CorpusFile(
      "running status over a text", .repaired([.brokenRunningStatus]),
      events: .on(60), .text([0x61]), .on(60, 0, after: 96).broken),
    CorpusFile(
      "running status over a system exclusive", .repaired([.brokenRunningStatus]),
      events: .on(60), .sysex(0x7D, 0xF7), .on(60, 0, after: 96).broken, .on(62).running,
      .on(62, 0).running),
    CorpusFile(
      "running status over an escape", .repaired([.brokenRunningStatus]),
      events: .on(60), .escape(0xF8), .on(60, 0, after: 96).broken),
    CorpusFile(
      "running status over texts, twice", .repaired([.brokenRunningStatus, .brokenRunningStatus]),
      events: .program(1), .text([]), .text([]), .program(2).broken, .on(60), .text([0x61]),
      .on(60, 0, after: 96).broken),
  ]

  static let damagedMessages: [CorpusFile] = [
    CorpusFile(
      "data bytes without a status byte", .repaired([.missingStatus]),
      events: .skipped([60, 100], after: 96).wrong(.missingStatus, at: 1), .on(62), .off(62)),
    CorpusFile(
      "running status over the beginning of a track", .repaired([.missingStatus]),
      .header(tracks: 2), .track(.on(60), .end),
      .track(
        .skipped([60, 0], after: 96).wrong(.missingStatus, at: 1), .on(62), .off(62), .end)),
    CorpusFile(
      "nothing but data bytes", .repaired([.missingStatus, .missingStatus, .missingEndOfTrack]),
      .header(),
      .track(
        .skipped([60, 100], after: 1).wrong(.missingStatus, at: 1),
        .skipped([60, 0], after: 1).wrong(.missingStatus, at: 1), .here(.missingEndOfTrack))),
    CorpusFile(
      "a key over 127", .repaired([.highDataByte]),
      events: .on(60).written(0, 0x90, 60 | 0x80, 100).wrong(.highDataByte, at: 2), .off(60)),
    CorpusFile(
      "a velocity over 127", .repaired([.highDataByte]),
      events: .on(60, 127).written(0, 0x90, 60, 0xFF).wrong(.highDataByte, at: 3), .off(60)),
    CorpusFile(
      "a key and a velocity over 127", .repaired([.highDataByte]),
      events: .on(60, 0).written(0, 0x90, 60 | 0x80, 0x80).wrong(.highDataByte, at: 2), .off(60)),
    CorpusFile(
      "a velocity over 127 under running status", .repaired([.highDataByte]),
      events: .on(60),
      .on(60, 1, after: 96).running.written(96, 60, 0x81)
        .wrong(.highDataByte, at: 2)),
    CorpusFile(
      "a program over 127", .repaired([.highDataByte]),
      events: .program(0).written(0, 0xC0, 0x80).wrong(.highDataByte, at: 2), .on(60), .off(60)),
  ]
}
