import Testing

@testable import Music

/// Laws over every pair, and every three, of rhythms of few steps.
@Suite struct OnsetDistanceLawTests {
  private typealias Distance = @Sendable (Onsets, Onsets) throws -> Fraction?

  private static let distances: [String: Distance] = [
    "swap": { try $0.swapDistance(to: $1).map { Fraction($0) } },
    "directed swap": { try $0.directedSwapDistance(to: $1).map { Fraction($0) } },
    "edit": { try $0.editDistance(to: $1).map { Fraction($0) } },
    "chronotonic": { try $0.chronotonicDistance(to: $1).map { Fraction($0) } },
    "chronotonic, cut": { try $0.chronotonicDistance(to: $1, seam: .cut).map { Fraction($0) } },
    "transport": { try $0.transportDistance(to: $1) },
  ]

  /// All distances of all pairs, by the bits of the onsets.
  private func table(_ name: String, _ rhythms: [Onsets]) throws -> [[Fraction?]] {
    let distance = try #require(Self.distances[name])
    return try rhythms.map { first in try rhythms.map { try distance(first, $0) } }
  }

  /// Law: symmetric, never below 0, and 0 from a rhythm to itself.
  @Test(arguments: distances.keys.sorted())
  func `there and back are equally far`(name: String) throws {
    let table = try table(name, Onsets.all(of: 7))
    for first in table.indices {
      #expect(table[first][first] ?? 0 == 0)
      #expect(table.indices.allSatisfy { table[first][$0] == table[$0][first] })
      #expect(table[first].allSatisfy { $0.map { $0 >= 0 } ?? true })
    }
  }

  /// Law: 0 between equal rhythms only.
  @Test(arguments: ["swap", "directed swap", "edit", "transport"])
  func `only equal rhythms are at no distance`(name: String) throws {
    let table = try table(name, Onsets.all(of: 7))
    for first in table.indices {
      #expect(table.indices.allSatisfy { ($0 == first) || table[first][$0] != Fraction(0) })
    }
  }

  @Test func `even rhythms are at no chronotonic distance from themselves later`() throws {
    let (on, off) = (try Onsets("x.x.x.x."), try Onsets(".x.x.x.x"))
    #expect(try on.chronotonicDistance(to: off) == 0)
    #expect(try on.chronotonicDistance(to: off, seam: .cut) != 0)
  }

  /// Law: no way is longer than over a third rhythm.
  @Test(arguments: ["swap", "edit", "chronotonic", "chronotonic, cut", "transport"])
  func `no third rhythm makes the way shorter`(name: String) throws {
    let table = try table(name, Onsets.all(of: 6)).map { row in row.map { $0?.approximation } }
    var longer = 0
    for first in table.indices {
      for last in table.indices {
        guard let straight = table[first][last] else { continue }
        for middle in table.indices {
          guard let there = table[first][middle], let on = table[middle][last] else { continue }
          if straight > there + on + 1e-12 { longer += 1 }
        }
      }
    }
    #expect(longer == 0)
  }

  @Test func `the directed swap distance is no metric`() throws {
    let table = try table("directed swap", Onsets.all(of: 6))
    let broken = table.indices.dropFirst().contains { first in
      table.indices.dropFirst().contains { last in
        table.indices.dropFirst().contains { middle in
          guard
            let straight = table[first][last], let there = table[first][middle],
            let on = table[middle][last]
          else { return false }
          return straight.numerator > there.numerator + on.numerator
        }
      }
    }
    #expect(broken)
  }

  /// Law: what is turned alike stays equally far.
  @Test(arguments: ["chronotonic", "transport"])
  func `a circle has no beginning`(name: String) throws {
    let distance = try #require(Self.distances[name])
    let rhythms = try Onsets.all(of: 7)
    let turned = try rhythms.map { try $0.turned(by: 3) }
    for first in rhythms.indices {
      for second in rhythms.indices {
        let before = try distance(rhythms[first], rhythms[second])
        let after = try distance(turned[first], turned[second])
        if before != after { Issue.record("\(first) and \(second)") }
      }
    }
  }

  /// Law: transport is the least mean way of all pairings of equal grains round the circle.
  @Test func `transport is as short as pairing grains can be`() throws {
    let rhythms = try Onsets.all(of: 6).dropFirst()
    for first in rhythms {
      for second in rhythms {
        let (a, b) = (
          first.steps.flatMap { Array(repeating: $0, count: second.count) },
          second.steps.flatMap { Array(repeating: $0, count: first.count) }
        )
        let best = a.indices.map { shift in
          a.indices.reduce(0) { sum, index in
            let way = abs(a[index] - b[(index + shift) % b.count])
            return sum + min(way, 6 - way)
          }
        }.min()
        let distance = try first.transportDistance(to: second)
        if distance != best.map({ Fraction($0, 6 * a.count) }) {
          Issue.record("\(first.steps) to \(second.steps): \(distance as Any)")
        }
      }
    }
  }

  /// Law: transport is at most half the circle, at most the swaps, and the same played twice.
  @Test func `transport is bounded by swaps`() throws {
    let rhythms = try Onsets.all(of: 7).dropFirst()
    for first in rhythms {
      for second in rhythms {
        let distance = try #require(try first.transportDistance(to: second))
        var isFine = distance <= Fraction(1, 2)
        if let swaps = try first.swapDistance(to: second) {
          isFine = isFine && distance <= Fraction(swaps, 7 * first.count)
        }
        if first.steps[0] == 0 {
          let twice = try first.repeated(2).transportDistance(to: second.repeated(2))
          isFine = try isFine && twice.map { try $0 * 2 } == distance
        }
        if !isFine { Issue.record("\(first.steps) to \(second.steps)") }
      }
    }
  }

  /// Law: the directed swap distance is the least of all maps that meet every onset; of equally
  /// many onsets it is the swap distance.
  @Test func `directed swaps are the shortest way that meets every onset`() throws {
    let rhythms = try Onsets.all(of: 6).dropFirst().filter { $0.count <= 4 }
    for dense in rhythms {
      for sparse in rhythms where sparse.count <= dense.count {
        let distance = try dense.directedSwapDistance(to: sparse)
        if distance != shortest(dense.steps, sparse.steps) {
          Issue.record("\(dense.steps) to \(sparse.steps)")
        }
        if let swaps = try dense.swapDistance(to: sparse), swaps != distance {
          Issue.record("\(dense.steps) to \(sparse.steps): \(swaps) swaps")
        }
      }
    }
  }

  /// The least way of all maps of one set onto another, found by trying them all.
  private func shortest(_ dense: [Int], _ sparse: [Int]) -> Int? {
    var best: Int?
    let maps = (0..<dense.count).reduce(1) { count, _ in count * sparse.count }
    for map in 0..<maps {
      var (rest, met, way) = (map, Set<Int>(), 0)
      for step in dense {
        let target = rest % sparse.count
        rest /= sparse.count
        met.insert(target)
        way += abs(step - sparse[target])
      }
      if met.count == sparse.count { best = min(best ?? way, way) }
    }
    return best
  }

  /// Law: edits are at most the steps that differ, and at least the difference in onsets.
  @Test func `edits are at most the differing steps`() throws {
    let rhythms = try Onsets.all(of: 7)
    for (first, a) in rhythms.enumerated() {
      for (second, b) in rhythms.enumerated() {
        let edits = try #require(try a.editDistance(to: b))
        let isFine =
          edits <= (first ^ second).nonzeroBitCount && edits >= abs(a.count - b.count)
        if !isFine { Issue.record("\(first) and \(second)") }
      }
    }
  }
}
