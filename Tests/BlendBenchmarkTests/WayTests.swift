import Music
import Testing

@testable import BlendBenchmark

@Suite struct WayTests {
  @Test func `a hard switch is one step as long as the way, and comes by nothing`() throws {
    let path = try Pair(Rhythm("x...x..."), Rhythm("..x...x.")).path(by: Baseline.hardSwitch)
    #expect(path.largestStep == 1)
    #expect(path.slack == 0)
    #expect(path.nonlinearity == 0.5)
    #expect(path.visits == 0)
    #expect(path.excursion == 1)
  }

  @Test func `on a straight line nothing is longer, and each step is as long as the others`() throws
  {
    let path = try Path { [Hit(place: 0, velocity: 1 + Int($0 * 96))] }
    let transport = try #require(path.courses.first { $0.distance == .transport })
    #expect(
      zip(transport.fromFirst, transport.toLast).allSatisfy { abs($0 + $1 - 96.0 / 127) < 1e-9 })
    #expect(transport.steps.allSatisfy { abs($0 - 3.0 / 127) < 1e-9 })
    #expect(path.monotony == 1)
    #expect(path.nonlinearity < 0.02)
  }

  /// By 33 amounts of which a quarter of the circle sees 29, 21, 13 or 5 after its change: the
  /// standard deviation of these is the root of 80.
  @Test func `a wipe is spread, a crossfade is not`() throws {
    let wipe = try Path { time in
      (0..<4).map { quarter in
        let isDone = time >= Double(2 * quarter + 1) / 8
        return Hit(place: 240 * quarter + (isDone ? 120 : 60), velocity: 100)
      }
    }
    #expect(abs(wipe.spread - 80.0.squareRoot() / 33) < 1e-9)
    let pair = try Pair(Rhythm("x...x...x...x..."), Rhythm(".x...x...x...x.."))
    #expect(try pair.path(by: Baseline.volumeCrossfade).spread < 1e-3)
  }

  @Test func `ranks are compared, not numbers, and equal ones share a rank`() {
    #expect(Spearman.correlation([1, 2, 3], [1, 10, 100]) == 1)
    #expect(Spearman.correlation([1, 2, 3], [3, 2, 1]) == -1)
    #expect(Spearman.correlation([1, 2, 3], [5, 5, 5]) == 0)
    // Ranks 0, 1.5, 1.5, 3 against 0 to 3: 4.5 / √(4.5 · 5).
    #expect(abs(Spearman.correlation([1, 2, 2, 3], [1, 2, 3, 4]) - 0.9.squareRoot()) < 1e-12)
  }
}
