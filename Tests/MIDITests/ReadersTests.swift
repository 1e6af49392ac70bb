import Composer
import Foundation
import MIDI
import Music
import Notation
import TestSupport
import Testing

@Suite(
  .enabled(
    if: IndependentReader.python != nil, "JORGA_READERS names no Python that reads MIDI files"))
struct ReadersTests {
  @Test(arguments: Reader.allCases)
  func `every rhythm of the library reads back note for note`(reader: Reader) throws {
    try check(
      Repository.patternFiles.map { path in
        let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
        let name = rhythm.origin.native.isEmpty ? rhythm.origin.name : rhythm.origin.native
        return try arranger(name, tempo: rhythm.tempo.middle, remarks: [rhythm.origin.source])
          .timeline(of: rhythm, bars: 3, markers: [0: rhythm.origin.id, 2: "соңы"])
      }, with: reader)
  }

  @Test(arguments: Reader.allCases)
  func `sweeps between two rhythms read back note for note`(reader: Reader) throws {
    let pairs = [
      ("kazakh/adai-bas", "electronic/house-classic"), ("turkish/oynak-9", "kazakh/korogly-7-223"),
      ("kazakh/qudasha-triplet", "electronic/hiphop-boombap-1"),
      ("arabic/nawakht", "kazakh/korogly-7-223"), ("kazakh/alatau-5", "electronic/dubstep-half"),
      ("caribbean/bembe-bell", "electronic/break-amen-4bar"),
    ]
    try check(
      pairs.flatMap { pair in
        try Fit.allCases.map { fit in try sweep(from: pair.0, to: pair.1, fit: fit) }
      }, with: reader)
  }

  @Test(arguments: Reader.allCases)
  func `mini-notations read back note for note`(reader: Reader) throws {
    let texts = [
      "bd*7, hh*11, sd*13", "bd*7, hh*11, sd*13, oh*17", "bd*13, hh*17, sd*19, cp*23",
      "{c4 e4 g4}%11",
      "c4 [c4 c4*3]!2 c4@3, c4*2", "[c4,e4,g4]*2 c4", "0 .. 127", "bd(3,8), hh(5,13), cp(7,16,2)",
      "bd? sd? hh*16?", "<bd sd>*5 bd/1.5", "bd _ _ sd", "dum*4, low-conga*3, tek*7, mute-conga*5",
    ]
    try check(
      texts.flatMap { text in
        try [Metre.common, #require(Metre(pulses: 7, unit: 8))].map { metre in
          try arranger(text).timeline(
            of: Pattern(parsing: SourceText(name: "test", text)), bars: 4, metre: metre,
            chance: Chance(seed: 7))
        }
      }, with: reader)
  }

  @Test(arguments: Reader.allCases)
  func `any piece reads back note for note`(reader: Reader) throws {
    try check(
      (UInt64(1)...30).map { seed in
        var random = SplitMix64(seed: seed)
        return .random(using: &random)
      }, with: reader)
  }

  @Test(
    arguments: Reader.allCases,
    ["Көроғлы", "Қ\u{30C}", "🐎 «Ақсақ құлан»", "", String(repeating: "ұ", count: 300)])
  func `names keep every letter`(reader: Reader, name: String) throws {
    var piece = Timeline.of(
      [Timeline.Track(voice: "kick", notes: [.at(0), .at(0, for: 4), .at(Fraction(1, 2))])],
      beat: 0xFF_FFFF, title: name)
    piece.remarks = [name]
    piece.markers = [Timeline.Mark("\(name)!", at: 2)]
    try check([piece], with: reader)
  }

