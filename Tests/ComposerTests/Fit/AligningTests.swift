import Music
import TestSupport
import Testing

@testable import Composer

@Suite struct AligningTests {
  /// Pairs of several bars in metres from 2/4 to 13/16, and of the library.
  private static let pairs: [BlendPair] =
    Materials.metres.enumerated().compactMap { index, metre in
      var random = SplitMix64(seed: UInt64(index + 40))
      guard let a = try? Rhythm.random(using: &random, metre: metre, bars: 4),
        let b = try? Rhythm.random(using: &random, metre: metre, bars: 4),
        let first = try? Fit.Fitted(a), let second = try? Fit.Fitted(b)
      else { return nil }
      return BlendPair(name: "\(metre)", first: first, second: second)
    }
    + BlendPair.library.filter { (2...16).contains($0.a.bars.count) }.prefix(60)

  /// Law: an aligned rhythm is no farther away than before, and aligning it again changes nothing.
  @Test(arguments: pairs)
  func `aligning leads nearer, and once is enough`(pair: BlendPair) throws {
    let aligned = try pair.first.aligned(to: pair.second)
    #expect(try aligned.rhythm.distance(to: pair.b) <= pair.a.distance(to: pair.b))
    #expect(try aligned.aligned(to: pair.second).rhythm == aligned.rhythm)
    #expect(aligned.rhythm.bars == pair.a.bars)
    let counts = [pair.a, aligned.rhythm].map { $0.parts.map(\.notes.count) }
    #expect(counts[0] == counts[1])
  }

  /// Law: no turn by whole bars that keeps the bars is nearer than the one that is taken.
  @Test(arguments: pairs)
  func `no turn is nearer`(pair: BlendPair) throws {
    let reached = try pair.first.aligned(to: pair.second).rhythm.distance(to: pair.b)
    for turn in pair.a.bars.indices {
      let turned = try pair.first.turned(byBars: turn)
      guard pair.a.bars[turn...] + pair.a.bars[..<turn] == pair.a.bars[...] else { continue }
      #expect(try turned.rhythm.distance(to: pair.b) >= reached)
    }
  }

  /// Law: what was turned comes back, and its weights with it.
  @Test(arguments: pairs.filter { Set($0.a.bars).count == 1 })
  func `a turned rhythm comes back`(pair: BlendPair) throws {
    let count = pair.a.bars.count
    for turn in 1..<count {
      let turned = try pair.first.turned(byBars: turn)
      #expect(try turned.aligned(to: pair.first).rhythm.distance(to: pair.a) == 0)
      let back = try turned.turned(byBars: count - turn)
      #expect(back.rhythm == pair.a)
      #expect(back.weights == pair.first.weights)
    }
  }

  @Test func `like phrases begin together`() throws {
    let call = try Fit.Fitted(Materials.rhythm(["kick": [0, 4, 8, 12, 16]], bars: 2))
    let answer = try Fit.Fitted(Materials.rhythm(["kick": [0, 16, 20, 24, 28]], bars: 2))
    #expect(try call.aligned(to: answer).rhythm == answer.rhythm)
  }

  @Test func `one bar stays as it is`() throws {
    let (a, b) = (try Materials.rhythm(["hat": [2]]), try Materials.rhythm(["hat": [10]]))
    #expect(try Fit.Fitted(a).aligned(to: Fit.Fitted(b)).rhythm == a)
  }
}
