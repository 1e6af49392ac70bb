import Composer
import Music
import Testing

@testable import BlendBenchmark

@Suite struct OperatorTests {
  private static func pair(_ seed: UInt64) throws -> Pair {
    var random = SplitMix64(seed: seed)
    return try Pair(Rhythm.random(using: &random), Rhythm.random(using: &random))
  }

  /// Law: every path begins and ends with the two rhythms themselves.
  @Test(arguments: 0..<5) func `paths lead from one rhythm to the other`(_ seed: UInt64) throws {
    let pair = try Self.pair(seed)
    for blend in Operators(idiom: .library).all {
      let path = try blend.path(from: pair.first, to: pair.second)
      #expect(path.count == 33)
      #expect(path.first == pair.first.rhythm)
      #expect(path.last == pair.second.rhythm)
    }
  }

  /// Law: a baseline plays only notes at places of the two rhythms, and where both have one, one.
  @Test(arguments: Baseline.allCases) func `baselines invent no place`(_ baseline: Baseline) throws
  {
    let pair = try Self.pair(7)
    let path = try pair.path(by: baseline)
    let ends = zip(path.first.lanes, path.last.lanes).map { Set(($0.0 + $0.1).map(\.place)) }
    for view in path.views {
      for (lane, places) in zip(view.lanes, ends) {
        #expect(Set(lane.map(\.place)).isSubset(of: places))
      }
    }
    #expect(path.offGrid == 0)
  }

  @Test func `one decision for all amounts changes each note once, fresh ones do not`() throws {
    func changes(_ baseline: Baseline) throws -> Int {
      let path = try Self.pair(3).path(by: baseline)
      let states = path.views.map { Set($0.lanes[Lane.high.rawValue].map(\.place)) }
      let changed = zip(states, states.dropFirst()).map { $0.symmetricDifference($1).count }
      return changed.reduce(0, +) - states[0].symmetricDifference(states[32]).count
    }
    #expect(try changes(.consistentBernoulli) == 0)
    #expect(try changes(.bernoulli) > 0)
  }

  /// Hats change at 1/6, snares at 1/2, kicks at 5/6.
  @Test func `stems are swapped from hats to kicks`() throws {
    let pair = try Pair(Rhythm("x", "..x", "x.x"), Rhythm(".x", "...x", ".x.x"))
    let rhythms = try Baseline.stemSwap.path(from: pair.first, to: pair.second)
    let (first, second) = (pair.first.rhythm, pair.second.rhythm)
    for (index, isDone) in [(5, 0), (6, 1), (15, 1), (16, 2), (26, 2), (27, 3)] {
      for (turn, lane) in Lane.allCases.reversed().enumerated() {
        let expected = turn < isDone ? second : first
        #expect(rhythms[index][lane.voice]?.notes == expected[lane.voice]?.notes)
      }
    }
  }

  /// Three notes to one, the shared one strongest: at 1/4 there are 2.5, rounded up.
  @Test func `level mix keeps the strongest places`() throws {
    let pair = try Pair(Rhythm("x...x.x."), Rhythm("x"))
    let path = try pair.path(by: Baseline.levelMix)
    #expect(path.views[8].lanes[0].map(\.place) == [0, 240, 360])
    #expect(path.views[9].lanes[0].map(\.place) == [0, 240])
    #expect(path.views[24].lanes[0].map(\.place) == [0, 240])
    #expect(path.views[25].lanes[0].map(\.place) == [0])
  }

  @Test func `a kit is brought to three voices by roles, the louder of two notes stays`() throws {
    func part(_ voice: Voice, _ velocity: Int) -> Rhythm.Part {
      Rhythm.Part(
        voice: voice,
        notes: [
          Note(
            onset: 4, length: 1, stroke: .normal, velocity: Velocity(clamping: velocity),
            shift: Shift(microseconds: 5000))
        ])
    }
    let kit = try Rhythm(
      origin: Origin(id: "kit", name: "kit", evidence: .reconstructed, source: "a test"),
      bars: [.common, .common], grid: Fraction(1, 16), tempo: TempoRange(rate: 120...120),
      parts: [part("clap", 90), part("snare", 60), part("bass", 50), part("claves", 40)])
    let plain = try kit.inThreeVoices()
    #expect(plain.bars == [.common])
    #expect(plain.parts.map { $0.notes.map(\.velocity.value) } == [[50], [90], [40]])
    #expect(plain.parts.allSatisfy { $0.notes.allSatisfy { $0.onset == 0 && $0.shift == .none } })
  }
}
