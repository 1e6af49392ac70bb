import TestSupport
import Testing

@testable import Music

@Suite struct MeasuresTests {
  /// Law: each number is that of its function.
  @Test(arguments: UInt64(1)...40)
  func `the measures are those of the onsets`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rhythm = try Rhythm.random(using: &random)
    try check(
      Measures(of: rhythm), Onsets(rhythm), witek: try rhythm.witekIndex(), feel: rhythm.feel)
    for part in rhythm.parts {
      try check(
        Measures(of: part.voice, in: rhythm), Onsets(of: part.voice, in: rhythm),
        witek: try rhythm.witekIndex(of: [part.voice]), feel: part.feel ?? rhythm.feel)
    }
  }

  private func check(_ measures: Measures, _ onsets: Onsets, witek: Int?, feel: Feel) throws {
    #expect(measures.onsets == onsets.count)
    #expect(measures.density == onsets.density)
    #expect(measures.offBeatness == onsets.offBeatness)
    #expect(measures.syncopation == onsets.syncopation())
    #expect(measures.keith == onsets.keith())
    #expect(try measures.noteToBeatDistance == onsets.noteToBeatDistance())
    #expect(measures.witek == witek)
    #expect(measures.evenness == onsets.evenness)
    #expect(measures.balance == onsets.balance)
    #expect(try measures.variability == onsets.pairwiseVariability())
    #expect(try measures.swing == feel.swingShare)
  }

  @Test func `a voice that does not play has no onsets`() throws {
    let rhythm = try Rhythm(
      origin: Origin(id: "test", name: "Test", evidence: .reconstructed, source: "a test"),
      bars: [.common], grid: Fraction(1, 16), tempo: TempoRange(rate: 100...100), parts: [])
    let measures = try Measures(of: "kick", in: rhythm)
    #expect(measures.onsets == 0 && measures.density == 0 && measures.syncopation == 0)
    #expect(measures.offBeatness == 0 && measures.keith == 0)
    #expect(measures.noteToBeatDistance == nil && measures.witek == nil)
    #expect(measures.evenness == nil && measures.balance == nil && measures.variability == nil)
    #expect(measures.swing == Fraction(1, 2))
  }

  /// Neighbours whose sums are primes make an index whose denominator does not fit; the other
  /// measures stay.
  @Test func `what does not fit is left out`() throws {
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73]
    var onset = 0
    let notes = primes.flatMap { prime in
      [1, prime - 1].map { interval in
        defer { onset += interval }
        return Note(
          onset: Fraction(onset, 4), length: 1, stroke: .normal, velocity: Velocity(clamping: 90))
      }
    }
    let rhythm = try Rhythm(
      origin: Origin(id: "test", name: "Test", evidence: .reconstructed, source: "a test"),
      bars: Array(repeating: .common, count: onset / 16 + 1), grid: Fraction(1, 16),
      tempo: TempoRange(rate: 100...100), parts: [Rhythm.Part(voice: "kick", notes: notes)])
    #expect(throws: MusicError.tooFine) { try Onsets(rhythm).pairwiseVariability() }
    let measures = try Measures(of: rhythm)
    #expect(measures.variability == nil)
    #expect(measures.onsets == notes.count)
  }

  @Test func `the swing is the share that is played`() throws {
    let swing = try #require(Swing(share: Fraction(54, 100)...Fraction(60, 100)))
    #expect(try Feel.straight.swingShare == Fraction(1, 2))
    #expect(try Feel.swing(swing).swingShare == Fraction(57, 100))
    let break54 = try #require(Groove.known["break54"])
    #expect(try Feel.groove(break54, depth: 1).swingShare == Fraction(545, 1000))
    #expect(try Feel.groove(break54, depth: Fraction(1, 2)).swingShare == Fraction(5225, 10_000))
    for name in ["ukg", "samba4", "jazz8", "lateback", "balkan-long", "dilla-a"] {
      let groove = try #require(Groove.known[name])
      #expect(try Feel.groove(groove, depth: 1).swingShare == nil)
    }
  }
}
