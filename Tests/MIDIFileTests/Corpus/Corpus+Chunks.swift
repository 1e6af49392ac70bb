@testable import MIDI

extension CorpusFile {
  /// Source: *Standard MIDI Files 1.0* (RP-001): programs pass over chunks that they do not know.
  static let chunks: [CorpusFile] = [
    CorpusFile(
      "a chunk before the first track", .valid, .header(), .alien("XFIH", 1, 2, 3, 4), .song),
    CorpusFile(
      "a chunk between two tracks", .valid, .header(tracks: 2), .song, .alien("XFKM", 0xFF, 0x2F),
      .song),
    CorpusFile("a chunk behind the last track", .valid, .header(), .song, .alien("CASM", 0, 0)),
    CorpusFile("an empty chunk", .valid, .header(), .alien("none"), .song, .alien("none")),
    CorpusFile(
      "chunks of odd lengths, not padded", .valid, .header(), .alien("odd1", 1), .song,
      .alien("odd3", 1, 2, 3)),
    CorpusFile(
      "a chunk that holds a track", .valid, .header(),
      .alien("hold", 0x4D, 0x54, 0x72, 0x6B, 0, 0, 0, 4, 0, 0xFF, 0x2F, 0), .song),
    CorpusFile(
      "chunks with odd names", .valid, .header(), .alien("    "), .alien("~~~~", 1), .alien("MTRK"),
      .song),
    CorpusFile("chunks and no track", .valid, .header(tracks: 0), .alien("XFIH", 1)),
    CorpusFile(
      "a chunk that is cut", .repaired([.chunkTooLong]), .header(), .song,
      .alien("XFIH", 1, 2, claims: 3).wrong(.chunkTooLong, at: 4)),
    CorpusFile(
      "a chunk without content that says four billion bytes", .repaired([.chunkTooLong]),
      .header(), .song, .alien("XFIH", claims: 0xFFFF_FFFF).wrong(.chunkTooLong, at: 4)),
    CorpusFile(
      "a track behind a chunk that says four billion bytes", .repaired([.chunkTooLong]), .header(),
      .alien("XFIH", 1, 2, claims: 0xFFFF_FFFF).wrong(.chunkTooLong, at: 4), .song),
    CorpusFile(
      "a chunk that says too little", .repaired([.bytesBetweenChunks]), .header(),
      .alien("XFIH", 1, 2), .junk(3, 4).wrong(.bytesBetweenChunks, at: 0), .song),
    CorpusFile(
      "a chunk at the end that says too little", .repaired([.trailingBytes]), .header(), .song,
      .alien("XFIH", 1, 2), .junk(3, 4).wrong(.trailingBytes, at: 0)),
    CorpusFile(
      "a zero between two tracks", .repaired([.bytesBetweenChunks]), .header(tracks: 2), .song,
      .junk(0).wrong(.bytesBetweenChunks, at: 0), .song),
    CorpusFile(
      "bytes between header and track", .repaired([.bytesBetweenChunks]), .header(),
      .junk(0, 1, 2).wrong(.bytesBetweenChunks, at: 0), .song),
    CorpusFile(
      "a chunk with a name that nobody can print", .repaired([.bytesBetweenChunks]), .header(),
      .junk(1, 2, 3, 4, 0, 0, 0, 0).wrong(.bytesBetweenChunks, at: 0), .song),
    CorpusFile(
      "a zero at the end", .repaired([.trailingBytes]), .header(), .song,
      .junk(0).wrong(.trailingBytes, at: 0)),
    CorpusFile(
      "filled up to a block", .repaired([.trailingBytes]), .header(), .song,
      .junk([UInt8](repeating: 0, count: 94)).wrong(.trailingBytes, at: 0)),
    CorpusFile(
      "an end of text at the end", .repaired([.trailingBytes]), .header(), .song,
      .junk(0x1A).wrong(.trailingBytes, at: 0)),
    CorpusFile(
      "letters at the end", .repaired([.trailingBytes]), .header(), .song,
      .junk(Array("The end".utf8)).wrong(.trailingBytes, at: 0)),
    CorpusFile(
      "a track's name at the end", .repaired([.trailingBytes]), .header(), .song,
      .junk(Array("MTrk".utf8)).wrong(.trailingBytes, at: 0)),
    CorpusFile(
      "half a track's head at the end", .repaired([.trailingBytes, .trackCount]),
      .header(tracks: 2).wrong(.trackCount, at: 10), .song,
      .junk(Array("MTrk".utf8) + [0, 0, 0]).wrong(.trailingBytes, at: 0)),
  ]