  private func arranger(
    _ title: String, tempo: Double = 120, remarks: [String] = []
  ) throws -> Arranger {
    Arranger(
      title: title, tempo: try #require(Tempo(beatsPerMinute: tempo)), remarks: remarks)
  }

  private func sweep(from first: String, to second: String, fit: Fit) throws -> Timeline {
    let rhythms = try [first, second].map { path in
      try Rhythm(parsing: Repository.text(of: "Patterns/\(path).pattern"), name: path)
    }
    let (from, to) = try fit.fitted(rhythms[0], to: rhythms[1])
    let jump = try Jump(from: from, to: to)
    let amounts = Amount.sweep(from: Amount(0), to: Amount(1), bars: 16)
    return try arranger("\(first) → \(second), \(fit)").timeline(bars: 16, markers: [15: "end"]) {
      bar throws(ComposerError) in
      try jump.bar(bar % jump.second.bars.count, at: amounts[bar])
    }
  }

  /// Writes some pieces, lets a library read them all, and compares what it found.
  private func check(_ pieces: [Timeline], with reader: Reader) throws {
    let folder = URL.temporaryDirectory.appending(path: "jorga-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try pieces.enumerated().map { index, piece in
      let file = folder.appending(path: "\(index).mid")
      try Data(MIDIFile(Performance(of: piece, on: .generalMIDI)).bytes).write(to: file)
      return file
    }
    let readings = try reader.read(files)
    #expect(readings.count == pieces.count)
    for (reading, piece) in zip(readings, pieces) {
      try Comparison(reading, piece).expectAlike()
    }
  }
}

/// A piece, and what a library found in its file.
private struct Comparison {
  let reading: Reading
  let piece: Timeline
  let notes: [[ExpectedNote]]

  init(_ reading: Reading, _ piece: Timeline) throws {
    (self.reading, self.piece) = (reading, piece)
    notes = try ExpectedNote.notes(of: piece, ticksPerBeat: reading.ticksPerBeat)
  }

  func expectAlike() throws {
    let title = Comment(rawValue: piece.title)
    #expect(reading.tempi == (try marks(piece.tempi) { [$0.microsecondsPerBeat] }), title)
    #expect(reading.metres == (try marks(piece.metres) { [$0.pulses, $0.unit] }), title)
    let markers = try piece.markers.map {
      Reading.Text(tick: try tick(of: $0.time), text: $0.content)
    }
    #expect(reading.markers == markers, title)
    if reading.format == nil {
      try expectSounding(title)
    } else {
      try expectWhole(title)
    }
  }

  /// What is left in a library that keeps nothing but notes: the tracks that have some.
  private func expectSounding(_ title: Comment) throws {
    let sounding = zip(piece.tracks, notes).filter { !$1.isEmpty }
    #expect(reading.tracks.map(\.name) == sounding.map(\.0.voice.name), title)
    for (track, (voice, notes)) in zip(reading.tracks, sounding) {
      let fields = notes.map { [$0.on, $0.off, $0.key, $0.velocity, $0.channel == 10 ? 10 : nil] }
      #expect(track.notes == fields, title)
      #expect(track.programs == [program(of: voice.voice) ?? 0], title)
    }
  }

  private func expectWhole(_ title: Comment) throws {
    #expect(reading.format == 1, title)
    #expect(reading.tracks.map(\.name) == [piece.title] + piece.tracks.map(\.voice.name), title)
    let groups = piece.metres.filter {
      Metre(pulses: $0.content.pulses, unit: $0.content.unit) != $0.content
    }
    let remarks = piece.remarks.map { Reading.Text(tick: 0, text: $0) }
    #expect(
      try reading.texts == remarks
        + groups.map {
          Reading.Text(tick: try tick(of: $0.time), text: $0.content.description)
        }, title)
    #expect(reading.tracks.first?.notes == [], title)
    for (track, (voice, notes)) in zip(reading.tracks.dropFirst(), zip(piece.tracks, notes)) {
      #expect(track.notes == notes.map { [$0.on, $0.off, $0.key, $0.velocity, $0.channel] }, title)
      #expect(track.programs == (program(of: voice.voice).map { [$0] } ?? []), title)
      #expect(track.instrument == program(of: voice.voice).map { Program.names[$0] }, title)
      #expect(track.others == [], title)
    }
    let end = max(try tick(of: piece.length), notes.joined().map(\.off).max() ?? 0)
    #expect(Set(reading.tracks.map(\.end)) == [end], title)
  }

  private func marks<Content>(
    _ marks: [Timeline.Mark<Content>], _ fields: (Content) -> [Int]
  ) throws -> [[Int]] {
    try marks.map { [try tick(of: $0.time)] + fields($0.content) }
  }

  private func tick(of time: Fraction) throws -> Int {
    try (time * Fraction(reading.ticksPerBeat) + Fraction(1, 2)).floor
  }

  /// The program of a voice as the file counts it, from 0; none for a drum.
  private func program(of voice: Voice) -> Int? {
    let instruments = Kit.generalMIDI
    guard case .program(let program, _) = instruments[voice]?.sound else {
      return nil
    }
    return program.number - 1
  }
}
