import Music
import Testing

@testable import BlendBenchmark

@Suite struct MiddleTests {
  private static let straight = (0..<4).map { Hit(place: 240 * $0, velocity: 100) }

  /// The note before the bar line anticipates it: by 4, the levels from a sixteenth to the bar line.
  @Test func `syncopation outside both ends counts as a part of theirs`() throws {
    let path = try Path { time in
      switch time {
      case ..<0.2: Self.straight
      case ..<0.8: Array(Self.straight.dropFirst()) + [Hit(place: 900, velocity: 100)]
      default: Self.straight.map { Hit(place: $0.place, velocity: 40) }
      }
    }
    #expect(path.first.syncopation == 0)
    #expect(path.views[16].syncopation == 4)
    // Each place adds 1: a syncopation of 4 beside the least of 4, or none at all.
    #expect(path.excursion == 1)
  }

  @Test func `a model of nothing takes all symbols for equally likely`() throws {
    let model = try PhraseModel(of: [])
    #expect((0..<8).allSatisfy { model.chance(of: $0, after: [0, 1, 2, 3]) == 0.125 })
  }

  /// After Witten and Bell: 16 of one kind, so that (16 + 1/8) / 17 is left of it at no memory, and
  /// each sixteenth more of memory makes p (16 + p) / 17.
  @Test func `a symbol that always came is expected again`() throws {
    let model = try PhraseModel(of: [Rhythm("xxxxxxxxxxxxxxxx")])
    let once = (16 + 0.125) / 17
    #expect(abs(model.chance(of: 1, after: [2, 2, 2, 2]) - once) < 1e-12)
    let twice = (16 + once) / 17
    #expect(abs(model.chance(of: 1, after: [2, 2, 2, 1]) - twice) < 1e-12)
    #expect(abs(model.chance(of: 0, after: [2, 2, 2, 2]) - 0.125 / 17) < 1e-12)
  }

  /// Law: after anything, the chances of all symbols sum to 1.
  @Test(arguments: 0..<20) func `chances sum to one`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let model = try PhraseModel(of: (0..<5).map { _ in try Rhythm.random(using: &random) })
    let context = (0..<4).map { _ in Int.random(in: 0..<8, using: &random) }
    let sum = (0..<8).map { model.chance(of: $0, after: context) }.reduce(0, +)
    #expect(abs(sum - 1) < 1e-12)
  }

  @Test func `what a model has learnt takes fewer bits than what it has not`() throws {
    let (known, other) = (try Rhythm("x...x...x...x..."), try Rhythm("x.xx..x.xx.x...x"))
    let model = try PhraseModel(of: [known])
    let ring = try Ring(known, other, grid: [])
    #expect(model.bits(of: View(known, on: ring), on: ring) < 1)
    #expect(model.bits(of: View(other, on: ring), on: ring) > 2)
  }
}
