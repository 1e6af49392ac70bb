import TestSupport
import Testing

@testable import Music

@Suite struct OnsetsTests {
  /// Law: the onsets of the whole are those of its voices, each on the same grid.
  @Test(arguments: UInt64(1)...50)
  func `the whole is its voices together`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rhythm = try Rhythm.random(using: &random)
    let whole = try Onsets(rhythm)
    let voices = try rhythm.parts.map { try Onsets(of: $0.voice, in: rhythm) }
    #expect(Set(voices.flatMap(\.steps)) == Set(whole.steps))
    #expect(voices.allSatisfy { $0.stepCount == whole.stepCount && $0.bars == whole.bars })
    let times = Set(rhythm.parts.flatMap(\.notes).map(\.onset))
    #expect(Set(whole.steps.map { Fraction($0 * 4, whole.stepsPerWhole) }) == times)
  }

  /// Law: the intervals go once round the circle.
  @Test func `intervals add up to the circle`() throws {
    for onsets in try Onsets.all(of: 8).dropFirst() {
      #expect(onsets.intervals.reduce(0, +) == 8)
      #expect(onsets.intervals.count == onsets.count)
      #expect(onsets.intervals.allSatisfy { $0 > 0 })
    }
    #expect(try Onsets("...x....").intervals == [8])
    #expect(try Onsets("........").intervals == [])
  }

  @Test func `steps come in any order, and only once`() {
    let onsets = Onsets(bars: [.common], stepsPerWhole: 8, steps: [6, 0, 3, 3])
    #expect(onsets?.steps == [0, 3, 6])
    #expect(onsets?.density == Fraction(3, 8))
  }

  @Test func `a step lies in the bars, and a pulse is whole steps`() {
    #expect(Onsets(bars: [.common], stepsPerWhole: 8, steps: [8]) == nil)
    #expect(Onsets(bars: [.common], stepsPerWhole: 8, steps: [-1]) == nil)
    #expect(Onsets(bars: [.common], stepsPerWhole: 6, steps: []) == nil)
    #expect(Onsets(bars: [.common], stepsPerWhole: 0, steps: []) == nil)
    #expect(Onsets(bars: [], stepsPerWhole: 8, steps: []) == nil)
  }

  @Test func `the grid is the written one, finer where notes need it`() throws {
    #expect(try Onsets(rhythm(at: [0, 2])).stepsPerWhole == 16)
    #expect(try Onsets(rhythm(at: [0, Fraction(4, 3)])).stepsPerWhole == 48)
    #expect(try Onsets(rhythm(at: [0, 2], grid: Fraction(1, 2))).stepsPerWhole == 4)
    #expect(try Onsets(rhythm(at: [0, 2], grid: Fraction(3, 16))).stepsPerWhole == 16)
  }

  @Test func `a grid that is too fine is refused`() throws {
    let rhythm = try rhythm(at: [0, Fraction(1, 65_537)])
    #expect(throws: MusicError.tooFine) { try Onsets(rhythm) }
    #expect(throws: MusicError.tooFine) { try Measures(of: rhythm) }
  }

  @Test(arguments: [
    ([2, 2], 4, [0, 1, 2, 3]), ([3, 3], 8, [0, 3]), ([2, 2, 3], 8, [0, 2, 4]), ([3], 8, [0]),
    ([2], 2, [0, 1]), ([3, 2], 4, [0, 1, 2, 3, 4]),
  ])
  func `a bar is counted in quarters, or in groups of shorter pulses`(
    groups: [Int], unit: Int, pulses: [Int]
  ) {
    #expect(Metre(groups: groups, unit: unit)?.countedPulses == pulses)
  }

  @Test(arguments: [
    ([2, 2], 4, 8, [0, 3, 2, 3, 1, 3, 2, 3]), ([3, 3], 8, 8, [0, 2, 2, 1, 2, 2]),
    ([3], 4, 8, [0, 2, 1, 2, 1, 2]), ([2, 2, 3], 8, 8, [0, 2, 1, 2, 1, 2, 2]),
    ([3, 3, 3, 3], 8, 8, [0, 3, 3, 2, 3, 3, 1, 3, 3, 2, 3, 3]),
    ([4, 3], 8, 8, [0, 3, 2, 3, 1, 3, 3]),
  ])
  func `levels are numbered from the bar line without gaps`(
    groups: [Int], unit: Int, grid: Int, levels: [Int]
  ) throws {
    let metre = try #require(Metre(groups: groups, unit: unit))
    let onsets = try #require(Onsets(bars: [metre, metre], stepsPerWhole: grid, steps: []))
    #expect(onsets.levels == levels + levels)
  }

  private func rhythm(at onsets: [Fraction], grid: Fraction = Fraction(1, 16)) throws -> Rhythm {
    let notes = onsets.map {
      Note(onset: $0, length: 1, stroke: .normal, velocity: Velocity(clamping: 90))
    }
    return try Rhythm(
      origin: Origin(id: "test", name: "Test", evidence: .reconstructed, source: "a test"),
      bars: [.common], grid: grid, tempo: TempoRange(rate: 100...100),
      parts: [Rhythm.Part(voice: "kick", notes: notes)])
  }
}
