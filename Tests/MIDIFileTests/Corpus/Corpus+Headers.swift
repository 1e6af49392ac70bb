@testable import MIDI

extension CorpusFile {
  /// Source: *Standard MIDI Files 1.0* (RP-001), header chunks.
  static let headers: [CorpusFile] = [
    CorpusFile("format 0", .valid, .header(0), .song),
    CorpusFile("format 1 with one track", .valid, .header(), .song),
    CorpusFile(
      "format 1 with a track of tempi", .valid, .header(tracks: 2),
      .track(.meta(0x51, [0x07, 0xA1, 0x20], .tempo(.usual)), .end(after: 96)), .song),
    CorpusFile("format 1 with three tracks", .valid, .header(tracks: 3), .song, .song, .song),
    CorpusFile("format 2 with one track", .valid, .header(2), .song),
    CorpusFile("format 2 with two tracks", .valid, .header(2, tracks: 2), .song, .song),
    CorpusFile("format 1 without tracks", .valid, .header(tracks: 0)),
    CorpusFile("one tick a beat", .valid, .header(division: 1), .song),
    CorpusFile("960 ticks a beat", .valid, .header(division: 960), .song),
    CorpusFile("most ticks a beat", .valid, .header(division: 0x7FFF), .song),
    CorpusFile(
      "24 frames", .valid, .header(division: 0xE804, means: nil, .perFrame(4, .film)), .song),
    CorpusFile(
      "25 frames of 40 ticks: milliseconds", .valid,
      .header(division: 0xE728, means: nil, .perFrame(40, .television)), .song),
    CorpusFile(
      "29 frames, dropped", .valid,
      .header(division: 0xE350, means: nil, .perFrame(80, .dropFrame)), .song),
    CorpusFile(
      "30 frames", .valid, .header(division: 0xE264, means: nil, .perFrame(100, .thirty)), .song),
    CorpusFile(
      "one tick a frame", .valid, .header(division: 0xE801, means: nil, .perFrame(1, .film)),
      .song),
    CorpusFile(
      "most ticks a frame", .valid,
      .header(division: 0xE2FF, means: nil, .perFrame(255, .thirty)), .song),
    CorpusFile("a header of 8 bytes", .valid, .header(rest: [1, 2]), .song),
    CorpusFile(
      "a header of 300 bytes", .valid, .header(rest: [UInt8](repeating: 0x4D, count: 294)), .song),
    CorpusFile(
      "a header that holds the name of a track", .valid, .header(rest: Array("MTrk".utf8)), .song),
  ]

  static let damagedHeaders: [CorpusFile] = [
    CorpusFile(
      "format 0 without tracks", .repaired([.tracksOfFormatZero]),
      .header(0, tracks: 0, means: .simultaneous).wrong(.tracksOfFormatZero, at: 8)),
    CorpusFile(
      "format 0 with two tracks", .repaired([.tracksOfFormatZero]),
      .header(0, tracks: 2, means: .simultaneous).wrong(.tracksOfFormatZero, at: 8), .song, .song),
    CorpusFile(
      "format 3", .repaired([.unknownFormat]), .header(3).wrong(.unknownFormat, at: 8), .song),
    CorpusFile(
      "format 65535", .repaired([.unknownFormat]), .header(0xFFFF).wrong(.unknownFormat, at: 8),
      .song),
    CorpusFile(
      "division 0", .repaired([.badDivision]),
      .header(division: 0, means: nil, .perBeat(480)).wrong(.badDivision, at: 12), .song),
    CorpusFile(
      "23 frames", .repaired([.badDivision]),
      .header(division: 0xE928, means: nil, .perBeat(480)).wrong(.badDivision, at: 12), .song),
    CorpusFile(
      "128 frames", .repaired([.badDivision]),
      .header(division: 0x8028, means: nil, .perBeat(480)).wrong(.badDivision, at: 12), .song),
    CorpusFile(
      "no ticks a frame", .repaired([.badDivision]),
      .header(division: 0xE700, means: nil, .perBeat(480)).wrong(.badDivision, at: 12), .song),
    CorpusFile(
      "everything wrong in a header", .repaired([.unknownFormat, .badDivision, .trackCount]),
      .header(9, tracks: 9, division: 0, means: nil, .perBeat(480))
        .wrong(.unknownFormat, at: 8).wrong(.trackCount, at: 10).wrong(.badDivision, at: 12),
      .song),
    CorpusFile(
      "fewer tracks than counted", .repaired([.trackCount]),
      .header(tracks: 3).wrong(.trackCount, at: 10), .song),
    CorpusFile(
      "most tracks counted", .repaired([.trackCount]),
      .header(tracks: 0xFFFF).wrong(.trackCount, at: 10), .song),
    CorpusFile(
      "more tracks than counted", .repaired([.trackCount]),
      .header(tracks: 1).wrong(.trackCount, at: 10), .song, .song),
    CorpusFile(
      "no tracks counted", .repaired([.trackCount]),
      .header(tracks: 0).wrong(.trackCount, at: 10), .song),
    CorpusFile(
      "two files, one behind the other", .repaired([.trackCount]),
      .header().wrong(.trackCount, at: 10), .song, .alien("MThd", 0, 1, 0, 1, 0, 96), .song),
  ]

