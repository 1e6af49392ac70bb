import Foundation
import Music
import TestSupport
import Testing

@testable import Composer

/// The laws of the cost by which unpinned notes are matched: a distance between voices.
@Suite struct TransportTests {
  /// Two voices on one circle, as the solver of `Tests/Readers/transport.py` reads them.
  struct Problem: Encodable {
    let length: Int
    let reach: Int
    let first: [[Int]]
    let second: [[Int]]
  }

  /// Circles from 2/4 to 13/16 in ticks of a sixteenth or finer, and reaches on them.
  private static let circles = [
    (8, 4), (12, 4), (16, 4), (24, 6), (28, 8), (36, 12), (13, 4), (52, 16), (96, 24), (64, 64),
  ]

  /// Law: the cost is never below the least of all matchings, and equal among equals.
  @Test(.enabled(if: IndependentReader.python != nil))
  func `an independent solver finds nothing cheaper`() throws {
    var random = SplitMix64(seed: 21)
    let problems = (0..<1500).map { index in
      Self.problem(using: &random, circle: Self.circles[index % 10], isEven: index % 3 == 0)
    }
    let least = try Self.leastCosts(of: problems)
    #expect(least.count == problems.count)
    var dearer = 0
    for (index, problem) in problems.enumerated() {
      let cost = try Self.cost(problem)
      #expect(index % 3 == 0 ? cost == least[index] : cost >= least[index], "\(problem)")
      dearer += cost > least[index] ? 1 : 0
    }
    // Keeping the order of notes costs something in some pairs, or nothing was tested above.
    #expect(dearer > 0 && dearer < problems.count / 5, "\(dearer)")
  }

  /// Law: d(A, B) = d(B, A), and is zero between equal voices only.
  @Test(arguments: UInt64(0)..<200)
  func `the cost is the same from both sides and zero between equals`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let circle = Self.circles[Int(seed) % 10]
    let problem = Self.problem(using: &random, circle: circle, isEven: false)
    let cost = try Self.cost(problem)
    #expect(try Self.cost(problem.turned) == cost)
    #expect((cost == 0) == (problem.first == problem.second))
    let same = Problem(
      length: problem.length, reach: problem.reach, first: problem.first, second: problem.first)
    #expect(try Self.cost(same) == 0)
  }

  /// Law: d(A, C) ≤ d(A, B) + d(B, C).
  @Test(arguments: UInt64(0)..<400)
  func `no detour is shorter`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let circle = Self.circles[Int(seed) % 10]
    let voices = (0..<3).map { _ in
      Self.problem(using: &random, circle: circle, isEven: seed % 4 == 0).first
    }
    func distance(_ a: Int, _ b: Int) throws -> Int {
      try Self.cost(
        Problem(length: circle.0, reach: circle.1, first: voices[a], second: voices[b]))
    }
    #expect(try distance(0, 2) <= distance(0, 1) + distance(1, 2))
  }

  /// Law: where no two ways cost the same, turning both voices turns their matching.
  ///
  /// Places on a circle of 100 003 ticks hardly ever tie.
  @Test(arguments: UInt64(0)..<200)
  func `turning both voices turns what is matched`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let problem = Self.problem(using: &random, circle: (100_003, 25_000), isEven: false)
    let turn = Int.random(in: 1..<problem.length, using: &random)
    let (here, there) = (try Self.ways(problem), try Self.ways(problem.turned(by: turn)))
    #expect(
      Set(here.map { [($0[0] + turn) % problem.length, $0[1], $0[2]] }) == Set(there))
  }

  @Test func `a full note moved by the reach costs as much as one silenced and one struck`() throws
  {
    let problem = Problem(length: 16, reach: 4, first: [[0, 127]], second: [[4, 127]])
    #expect(try Self.cost(problem) == 2 * 127 * 4)
    let quiet = Problem(length: 16, reach: 4, first: [[0, 100]], second: [[4, 100]])
    #expect(try Self.matching(quiet).pairs.isEmpty)
  }

  private static func problem(
    using random: inout SplitMix64, circle: (length: Int, reach: Int), isEven: Bool
  ) -> Problem {
    func voice() -> [[Int]] {
      let count = Int.random(in: 0...min(16, circle.length), using: &random)
      var places: Set<Int> = []
      while places.count < count {
        places.insert(Int.random(in: 0..<circle.length, using: &random))
      }
      return places.sorted().map { [$0, isEven ? 100 : Int.random(in: 1...127, using: &random)] }
    }
    return Problem(length: circle.length, reach: circle.reach, first: voice(), second: voice())
  }

  private static func matching(_ problem: Problem) throws -> Matching {
    let (a, b) = (problem.first, problem.second)
    var cells = Bounds.matchingCells
    return try Matching(
      a.map { Matching.Point(place: $0[0], velocity: $0[1]) },
      b.map { Matching.Point(place: $0[0], velocity: $0[1]) },
      length: problem.length, reach: problem.reach, isPinned: false, cells: &cells)
  }

  static func cost(_ problem: Problem) throws -> Int { try matching(problem).price }

  /// The place from which each matched note moves, its velocity, and how far it moves.
  private static func ways(_ problem: Problem) throws -> [[Int]] {
    try matching(problem).pairs.map { problem.first[$0.first] + [$0.way] }
  }

  static func leastCosts(of problems: [Problem]) throws -> [Int] {
    let file = URL.temporaryDirectory.appending(path: "jorga-\(UUID().uuidString).json")
    try JSONEncoder().encode(problems).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try JSONDecoder().decode(
      [Int].self, from: IndependentReader.output(of: "transport.py", [file.path]))
  }
}

extension TransportTests.Problem {
  /// The pair the other way round.
  var turned: Self { Self(length: length, reach: reach, first: second, second: first) }

  /// Both voices turned along the circle.
  func turned(by turn: Int) -> Self {
    func turned(_ voice: [[Int]]) -> [[Int]] {
      voice.map { [($0[0] + turn) % length, $0[1]] }.sorted { $0[0] < $1[0] }
    }
    return Self(length: length, reach: reach, first: turned(first), second: turned(second))
  }
}
