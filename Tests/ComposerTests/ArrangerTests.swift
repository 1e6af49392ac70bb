import Music
import Notation
import Testing
import TestSupport

@testable import Composer

@Suite struct ArrangerTests {
  private let arranger: Arranger

  init() throws {
    arranger = Arranger(title: "test", tempo: try #require(Tempo(beatsPerMinute: 120)))
  }

  /// Law: a piece of a rhythm is the rhythm's bars, one after another.
  @Test(arguments: Repository.patternFiles)
  func `a piece repeats its rhythm bar by bar`(path: String) throws {
    let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
    let turns = 3
    let timeline = try arranger.timeline(of: rhythm, bars: turns * rhythm.bars.count)
    let repeated = try rhythm.repeated(turns)
    #expect(timeline.length == repeated.beats)
    for track in timeline.tracks {
      let notes = try #require(repeated[track.voice]).notes
      #expect(track.notes.map(\.onset) == notes.map(\.onset))
      #expect(track.notes.map(\.velocity) == notes.map(\.velocity))
    }
  }

  /// Law: a pattern rendered at once has the onsets of its cycles.
  @Test(arguments: UInt64(0)..<50)
  func `a piece of a pattern has the events of its cycles`(seed: UInt64) throws {
    let text = "bd(<3 5>,8)? [~ sn]*<1 2>, hh*8?, <60 64 67>/\(seed % 3 + 1)"
    let pattern = try Pattern(parsing: text)
    let chance = Chance(seed: seed)
    let seven = try #require(Metre(pulses: 7, unit: 8))
    let timeline = try arranger.timeline(of: pattern, bars: 9, metre: seven, chance: chance)
    let evaluator = try Evaluator(pattern, chance: chance)
    let onsets = try (0..<9).flatMap { try evaluator.onsets(in: Span(cycle: $0)) }
    let expected = try onsets.map { try $0.whole.begin * seven.beats }.sorted()
    #expect(timeline.tracks.flatMap { $0.notes.map(\.onset) }.sorted() == expected)
  }

  @Test(arguments: [
    ("bd", 1), ("<a b c>", 3), ("<bd sn>/2, hh*3", 4), ("bd?", 16), ("{a b c}%4", 3),
  ])
  func `a pattern has as many bars as it needs to repeat`(text: String, bars: Int) throws {
    let rhythm = try Rhythm(
      sampling: Pattern(parsing: text), in: .common,
      origin: Origin(id: "test", name: "test", evidence: .reconstructed, source: "a test"),
      chance: Chance(seed: 1))
    #expect(rhythm.bars.count == bars)
  }

  @Test func `swing holds back every second step`() throws {
    let path = "Patterns/electronic/hiphop-boombap-1.pattern"
    let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
    let timeline = try arranger.timeline(of: rhythm, bars: 1)
    let kick = try #require(timeline.tracks.first { $0.voice == "kick" })
    let offSteps = kick.notes.filter { $0.onset.denominator == 4 }
    #expect(!offSteps.isEmpty)
    #expect(offSteps.allSatisfy { $0.shift.beats > 0 })
  }

  @Test(arguments: [0, -1, Bounds.pieceBars + 1])
  func `a piece has a number of bars in bounds`(bars: Int) throws {
    let rhythm = try #require(BlendPair.rhythms.first)
    #expect(throws: ComposerError.barCount(bars)) {
      try arranger.timeline(of: rhythm, bars: bars)
    }
  }

  @Test(arguments: ["128", "-1", "1.5"])
  func `a number that is no key is pointed at`(text: String) throws {
    let pattern = try Pattern(parsing: "bd \(text)")
    #expect(throws: ComposerError.noSound(text, .none)) {
      try arranger.timeline(of: pattern, bars: 1, metre: .common, chance: Chance(seed: 0))
    }
  }

  @Test func `keys that are struck together all sound`() throws {
    let rhythm = try Rhythm(
      sampling: Pattern(parsing: "c4,e4,g4,c4"), in: .common,
      origin: Origin(id: "test", name: "test", evidence: .reconstructed, source: "a test"),
      chance: Chance(seed: 1))
    let keys = rhythm.parts.flatMap { $0.notes.compactMap(\.key?.number) }
    #expect(keys.sorted() == [60, 64, 67])
  }

  /// Law: no note sounds past the end of its piece.
  @Test(arguments: ["bd/1000", "<c4 d4>/3", "c4@3 d4"])
  func `a piece is as long as its bars`(text: String) throws {
    let timeline = try arranger.timeline(
      of: Pattern(parsing: text), bars: 4, metre: .common, chance: Chance(seed: 0))
    #expect(timeline.length == 16)
    for note in timeline.tracks.flatMap(\.notes) {
      #expect(try note.onset + note.length <= timeline.length)
    }
  }

  @Test func `too many notes are refused before they fill the memory`() throws {
    let pattern = try Pattern(parsing: "bd*60000")
    #expect(throws: ComposerError.music(.tooMuch)) {
      try arranger.timeline(of: pattern, bars: 10_000, metre: .common, chance: Chance(seed: 0))
    }
  }
}
