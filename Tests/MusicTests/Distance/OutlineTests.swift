import TestSupport
import Testing

@testable import Music

@Suite struct OutlineTests {
  // One kick a sixteenth later: half the reach, so it counts 1 of its role's 2 onsets and 1 of the
  // 2 of all: d = 2 of n = 4, and 2 · 2 / (4 + 2). Two sixteenths later it comes and goes: nothing
  // in common.
  @Test(arguments: [(0, Fraction(0)), (1, Fraction(2, 3)), (2, Fraction(1)), (15, Fraction(2, 3))])
  func `one onset by hand`(step: Int, distance: Fraction) throws {
    let (here, there) = (try rhythm(["kick": [0]]), try rhythm(["kick": [step]]))
    #expect(try here.distance(to: there) == distance)
  }

  // Snares on 4 and 12 against 4 alone: 1 of 3, twice: d = 2 of n = 6, and 2 · 2 / (6 + 2).
  @Test func `an onset that goes by hand`() throws {
    let (two, one) = (try rhythm(["snare": [4, 12]]), try rhythm(["snare": [4]]))
    #expect(try two.distance(to: one) == Fraction(1, 2))
  }

  // Of other roles only the line of all voices is shared: 2 of 4 onsets are not: 2 · 2 / (4 + 2).
  @Test func `another role by hand`() throws {
    #expect(
      try rhythm(["kick": [0]]).distance(to: rhythm(["dombyra": [0]])) == Fraction(2, 3))
    #expect(try rhythm(["kick": [0]]).distance(to: rhythm(["dum": [0]])) == 0)
  }

  // An accent more: 1 of the 5 onsets and accents of both: 2 / (5 + 1).
  @Test func `an accent by hand`() throws {
    let plain = try rhythm(["snare": [4]])
    let accented = try rhythm(["snare": [4]], stroke: .accent)
    #expect(try plain.distance(to: accented) == Fraction(1, 3))
  }

  @Test func `bars are laid on bars, whatever their metre`() throws {
    let four = try rhythm(["kick": [0, 8]])
    let two = try rhythm(["kick": [0, 4]], bars: [.of(2, over: 4)])
    #expect(try four.distance(to: two) == 0)
    let seven = try rhythm(["kick": [0, 6]], bars: [.of(2, 2, 3, over: 8)])
    // 6/14 of the bar is 1/14 before its half: 8/14 of the reach is 16/14 for each line, of 4
    // onsets each: d = 16/7, and 2 · 16/7 / (8 + 16/7).
    #expect(try four.distance(to: seven) == Fraction(4, 9))
  }

  @Test func `what has no notes has nothing in common with what has`() throws {
    let (none, some) = (try rhythm([:]), try rhythm(["kick": [0]]))
    #expect(try none.distance(to: some) == 1)
    #expect(try none.distance(to: none) == 0)
  }

  /// Law: from 0 to 1, symmetric, 0 from a rhythm to itself and to itself played more often.
  @Test(arguments: UInt64(1)...60)
  func `there and back are equally far`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (a, b) = (try Rhythm.random(using: &random), try Rhythm.random(using: &random))
    let distance = try a.distance(to: b)
    #expect(distance >= 0 && distance <= 1)
    #expect(try b.distance(to: a) == distance)
    #expect(try a.distance(to: a) == 0)
    let thrice = try repeated(a, times: 3)
    #expect(try a.distance(to: thrice) == 0)
    #expect(try thrice.distance(to: b) == distance)
    if distance == 0 { #expect(try Outline(a) == Outline(b)) }
  }

  /// Law: no way is longer than over a third rhythm, whatever their metres.
  @Test(arguments: UInt64(1)...60)
  func `no third rhythm makes the way shorter`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let outlines = try (0..<6).map { _ in try Outline(Rhythm.random(using: &random)) }
    let table = try outlines.map { a in try outlines.map { try a.distance(to: $0) } }
    for first in table.indices {
      for middle in table.indices {
        let there = table[first][middle].approximation
        for last in table.indices {
          let over = there + table[middle][last].approximation
          #expect(table[first][last].approximation <= over + 1e-12)
        }
      }
    }
  }

  /// Law: the nearer an onset is moved, the less it counts.
  @Test func `farther is more`() throws {
    let here = try rhythm(["kick": [0, 64]], grid: 128)
    let distances = try (0...16).map {
      try here.distance(to: rhythm(["kick": [$0, 64]], grid: 128))
    }
    #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 < $1 })
    #expect(try here.distance(to: rhythm(["kick": [17, 64]], grid: 128)) == distances[16])
  }

  @Test func `what is too long or too fine is refused`() throws {
    let fine = try rhythm(["kick": [1]], grid: 1 << 21)
    #expect(throws: MusicError.tooFine) { try Outline(fine) }
    let bars = { count in Array(repeating: Metre.common, count: count) }
    let long = try rhythm(["kick": Array(0..<1021)], bars: bars(1021))
    let other = try rhythm(["kick": Array(0..<1019)], bars: bars(1019))
    #expect(throws: MusicError.tooMuch) { try long.distance(to: other) }
  }

  private func rhythm(
    _ voices: [Voice: [Int]], bars: [Metre] = [.common], grid: Int = 16, stroke: Stroke = .normal
  ) throws -> Rhythm {
    try Rhythm(
      origin: Origin(id: "test", name: "Test", evidence: .reconstructed, source: "a test"),
      bars: bars, grid: Fraction(1, 16), tempo: TempoRange(rate: 100...100),
      parts: voices.map { voice, steps in
        Rhythm.Part(
          voice: voice,
          notes: steps.map {
            Note(
              onset: Fraction($0 * 4, grid), length: 1, stroke: stroke,
              velocity: Velocity(clamping: 90))
          })
      })
  }

  private func repeated(_ rhythm: Rhythm, times: Int) throws -> Rhythm {
    try Rhythm(
      origin: rhythm.origin, bars: Array((0..<times).map { _ in rhythm.bars }.joined()),
      grid: rhythm.grid, tempo: rhythm.tempo,
      parts: rhythm.parts.map { part in
        let notes = try (0..<times).flatMap { time in
          try part.notes.map {
            $0.moved(to: try $0.onset + (try Fraction(time) * rhythm.beats))
          }
        }
        return Rhythm.Part(voice: part.voice, notes: notes)
      })
  }
}