  /// Lengths of tracks that are not theirs.
  static let lengthsOfTracks: [CorpusFile] = [
    CorpusFile(
      "one byte more than the track has", .repaired([.trackTooLong]), .header(),
      .track(.on(60), .off(60), .end, claims: 13).wrong(.trackTooLong, at: 4)),
    CorpusFile(
      "four billion bytes", .repaired([.trackTooLong]), .header(),
      .track(.on(60), .off(60), .end, claims: 0xFFFF_FFFF).wrong(.trackTooLong, at: 4)),
    CorpusFile(
      "a length that is negative for some", .repaired([.trackTooLong]), .header(),
      .track(.on(60), .off(60), .end, claims: 0x8000_0000).wrong(.trackTooLong, at: 4)),
    CorpusFile(
      "a track that reaches into the next", .repaired([.trackTooLong]), .header(tracks: 2),
      .track(.on(60), .off(60), .end, claims: 20).wrong(.trackTooLong, at: 4), .song),
    CorpusFile(
      "two tracks of four billion bytes", .repaired([.trackTooLong, .trackTooLong]),
      .header(tracks: 2),
      .track(.on(60), .off(60), .end, claims: 0xFFFF_FFFF).wrong(.trackTooLong, at: 4),
      .track(.on(62), .off(62), .end, claims: 0xFFFF_FFFF).wrong(.trackTooLong, at: 4)),
    CorpusFile(
      "a track that reaches into a chunk", .repaired([.trackTooLong]), .header(),
      .track(.on(60), .off(60), .end, claims: 16).wrong(.trackTooLong, at: 4),
      .alien("XFIH", 1, 2, 3)),
    CorpusFile(
      "one byte less than the track has", .repaired([.trackTooShort]), .header(),
      .track(.on(60), .off(60), .end, claims: 11).wrong(.trackTooShort, at: 4)),
    CorpusFile(
      "the end of the track not counted", .repaired([.trackTooShort]), .header(tracks: 2),
      .track(.on(60), .off(60), .end, claims: 8).wrong(.trackTooShort, at: 4), .song),
    CorpusFile(
      "a length in the middle of a note", .repaired([.trackTooShort]), .header(),
      .track(.on(60), .off(60), .end, claims: 6).wrong(.trackTooShort, at: 4)),
    CorpusFile(
      "a length in the middle of a padded time", .repaired([.paddedNumber, .trackTooShort]),
      .header(),
      .track(.on(60), .off(60).padded(to: 3), .end, claims: 8).wrong(.trackTooShort, at: 4)),
    CorpusFile(
      "a length in the middle of a text", .repaired([.trackTooShort]), .header(),
      .track(.text(Array("Adai".utf8)), .end, claims: 6).wrong(.trackTooShort, at: 4)),
    CorpusFile(
      "a length of none", .repaired([.trackTooShort]), .header(),
      .track(.on(60), .off(60), .end, claims: 0).wrong(.trackTooShort, at: 4)),
    CorpusFile(
      "a track that says too little before a chunk", .repaired([.trackTooShort]), .header(),
      .track(.on(60), .off(60), .end, claims: 8).wrong(.trackTooShort, at: 4),
      .alien("XFIH", 1, 2, 3)),
    CorpusFile(
      "too little, and bytes behind it", .repaired([.trackTooShort, .trailingBytes]), .header(),
      .track(.on(60), .off(60), .end, claims: 8).wrong(.trackTooShort, at: 4),
      .junk(0, 0).wrong(.trailingBytes, at: 0)),
    CorpusFile(
      "too little, and broken off",
      .repaired([.trackTooShort, .truncatedEvent, .missingEndOfTrack]), .header(),
      .track(
        .on(60), .off(60), .raw(0x00, 0x90, 0x3C).wrong(.truncatedEvent, at: 0),
        .here(.missingEndOfTrack), claims: 6
      ).wrong(.trackTooShort, at: 4)),
  ]

