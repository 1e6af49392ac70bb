import Music
import TestSupport
import Testing

@testable import Notation

@Suite struct PatternWritingTests {
  /// Law: for every rhythm `r`, `Rhythm(parsing: r.patternFile()) == r`, with the same origin, tempo
  /// and order of voices, and a second writing changes nothing.
  @Test(arguments: UInt64(1)...200)
  func `a written rhythm reads back the same`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try expectWrittenBack(Rhythm.random(using: &random))
  }

  /// Law: so it is for notes beside the grid, of any length, pitch and shift, and for any swing.
  @Test(arguments: UInt64(1)...200)
  func `notes beside the grid read back the same`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try expectWrittenBack(Rhythm.irregular(using: &random))
  }

  @Test(arguments: [
    "kick      | x.x.x.x. |", "kick      | x---x-x- |", "kick      | x...X..g | x------- |",
    "kick      | ....x--- | -------- |", "kick      | ........ |",
    "dombyra   | DdUutimo |", "dombyra   | p....... |", "low-floor-tom | x....... |",
    "kick          | x...X... |\nkick.velocity X=1 x=127",
    "kick          | x...x... |\nkick.velocity 90 91",
    "kick        | x...x... |\nkick.length 1/4 1/1",
    "kick        | x...x... |\nkick.length 1/24", "kick       | x...x... |\nkick.shift +8ms",
    "kick       | x...x... |\nkick.shift 0 -1/96+0.5ms",
    "kick      | x...x... |\nkick.feel swing 50-56% 1/8",
    "kick      | x...x... |\nkick.feel samba4 40%", "kick      | x...x... |\nkick.feel ukg",
    "kick          | x...x... |\nkick.evidence C",
    "kick      | x...x... |\nkick.key  c-1 g9", "kick      | x...x... |\nkick.key  . eb3",
    "snare     | x....... |\nkick      | x....... |",
  ])
  func `rows are written as they are read`(rows: String) throws {
    let text = Draft(["feel": "straight"], rows: rows).text
    let ordered = try Rhythm(parsing: text, name: "test").patternFile()
    #expect(ordered.suffix(rows.count + 2) == "\n\(rows)\n")
  }

  @Test(arguments: [
    ("kick \"x*8\"", "kick      | xxxxxxxx |"),
    ("kick \"x(3,8)\"", "kick      | x..x..x. |"),
    ("kick \"x x\"", "kick      | x---x--- |"),
    ("kick |x...x...|", "kick      | x...x... |"),
    ("kick |x...x...|\nkick.velocity X=1 x=92 g=3", "kick      | x...x... |"),
    ("kick |x...X...|\nkick.velocity 90 91", "kick          | x...X... |\nkick.velocity X=91 x=90"),
    ("kick |x...x...|\nkick.velocity 92 92", "kick      | x...x... |"),
    ("kick |x...x...|\nkick.length 1/8", "kick      | x...x... |"),
    ("kick |x...x...|\nkick.length 1/4 1/2", "kick      | x-..x--- |"),
    ("kick |x...x...|\nkick.shift +0ms", "kick      | x...x... |"),
    ("kick |x...x...|\nkick.shift +8ms +8ms", "kick       | x...x... |\nkick.shift +8ms"),
    ("kick |x...x...|\nkick.key d#4 b#3", "kick      | x...x... |\nkick.key  eb4 c4"),
    ("kick |x...x...|\nkick.key . .", "kick      | x...x... |"),
    (
      "kick |x.......|\nkick.key c4\nkick.shift -1ms",
      "kick       | x....... |\nkick.shift -1ms\nkick.key   c4"
    ),
  ])
  func `what means the same is written the same`(rows: String, written: String) throws {
    let file = try Rhythm(parsing: Draft(rows: rows).text, name: "test").patternFile()
    #expect(file.suffix(written.count + 2) == "\n\(written)\n")
  }

  @Test(arguments: [
    ("metre", "4/4"), ("metre", "8/8"), ("metre", "8/8 (2+2+2+2)"), ("metre", "4/4 (1+3)"),
    ("grid", "1/8"), ("tempo", "100"), ("tempo", "100-120"), ("tempo", "3/8=100"),
    ("tempo", "1/2=85-105"), ("feel", "straight"), ("feel", "swing 54%"),
    ("feel", "swing 50-56%"), ("feel", "swing 66.7% 1/8"), ("native", "Балбырауын"),
    ("tags", "a, b c, d"), ("note", "x | y # \"z\""), ("gloss", "g"), ("evidence", "A"),
  ])
  func `a line of the head is written as it is read`(key: String, value: String) throws {
    let line = key + String(repeating: " ", count: 10 - key.count) + value
    let rhythm = try Rhythm(parsing: Draft([key: value]).text, name: "test")
    #expect(try rhythm.patternFile().split(separator: "\n").contains(Substring(line)))
  }

  @Test(arguments: ["1/8", "1/12", "1/24", "1/64"])
  func `a grid that fits is kept`(grid: String) throws {
    let text = Draft(["grid": grid, "metre": "3/4"], rows: "kick \"x\"").text
    let rhythm = try Rhythm(parsing: text, name: "test")
    #expect(try Rhythm(parsing: rhythm.patternFile(), name: "test").grid == rhythm.grid)
  }

  @Test func `a swing without a finite decimal reads back the same`() throws {
    let triplet = try #require(Swing(share: Fraction(2, 3)...Fraction(2, 3)))
    try expectWrittenBack(
      Rhythm(
        origin: Origin(id: "x", name: "x", evidence: .reconstructed, source: "x"),
        bars: [.common], grid: Fraction(1, 16), tempo: TempoRange(rate: 100...100),
        feel: .swing(triplet), parts: [Rhythm.Part(voice: "kick", notes: [])]))
  }

  @Test func `a rhythm without a region reads back the same`() throws {
    var rhythm = try Rhythm(parsing: Draft().text, name: "test")
    rhythm.origin.region = ""
    #expect(try Rhythm(parsing: rhythm.patternFile(), name: "test") == rhythm)
  }

  @Test func `one metre for all bars is written once`() throws {
    let text = Draft(["metre": "4/4"], rows: "kick      | x....... | x....... |").text
    #expect(try Rhythm(parsing: text, name: "x").patternFile().contains("metre     4/4\n"))
    let mixed = Draft(["metre": "4/4, 3/4, 4/4"], rows: "kick \"x\"").text
    #expect(
      try Rhythm(parsing: mixed, name: "x").patternFile().contains("metre     4/4, 3/4, 4/4\n"))
  }

  @Test func `what would break a line is written as a blank`() throws {
    var rhythm = try Rhythm(parsing: Draft().text, name: "test")
    rhythm.origin.note = "one\ntwo\r\nthree"
    let file = try rhythm.patternFile()
    #expect(try Rhythm(parsing: file, name: "test").origin.note == "one two three")
  }

  @Test func `rows too fine to be written are an error`() throws {
    let onset = Fraction(1, 1_000_003)
    let note = Note(
      onset: onset, length: 1, stroke: .normal, velocity: Velocity(clamping: 92))
    let rhythm = try Rhythm(
      origin: Origin(id: "x", name: "x", evidence: .reconstructed, source: "x"), bars: [.common],
      grid: Fraction(1, 16), tempo: TempoRange(rate: 100...100),
      parts: [Rhythm.Part(voice: "kick", notes: [note])])
    #expect(throws: MusicError.tooFine) { try rhythm.patternFile() }
  }

  private func expectWrittenBack(
    _ rhythm: Rhythm, at location: SourceLocation = #_sourceLocation
  ) throws {
    let file = try rhythm.patternFile()
    let read = try Rhythm(parsing: file, name: "tests/\(rhythm.origin.id).pattern")
    #expect(read == rhythm, "\(file)", sourceLocation: location)
    #expect(read.origin == rhythm.origin, sourceLocation: location)
    #expect(read.tempo == rhythm.tempo, sourceLocation: location)
    #expect(read.parts.map(\.voice) == rhythm.parts.map(\.voice), sourceLocation: location)
    #expect(try read.patternFile() == file, sourceLocation: location)
  }
}