  static let headersOfWrongLength: [CorpusFile] = [
    CorpusFile(
      "a header that says 4 bytes", .repaired([.headerLength]),
      .header(claims: 4).wrong(.headerLength, at: 4), .song),
    CorpusFile(
      "a header that says none", .repaired([.headerLength]),
      .header(claims: 0).wrong(.headerLength, at: 4), .song),
    CorpusFile(
      "a header that says four billion bytes", .repaired([.headerLength]),
      .header(claims: 0xFFFF_FFFF).wrong(.headerLength, at: 4), .song),
    CorpusFile(
      "a header of 5 bytes", .repaired([.headerLength]),
      .header(claims: 5, means: nil, .perBeat(480)).wrong(.headerLength, at: 4).cut(1), .song),
    CorpusFile(
      "a header of 2 bytes", .repaired([.headerLength]),
      .header(0, claims: 2, means: nil, .perBeat(480)).wrong(.headerLength, at: 4).cut(4), .song),
    CorpusFile(
      "a header without content", .repaired([.headerLength]),
      .header(claims: 0, means: nil, .perBeat(480)).wrong(.headerLength, at: 4).cut(6), .song),
    CorpusFile(
      "cut behind the header's name", .repaired([.headerLength]),
      .header(means: nil, .perBeat(480)).wrong(.headerLength, at: 4).cut(10)),
    CorpusFile(
      "cut in the header's length", .repaired([.headerLength]),
      .header(means: nil, .perBeat(480)).wrong(.headerLength, at: 4).cut(8)),
    CorpusFile(
      "cut in the format", .repaired([.headerLength]),
      .header(2, means: .simultaneous, .perBeat(480)).wrong(.headerLength, at: 4).cut(5)),
    CorpusFile(
      "cut in the division", .repaired([.headerLength, .trackCount]),
      .header(2, means: nil, .perBeat(480)).wrong(.headerLength, at: 4).wrong(.trackCount, at: 10)
        .cut(1)),
    CorpusFile(
      "no header", .repaired([.missingHeader]),
      .junk().wrong(.missingHeader, at: 0), .song, .song),
    CorpusFile(
      "bytes instead of a header", .repaired([.missingHeader]),
      .junk(0x4D, 0x54, 0x68, 0x64 ^ 0x20, 0, 0).wrong(.missingHeader, at: 6), .song),
    CorpusFile(
      "a line before the header", .repaired([.leadingBytes]),
      .junk(13, 10).wrong(.leadingBytes, at: 0), .header(), .song),
    CorpusFile(
      "a byte order mark before the header", .repaired([.leadingBytes]),
      .junk(0xEF, 0xBB, 0xBF).wrong(.leadingBytes, at: 0), .header(), .song),
    CorpusFile(
      "a Macintosh head before the header", .repaired([.leadingBytes]),
      .junk([UInt8](repeating: 0, count: 128)).wrong(.leadingBytes, at: 0), .header(), .song),
    CorpusFile(
      "a chunk before the header", .repaired([.leadingBytes]),
      .alien("XFIH", 1, 2, 3).unread.wrong(.leadingBytes, at: 0), .header(), .song),
  ]

  static let refused: [CorpusFile] = [
    CorpusFile("nothing", .refused),
    CorpusFile("a zero", .refused, .junk(0)),
    CorpusFile("zeros", .refused, .junk([UInt8](repeating: 0, count: 64))),
    CorpusFile("high bytes", .refused, .junk([UInt8](repeating: 0xFF, count: 64))),
    CorpusFile("a text", .refused, .junk(Array("MIDI: see MT.rk and MTh.d".utf8))),
    CorpusFile("half a header's name", .refused, .junk(0x4D, 0x54, 0x68)),
    CorpusFile("a track's name alone", .refused, .junk(Array("MTrk".utf8))),
    CorpusFile("a RIFF file of sound", .refused, .junk(riff("RIFF", Array("WAVEdata".utf8)))),
    CorpusFile("a RIFF file of MIDI, empty", .refused, .junk(riff("RIFF", Array("RMID".utf8)))),
    CorpusFile("a RIFF file of MIDI without any", .refused, .junk(1, 2, 3)).wrapped(),
  ]
}
