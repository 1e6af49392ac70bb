import Music
import Testing
import TestSupport

@testable import Composer

@Suite struct FitTests {
  /// Each rhythm of the library with four others, and random ones of two metres.
  private static let pairs: [(Rhythm, Rhythm)] =
    BlendPair.rhythms.indices.flatMap { index in
      [1, 4, 9, 14].map { distance in
        let rhythms = BlendPair.rhythms
        return (rhythms[index], rhythms[(index + distance) % rhythms.count])
      }
    } + SpliceTests.pairs.map { ($0.a, $0.b) }

  /// Law: the first keeps its notes in their order, once for each time it is repeated, in range.
  @Test(arguments: [Fit.stretch, .tile, .regroup])
  func `fitting keeps notes and their order`(fit: Fit) throws {
    for (a, b) in Self.pairs {
      let (first, second) = try fit.fitted(a, to: b)
      #expect(first.rhythm.bars == second.rhythm.bars)
      #expect(first.rhythm.beats == second.rhythm.beats)
      for part in a.parts {
        let strokes = try #require(first.rhythm[part.voice]).notes.map(\.stroke)
        let turns = part.notes.isEmpty ? 0 : strokes.count / part.notes.count
        #expect(strokes == Array(repeatElement(part.notes.map(\.stroke), count: turns).joined()))
        let onsets = try #require(first.rhythm[part.voice]).notes.map(\.onset)
        #expect(onsets.allSatisfy { $0 >= 0 && $0 < first.rhythm.beats })
      }
    }
  }

  /// Law: a rhythm that has the bars already is not touched.
  @Test(arguments: Fit.allCases)
  func `a rhythm that fits stays as it is`(fit: Fit) throws {
    for rhythm in BlendPair.rhythms {
      let (first, second) = try fit.fitted(rhythm, to: rhythm)
      #expect(first.rhythm == rhythm && second.rhythm == rhythm)
    }
  }

  /// Law: stretching or regrouping there and back gives the same places.
  @Test(arguments: [Fit.stretch, .regroup])
  func `fitting can be undone`(fit: Fit) throws {
    for (a, b) in Self.pairs where a.bars.count == b.bars.count {
      let there = try fit.fitted(a, to: b).0.rhythm
      let back = try fit.fitted(there, to: a).0.rhythm
      #expect(back.places == a.places)
    }
  }

  /// Law: tiling repeats both exactly, and no more often than needed.
  @Test func `tiling leaves both as they are`() throws {
    for (a, b) in Self.pairs {
      let (first, second) = try Fit.tile.fitted(a, to: b)
      let length = first.rhythm.beats
      for (rhythm, tiled) in [(a, first.rhythm), (b, second.rhythm)] {
        let turns = try length / rhythm.beats
        #expect(turns.denominator == 1)
        #expect(tiled.places == (try rhythm.repeated(turns.numerator)).places)
      }
      #expect(length == (try Fraction.leastCommonMultiple(a.beats, b.beats)))
    }
  }

  @Test func `seven eighths meet four quarters after 28 beats`() throws {
    let seven = try #require(Metre(groups: [2, 2, 3], unit: 8))
    let (first, second) = try Fit.tile.fitted(empty([seven]), to: empty([.common]))
    #expect(first.rhythm.beats == 28)
    #expect(second.rhythm.bars.count == 7)
  }

  @Test func `two plus two plus three are regrouped to three plus three plus two`() throws {
    let source = try #require(Metre(groups: [2, 2, 3], unit: 8))
    let target = try #require(Metre(groups: [3, 3, 2], unit: 8))
    let places = [0, 1, 2, 3, 4, 5, 6].map { Fraction($0, 2) }
    let rhythm = try empty([source], notes: places)
    let fitted = try Fit.regroup.fitted(rhythm, to: empty([target])).0.rhythm
    let expected = [
      0, Fraction(3, 4), Fraction(3, 2), Fraction(9, 4), 3, Fraction(10, 3), Fraction(11, 3),
    ]
    #expect(fitted.parts[0].notes.map(\.onset) == expected)
  }

  @Test(arguments: [
    ([2, 2, 3], [2, 2], [2, 1]), ([2, 2, 3], [4, 3], [2, 1]), ([3, 2, 2], [3, 4], [1, 2]),
    ([2, 3], [2, 3], [1, 1]),
  ])
  func `groups are taken together so that the worst stretch is least`(
    first: [Int], second: [Int], sizes: [Int]
  ) {
    let alignment = GroupAlignment(of: first, with: second)
    #expect(alignment.runs.map(\.first.count) == sizes)
  }

  @Test(arguments: [(4, 2, Fit.tile), (2, 4, .tile), (3, 4, .regroup), (4, 4, .tile)])
  func `the usual fit leaves rhythms alone where it can`(a: Int, b: Int, fit: Fit) throws {
    let bars = [try #require(Metre(pulses: a, unit: 4)), try #require(Metre(pulses: b, unit: 4))]
    #expect(try Fit.usual(for: empty([bars[0]]), empty([bars[1]])) == fit)
  }

  private func empty(_ bars: [Metre], notes places: [Fraction] = []) throws -> Rhythm {
    let notes = places.map { onset in
      Note(
        onset: onset, length: Fraction(1, 4), stroke: .normal, velocity: Velocity(clamping: 90))
    }
    return try Rhythm(
      origin: Origin(id: "test", name: "test", evidence: .reconstructed, source: "a test"),
      bars: bars, grid: Fraction(1, 8), tempo: TempoRange(rate: 120...120),
      parts: [Rhythm.Part(voice: "kick", notes: notes)])
  }
}