extension Rhythm {
  /// Any rhythm of mixed metres whose notes lie on divisions of their own.
  fileprivate static func irregular(
    using random: inout some RandomNumberGenerator
  ) throws -> Rhythm {
    let metres = [(4, 4), (3, 4), (7, 8), (5, 16)].compactMap { Metre(pulses: $0.0, unit: $0.1) }
    let bars = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      metres.randomElement(using: &random) ?? .common
    }
    let voices: [Voice] = ["kick", "bass", "қобыз"]
    var parts: [Part] = []
    for voice in voices.prefix(Int.random(in: 1...3, using: &random)) {
      parts.append(
        Part(
          voice: voice,
          notes: try (0..<Int.random(in: 0...6, using: &random)).map { _ in
            try .irregular(using: &random)
          }, feel: Bool.random(using: &random) ? Feel.irregular(using: &random) : nil,
          evidence: [nil, .notated, .recalled, .reconstructed].randomElement(using: &random) ?? nil)
      )
    }
    return try Rhythm(
      origin: Origin(
        id: "irregular", name: "Irregular", native: "Қисық", gloss: "any", evidence: .recalled,
        source: "a test", tags: ["one", "two words"], note: "none"),
      bars: bars, grid: Fraction(1, [8, 12, 16].randomElement(using: &random) ?? 8),
      tempo: TempoRange(unit: Fraction(3, 8), rate: 90...Int.random(in: 90...999, using: &random)),
      feel: .irregular(using: &random), parts: parts)
  }
}