  /// Source: the RIFF MIDI file format of Microsoft's *Multimedia Programming Interface* (1991).
  static let riffs: [CorpusFile] = [
    CorpusFile("in a RIFF file", .valid, .header(), .song).wrapped(),
    CorpusFile("of odd length in a RIFF file", .valid, .header(), .song, .alien("odd1", 1))
      .wrapped(),
    CorpusFile("in a RIFF file with a chunk before", .valid, .header(), .song)
      .wrapped(before: riff("DISP", [1, 0, 0, 0])),
    CorpusFile("in a RIFF file with a chunk of odd length before", .valid, .header(), .song)
      .wrapped(before: riff("INAM", Array("Adai!".utf8))),
    CorpusFile("in a RIFF file with a chunk behind", .valid, .header(), .song)
      .wrapped(after: riff("LIST", Array("INFO".utf8) + riff("INAM", Array("Adai".utf8)))),
    CorpusFile(
      "of odd length in a RIFF file with chunks around", .valid, .header(0), .song,
      .alien("odd3", 1, 2, 3)
    ).wrapped(before: riff("a   ", []) + riff("b   ", [1]), after: riff("DLS ", [1, 2, 3])),
    CorpusFile("a RIFF file that says too much", .repaired([.wrapperLength]), .header(), .song)
      .wrapped(claims: 8).wrong(.wrapperLength, at: 4),
    CorpusFile("a RIFF file that says too little", .repaired([.wrapperLength]), .header(), .song)
      .wrapped(claims: -1).wrong(.wrapperLength, at: 4),
    CorpusFile("a RIFF file that says nothing", .repaired([.wrapperLength]), .header(), .song)
      .wrapped(claims: -46).wrong(.wrapperLength, at: 4),
    CorpusFile(
      "a RIFF file without its padding", .repaired([.wrapperLength]), .header(), .song,
      .alien("odd1", 1)
    ).wrapped(padding: []).wrong(.wrapperLength, at: 4),
    CorpusFile(
      "a RIFF file whose chunk is cut", .repaired([.wrapperLength, .chunkTooLong]), .header(),
      .song
    ).wrapped(claims: 2, dataClaims: 2).wrong(.wrapperLength, at: 4).wrong(.chunkTooLong, at: 16),
    CorpusFile(
      "a RIFF file of four billion bytes", .repaired([.wrapperLength, .chunkTooLong]), .header(),
      .song
    ).wrapped(claims: 0xFFFF_FF00, dataClaims: 0xFFFF_FF00)
      .wrong(.wrapperLength, at: 4).wrong(.chunkTooLong, at: 16),
    CorpusFile(
      "a RIFF file with a line before the header", .repaired([.leadingBytes]),
      .junk(13, 10).wrong(.leadingBytes, at: 0), .header(), .song
    ).wrapped(),
    CorpusFile(
      "a RIFF file without a header", .repaired([.missingHeader]),
      .junk().wrong(.missingHeader, at: 0), .song
    ).wrapped(),
    CorpusFile("a RIFF file whose chunk is empty", .repaired([.leadingBytes]), .header(), .song)
      .wrapped(dataClaims: -34).unwrapped.wrong(.leadingBytes, at: 0),
  ]
}
