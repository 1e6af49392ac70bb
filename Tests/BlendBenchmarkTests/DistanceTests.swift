import Music
import Testing

@testable import BlendBenchmark

@Suite struct DistanceTests {
  private static func views(_ seed: UInt64) throws -> (Ring, [View]) {
    var random = SplitMix64(seed: seed)
    let rhythms = try (0..<3).map { _ in try Rhythm.random(using: &random) }
    let ring = try Ring(rhythms[0], rhythms[1], grid: [])
    return (ring, rhythms.map { View($0, on: ring) })
  }

  /// Law: all four are 0 from a rhythm to itself, symmetric, and no longer over a third.
  @Test(arguments: 0..<40) func `distances are distances`(_ seed: UInt64) throws {
    let (ring, views) = try Self.views(seed)
    for distance in Distance.allCases {
      let way = distance(views[0], views[1], on: ring)
      #expect(distance(views[0], views[0], on: ring) == 0)
      #expect(way > 0)
      #expect(abs(way - distance(views[1], views[0], on: ring)) < 1e-9)
      let over = distance(views[0], views[2], on: ring) + distance(views[2], views[1], on: ring)
      #expect(way <= over + 1e-9)
    }
  }

  @Test func `a full hit costs one, and moving it by an eighth as much`() throws {
    let (ring, _) = try Self.views(0)
    func distance(_ left: [Hit], _ right: [Hit]) -> Double {
      Transport.distance([left, [], []], [right, [], []], on: ring)
    }
    let full = Hit(place: 0, velocity: 127)
    #expect(distance([full], []) == 1)
    #expect(distance([full], [Hit(place: 120, velocity: 127)]) == 1)
    #expect(distance([full], [Hit(place: 960 - 60, velocity: 127)]) == 0.5)
    #expect(distance([full], [Hit(place: 480, velocity: 127)]) == 2)
  }

  /// Law: the assignment is the least over all permutations.
  @Test(arguments: 0..<40) func `the assignment is the least`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let (rows, columns) = (Int.random(in: 1...4, using: &random), 5)
    let costs = (0..<rows).map { _ in
      (0..<columns).map { _ in Int.random(in: -20...20, using: &random) }
    }
    func least(_ row: Int, _ free: Set<Int>) -> Int {
      row == rows
        ? 0 : free.map { costs[row][$0] + least(row + 1, free.subtracting([$0])) }.min() ?? 0
    }
    #expect(Transport.assignment(costs) == least(0, Set(0..<columns)))
  }

  @Test func `fuzzy hits are near when they overlap`() throws {
    let (ring, _) = try Self.views(0)
    func distance(_ left: Int, _ right: Int) -> Double {
      func view(_ place: Int) -> View {
        View(lanes: [[Hit(place: place, velocity: 127)], [], []], on: ring)
      }
      return Distance.fuzzy(view(left), view(right), on: ring)
    }
    #expect(abs(distance(0, 480) - 2) < 1e-9)
    #expect(abs(distance(0, 120) - 2) < 1e-9)
    // Two triangles of area 1 that cross at half their height have 1/4 in common.
    #expect(abs(distance(0, 60) - 1.5) < 1e-3)
  }

  /// Intervals of 16 sixteenths against two rounds, in whole notes: 1 · (2 - 1).
  @Test func `the interval of silence is two rounds`() throws {
    let (ring, _) = try Self.views(0)
    let one = View(lanes: [[Hit(place: 0, velocity: 1)], [], []], on: ring)
    let none = View(lanes: [[], [], []], on: ring)
    #expect(Distance.chronotonic(one, none, on: ring) == 1)
    #expect(Distance.chronotonic(none, one, on: ring) == 1)
  }
}
