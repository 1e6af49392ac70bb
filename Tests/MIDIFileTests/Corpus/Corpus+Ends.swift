@testable import MIDI

extension CorpusFile {
  /// Source: *Standard MIDI Files 1.0* (RP-001), end of track: it is not optional.
  static let ends: [CorpusFile] = [
    CorpusFile("an empty track", .valid, .header(), .track(.end)),
    CorpusFile("four bars of rest", .valid, .header(), .track(.end(after: 1536))),
    CorpusFile(
      "silence behind the last note", .valid, .header(),
      .track(.on(60), .off(60), .end(after: 1440))),
    CorpusFile("the longest rest", .valid, .header(), .track(.end(after: 0x0FFF_FFFF))),
    CorpusFile(
      "an empty track between others", .valid, .header(tracks: 3), .song, .track(.end), .song),
    CorpusFile(
      "no end", .repaired([.missingEndOfTrack]), .header(),
      .track(.on(60), .off(60), .here(.missingEndOfTrack))),
    CorpusFile(
      "no end before another track", .repaired([.missingEndOfTrack]), .header(tracks: 2),
      .track(.on(60), .off(60), .here(.missingEndOfTrack)), .song),
    CorpusFile(
      "no end before a chunk", .repaired([.missingEndOfTrack]), .header(),
      .track(.on(60), .off(60), .here(.missingEndOfTrack)), .alien("XFIH", 1)),
    CorpusFile(
      "a track of no bytes", .repaired([.missingEndOfTrack]), .header(),
      .track(.here(.missingEndOfTrack))),
    CorpusFile(
      "two tracks of no bytes", .repaired([.missingEndOfTrack, .missingEndOfTrack]),
      .header(tracks: 2), .track(.here(.missingEndOfTrack)), .track(.here(.missingEndOfTrack))),
    CorpusFile(
      "an early end", .repaired([.eventsAfterEnd]), .header(),
      .track(.on(60), .off(60), .end, .on(62).unread.wrong(.eventsAfterEnd, at: 0))),
    CorpusFile(
      "an early end before another track", .repaired([.eventsAfterEnd]), .header(tracks: 2),
      .track(
        .on(60), .off(60), .end, .on(62).unread.wrong(.eventsAfterEnd, at: 0), .off(62).unread,
        .end), .song),
    CorpusFile(
      "two ends", .repaired([.eventsAfterEnd]), .header(),
      .track(.on(60), .off(60), .end, .end.wrong(.eventsAfterEnd, at: 0))),
    CorpusFile(
      "zeros behind the end", .repaired([.eventsAfterEnd]), .header(),
      .track(.on(60), .off(60), .end, .raw(0, 0, 0).wrong(.eventsAfterEnd, at: 0))),
    CorpusFile(
      "an end with content", .repaired([.badMetaEvent]), .header(),
      .track(.on(60), .off(60), .end.written(0, 0xFF, 0x2F, 1, 0).wrong(.badMetaEvent, at: 1))),
    CorpusFile(
      "an end with a padded length", .repaired([.paddedNumber]), .header(),
      .track(.on(60), .off(60), .end.written(0, 0xFF, 0x2F, 0x80, 0).wrong(.paddedNumber, at: 3))),
  ]

  /// Tracks that break off: the length is right, or the file is cut.
  static let breaks: [CorpusFile] =
    brokenOff + [
      CorpusFile(
        "cut behind an event", .repaired([.truncatedTrack]), .header(),
        .track(.on(60), .off(60), .here(.truncatedTrack), claims: 12)),
      CorpusFile(
        "cut behind a track's head", .repaired([.truncatedTrack]), .header(),
        .track(.here(.truncatedTrack), claims: 12)),
      CorpusFile(
        "cut in the second track", .repaired([.truncatedEvent, .truncatedTrack]),
        .header(tracks: 2), .song,
        .track(
          .on(60), .raw(0x60, 0x80).wrong(.truncatedEvent, at: 0), .here(.truncatedTrack),
          claims: 12)),
      CorpusFile(
        "broken off before another track", .repaired([.truncatedEvent, .missingEndOfTrack]),
        .header(tracks: 2),
        .track(
          .on(60), .off(60), .raw(0x00, 0x90).wrong(.truncatedEvent, at: 0),
          .here(.missingEndOfTrack)), .song),
      CorpusFile(
        "broken off behind a long time before another track",
        .repaired([.truncatedEvent, .missingEndOfTrack]), .header(tracks: 2),
        .track(
          .on(60), .off(60), .raw(0xFF, 0xFF, 0xFF, 0x7F, 0x90).wrong(.truncatedEvent, at: 0),
          .here(.missingEndOfTrack)), .song),
      CorpusFile(
        "broken off in a note behind a long time before another track",
        .repaired([.truncatedEvent, .missingEndOfTrack]), .header(tracks: 2),
        .track(
          .on(60), .off(60), .raw(0xFF, 0xFF, 0xFF, 0x7F, 0x90, 60).wrong(.truncatedEvent, at: 0),
          .here(.missingEndOfTrack)), .song),
    ]

  private static let brokenOff = [
    broken("in a time", .raw(0x81)),
    broken("behind a time", .raw(0x60)),
    broken("behind a status byte", .raw(0x60, 0x90)),
    broken("behind the first data byte", .raw(0x60, 0x90, 0x3C)),
    broken("behind the first data byte of running status", .raw(0x60, 0x3C)),
    broken("behind the status byte of a program", .raw(0x60, 0xC0)),
    broken("behind FF", .raw(0x60, 0xFF)),
    broken("behind the type of a meta event", .raw(0x60, 0xFF, 0x01)),
    broken("in the length of a meta event", .raw(0x60, 0xFF, 0x01, 0x81)),
    broken("in the content of a meta event", .raw(0x60, 0xFF, 0x01, 0x04, 0x41, 0x64)),
    broken("before four billion bytes of a text", .raw(0, 0xFF, 1, 0xFF, 0xFF, 0xFF, 0x7F, 0)),
    broken("behind F0", .raw(0x60, 0xF0)),
    broken("in the content of a system exclusive", .raw(0x60, 0xF0, 0x05, 0x7E, 0x7F)),
    broken("in the content of an escape", .raw(0x60, 0xF7, 0x02, 0xF8)),
    broken("in the end of the track", .raw(0x60, 0xFF, 0x2F)),
  ].flatMap { $0 }

  private static func broken(_ place: String, _ rest: Item) -> [CorpusFile] {
    let events = [Item.on(60), .off(60, 0), rest.wrong(.truncatedEvent, at: 0)]
    let count = UInt32(events.reduce(0) { $0 + $1.bytes.count })
    return [
      CorpusFile(
        "broken off \(place)", .repaired([.truncatedEvent, .missingEndOfTrack]), .header(),
        .track(events + [.here(.missingEndOfTrack)])),
      CorpusFile(
        "cut \(place)", .repaired([.truncatedEvent, .truncatedTrack]), .header(),
        .track(events + [.here(.truncatedTrack)], claims: count + 4)),
    ]
  }
}
