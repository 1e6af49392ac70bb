import Music
import TestSupport
import Testing

@Suite struct RhythmTests {
  /// Law: two rhythms are equal when they sound equal.
  @Test(arguments: UInt64(1)...100)
  func `origin, tempo, grid and order do not make a rhythm another`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rhythm = try Rhythm.random(using: &random)
    let other = try Rhythm(
      origin: Origin(id: "other", name: "Other", evidence: .notated, source: "elsewhere"),
      bars: rhythm.bars, grid: Fraction(1, 48), tempo: TempoRange(rate: 60...61),
      parts: rhythm.parts.shuffled(using: &random) + [Rhythm.Part(voice: "silent", notes: [])])
    #expect(other == rhythm)
    #expect(other.hashValue == rhythm.hashValue)
  }

  @Test func `what sounds otherwise is another rhythm`() throws {
    let rhythm = try rhythm([note(at: 0)])
    #expect(try self.rhythm([note(at: 1)]) != rhythm)
    #expect(try self.rhythm([note(at: 0, velocity: 1)]) != rhythm)
    #expect(try self.rhythm([note(at: 0)], voice: "snare") != rhythm)
    #expect(try self.rhythm([note(at: 0)], bars: [.common, .common]) != rhythm)
    let swing = try #require(Swing(share: Fraction(3, 5)...Fraction(3, 5)))
    #expect(try self.rhythm([note(at: 0)], feel: .swing(swing)) != rhythm)
    #expect(try self.rhythm([note(at: 0)], own: .swing(swing)) != rhythm)
    #expect(try self.rhythm([note(at: 0)]) == rhythm)
  }

  @Test func `a part has its notes in order, the later of two at one place`() {
    let part = Rhythm.Part(
      voice: "kick", notes: [note(at: 2), note(at: 0, velocity: 1), note(at: 0, velocity: 2)])
    #expect(part.notes == [note(at: 0, velocity: 2), note(at: 2)])
  }

  @Test func `a voice is found by its name`() throws {
    let rhythm = try rhythm([note(at: 0)])
    #expect(rhythm["kick"]?.notes.count == 1)
    #expect(rhythm["snare"] == nil)
  }

  @Test func `bar lines lie between bars of any metre`() throws {
    let bars = [(4, 4), (7, 8), (3, 4)].compactMap { Metre(pulses: $0.0, unit: $0.1) }
    let rhythm = try rhythm([], bars: bars)
    #expect(rhythm.beats == Fraction(21, 2))
    #expect(rhythm.barLines == [0, 4, Fraction(15, 2), Fraction(21, 2)])
  }

  @Test func `a bar is a rhythm of its own`() throws {
    let notes = [Fraction(0), 3, 4, Fraction(9, 2), 8].map { note(at: $0) }
    let rhythm = try rhythm(notes, bars: [.common, .common, .common])
    #expect(try rhythm.bar(0) == self.rhythm([note(at: 0), note(at: 3)]))
    #expect(try rhythm.bar(1) == self.rhythm([note(at: 0), note(at: Fraction(1, 2))]))
    #expect(try rhythm.bar(2).bars == [.common])
  }

  /// Law: the notes between two times are those that begin there, the end not included.
  @Test(arguments: UInt64(1)...50)
  func `notes are found by their time`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rhythm = try Rhythm.random(using: &random)
    for part in rhythm.parts {
      let ends = (0..<2).map { _ in Fraction(Int.random(in: 0...30, using: &random), 2) }.sorted()
      let found = part.notes(from: ends[0], to: ends[1])
      #expect(Array(found) == part.notes.filter { $0.onset >= ends[0] && $0.onset < ends[1] })
    }
  }

  @Test func `a note that is moved or shifted keeps the rest`() {
    let shift = Shift(microseconds: 5)
    let note = Note(
      onset: 1, length: 2, stroke: .ghost, velocity: Velocity(clamping: 3), key: Key(60))
    #expect(note.moved(to: 7).onset == 7)
    #expect(note.moved(to: 7).moved(to: 1) == note)
    #expect(note.shifted(by: shift).shift == shift)
    #expect(note.shifted(by: shift).shifted(by: .none) == note)
  }

  /// Law: one seed gives one rhythm, and its notes lie in it.
  @Test(arguments: UInt64(1)...100)
  func `a seed makes one rhythm`(seed: UInt64) throws {
    var (first, second) = (SplitMix64(seed: seed), SplitMix64(seed: seed))
    let rhythm = try Rhythm.random(using: &first)
    #expect(try Rhythm.random(using: &second) == rhythm)
    #expect(rhythm.parts.flatMap(\.notes).allSatisfy { $0.onset < rhythm.beats })
  }

  private func note(at onset: Fraction, velocity: Int = 92) -> Note {
    Note(onset: onset, length: 1, stroke: .normal, velocity: Velocity(clamping: velocity))
  }

  private func rhythm(
    _ notes: [Note], voice: Voice = "kick", bars: [Metre] = [.common], feel: Feel = .straight,
    own: Feel? = nil
  ) throws -> Rhythm {
    try Rhythm(
      origin: Origin(id: "test", name: "Test", evidence: .reconstructed, source: "a test"),
      bars: bars, grid: Fraction(1, 16), tempo: TempoRange(rate: 100...100), feel: feel,
      parts: [Rhythm.Part(voice: voice, notes: notes, feel: own)])
  }
}
