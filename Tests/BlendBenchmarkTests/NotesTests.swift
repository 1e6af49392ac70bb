import Music
import Testing

@testable import BlendBenchmark

@Suite struct NotesTests {
  @Test func `a volume crossfade doubles the notes wherever both are heard`() throws {
    let path = try Pair(Rhythm("x...x..."), Rhythm("..x...x.")).path(by: Baseline.volumeCrossfade)
    #expect(abs(path.density - 31.0 / 33) < 1e-9)
    let shared = try Pair(Rhythm("x...x..."), Rhythm("x...x..x")).path(by: Baseline.levelMix)
    #expect(shared.density < 0.1)
  }

  @Test(arguments: [(49, 1.0), (50, 0.5), (0, 0.5)])
  func `an anchor is there at half its strength within sixteen milliseconds`(
    _ case: (softness: Int, kept: Double)
  ) throws {
    let path = try Path { time in
      let velocity = 100 - (time == 0.5 ? 1 + `case`.softness : 0)
      let isGone = `case`.softness == 0 && time == 0.5
      return [Hit(place: 0, velocity: 100)]
        + (isGone ? [] : [Hit(place: time == 0.5 ? 487 : 480, velocity: velocity)])
        + [Hit(place: time < 0.5 ? 600 : 660, velocity: 100)]
    }
    #expect(path.anchors == `case`.kept)
    let late = try Path { [Hit(place: $0 == 0.5 ? 8 : 0, velocity: 100)] }
    #expect(late.anchors == 0)
  }

  @Test func `notes are off both grids when more than sixteen milliseconds away`() throws {
    func path(by ticks: Int) throws -> Path {
      try Path {
        [Hit(place: 0, velocity: 100), Hit(place: $0 == 0.5 ? 60 + ticks : 60, velocity: 90)]
      }
    }
    #expect(try path(by: 7).offGrid == 0)
    #expect(abs(try path(by: 8).offGrid - 1.0 / 66) < 1e-12)
  }

  @Test func `two notes within sixty milliseconds are a flam, round the circle as well`() throws {
    func flams(at place: Int) throws -> Double {
      try Path { time in
        [Hit(place: 0, velocity: 100)]
          + (time == 0.5 ? [Hit(place: place, velocity: 90)] : [])
          + (time > 0.5 ? [Hit(place: 480, velocity: 90)] : [])
      }.flams
    }
    #expect(try flams(at: 28) == 1.0 / 33)
    #expect(try flams(at: 29) == 0)
    #expect(try flams(at: 960 - 28) == 1.0 / 33)
  }

  @Test func `a flam that an end has is not held against a path`() throws {
    let path = try Path { time in
      [Hit(place: 0, velocity: 100), Hit(place: 20, velocity: time == 1 ? 1 : 90)]
    }
    #expect(path.flams == 0)
  }
}
