import Music
import Testing
import TestSupport

@testable import Composer

/// The laws of all blends, over random pairs and over rhythms of the library.
@Suite struct BlendLawTests {
  /// Law: at 0 the blend is A and at 1 it is B, with everything that belongs to them.
  @Test(arguments: BlendCase.all)
  func `the ends are the two rhythms`(pair: BlendCase) throws {
    let blend = try pair.blend()
    let (first, last) = (try blend.rhythm(at: Amount(0)), try blend.rhythm(at: Amount(1)))
    #expect(first == pair.a && first.origin == pair.a.origin)
    #expect(last == pair.b && last.origin == pair.b.origin)
  }

  /// Law: the blend of A and B at t is the blend of B and A at 1 − t.
  @Test(arguments: BlendCase.all)
  func `the way back is the way there`(pair: BlendCase) throws {
    let (there, back) = (try pair.blend(seed: 5), try pair.turned.blend(seed: 5))
    for amount in BlendPair.amounts {
      let (from, to) = (try there.rhythm(at: amount), try back.rhythm(at: amount.reversed))
      #expect(from.parts.count == to.parts.count)
      for part in from.parts { #expect(to[part.voice] == part, "\(amount.step)") }
    }
  }

  /// Law: a bar alone is the bar of the whole.
  @Test(arguments: BlendCase.all)
  func `a bar can be made alone`(pair: BlendCase) throws {
    let blend = try pair.blend()
    for amount in BlendPair.amounts.prefix(12) {
      let whole = try blend.rhythm(at: amount)
      for bar in whole.bars.indices {
        #expect(try blend.bar(bar, at: amount) == whole.bar(bar))
      }
    }
  }

  /// Law: the same blend in another order, and on other threads, is the same.
  @Test(arguments: BlendCase.few)
  func `nothing depends on when or where it is computed`(pair: BlendCase) async throws {
    let amounts = BlendPair.amounts
    let forwards = try amounts.map { try pair.blend().rhythm(at: $0) }
    let blend = try pair.blend()
    let backwards = try await withThrowingTaskGroup(of: (Int, Rhythm).self) { group in
      for index in amounts.indices.reversed() {
        group.addTask { (index, try blend.rhythm(at: amounts[index])) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for index in amounts.indices { #expect(backwards[index] == forwards[index]) }
  }

  /// Law: notes lie in the bars, in order, no two of a voice at one place.
  @Test(arguments: BlendCase.all)
  func `every rhythm between is well formed`(pair: BlendCase) throws {
    let blend = try pair.blend()
    for amount in BlendPair.amounts {
      let rhythm = try blend.rhythm(at: amount)
      #expect(rhythm.beats == pair.b.beats)
      for part in rhythm.parts {
        let onsets = part.notes.map(\.onset)
        #expect(onsets.allSatisfy { $0 >= 0 && $0 < rhythm.beats })
        #expect(zip(onsets, onsets.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }

  /// Law: a voice without notes meets one with many, whichever is first.
  @Test(arguments: BlendCase.Kind.all)
  func `an empty rhythm meets a full one`(kind: BlendCase.Kind) throws {
    for metre in BlendCase.metres {
      let (empty, full) = (
        try Self.rhythm(metre, isFull: false), try Self.rhythm(metre, isFull: true)
      )
      let pair = BlendPair(
        name: "\(metre)", first: try Fit.Fitted(empty), second: try Fit.Fitted(full))
      for turned in [pair, pair.turned] {
        let blend = try BlendCase(pair: turned, kind: kind).blend()
        let counts = try BlendPair.amounts.sorted().map { try blend.rhythm(at: $0).places.count }
        let isRising = turned.a == empty
        #expect(zip(counts, counts.dropFirst()).allSatisfy { isRising ? $0 <= $1 : $0 >= $1 })
        #expect(Set([counts.first, counts.last]) == [0, full.places.count])
      }
    }
  }

  private static func rhythm(_ metre: Metre, isFull: Bool) throws -> Rhythm {
    let steps = metre.pulses * 16 / metre.unit
    let notes = (0..<(isFull ? steps : 0)).map { step in
      Note(
        onset: Fraction(step, 4), length: Fraction(1, 4), stroke: .normal,
        velocity: Velocity(clamping: 100))
    }
    return try Rhythm(
      origin: Origin(id: "test", name: "test", evidence: .reconstructed, source: "a test"),
      bars: [metre], grid: Fraction(1, 16), tempo: TempoRange(rate: 120...120),
      parts: [Rhythm.Part(voice: "kick", notes: notes)])
  }
}