extension Note {
  /// Any note of the first five eighths of a bar.
  fileprivate static func irregular(
    using random: inout some RandomNumberGenerator
  ) throws -> Note {
    let division = [1, 2, 3, 4, 5, 7].randomElement(using: &random) ?? 1
    let shifts = [
      Shift.none, Shift(beats: Fraction(-1, 24)), Shift(microseconds: 12_345),
      Shift(beats: Fraction(1, 30_720), microseconds: -1),
    ]
    return Note(
      onset: Fraction(Int.random(in: 0..<division, using: &random), division),
      length: Fraction(Int.random(in: 1...9, using: &random), division),
      stroke: Stroke.allCases.randomElement(using: &random) ?? .normal,
      velocity: Velocity(clamping: Int.random(in: 1...127, using: &random)),
      shift: shifts.randomElement(using: &random) ?? .none,
      key: Key(Int.random(in: 0...255, using: &random)))
  }
}

extension Feel {
  /// Any feel.
  fileprivate static func irregular(using random: inout some RandomNumberGenerator) -> Feel {
    switch Int.random(in: 0...2, using: &random) {
    case 0: .straight
    case 1: Swing.irregular(using: &random).map(Feel.swing) ?? .straight
    default:
      Groove.known.values.sorted { $0.name < $1.name }.randomElement(using: &random).map {
        .groove($0, depth: Fraction(Int.random(in: 1...100, using: &random), 100))
      } ?? .straight
    }
  }
}

extension Swing {
  /// Any swing with shares in tenths of a per cent.
  fileprivate static func irregular(using random: inout some RandomNumberGenerator) -> Swing? {
    let shares = (0..<2).map { _ in Fraction(Int.random(in: 250...750, using: &random), 1000) }
    return Swing(
      share: min(shares[0], shares[1])...max(shares[0], shares[1]),
      unit: Fraction(1, [8, 16].randomElement(using: &random) ?? 8))
  }
}
