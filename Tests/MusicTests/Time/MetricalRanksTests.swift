import Testing

@testable import Music

@Suite struct MetricalRanksTests {
  @Test(arguments: [
    (4, 4, 8, [7, 0, 4, 2, 6, 1, 5, 3]), (6, 8, 8, [5, 0, 2, 4, 1, 3]),
    (3, 4, 8, [5, 0, 3, 1, 4, 2]),
    (2, 4, 4, [1, 0]), (3, 4, 4, [2, 0, 1]), (4, 4, 4, [3, 0, 2, 1]),
    (9, 8, 8, [8, 0, 3, 6, 1, 4, 7, 2, 5]),
    (12, 8, 8, [11, 0, 4, 8, 2, 6, 10, 1, 5, 9, 3, 7]),
  ])
  func `the ranks are the published ones`(
    pulses: Int, unit: Int, stepsPerWhole: Int, ranks: [Int]
  ) throws {
    let metre = try #require(Metre(pulses: pulses, unit: unit))
    #expect(MetricalRanks(bars: [metre], stepsPerWhole: stepsPerWhole)?.ranks == ranks)
  }

  /// Law: for every bar of equal groups of twos and threes, the ranks are Barlow's.
  @Test(arguments: [2, 3, 4, 6, 8, 9, 12, 16, 18, 24, 27, 32], [1, 2, 3, 4, 6, 8, 9, 12, 16])
  func `ranks of regular bars are Barlow's`(pulses: Int, division: Int) throws {
    let metre = try #require(Metre(pulses: pulses, unit: 4))
    let factors =
      primeFactors(of: metre.groups.count) + metre.groups.prefix(1) + primeFactors(of: division)
    let ranks = try #require(MetricalRanks(bars: [metre], stepsPerWhole: 4 * division))
    #expect(ranks.ranks == indispensabilities(of: factors))
  }

  private static let irregular = [
    [2, 2, 3], [3, 2, 2], [3, 3, 2], [1, 3], [5], [4, 4, 1], [2, 3, 2, 5, 1],
  ]

  /// Law: the ranks of any bars are all numbers from 0; the first slot is the strongest.
  @Test(arguments: irregular, [8, 16, 24, 40])
  func `every slot has a rank of its own`(groups: [Int], stepsPerWhole: Int) throws {
    let metre = try #require(Metre(groups: groups, unit: 8))
    for bars in [[metre], [metre, .common], [.common, metre, metre]] {
      let ranks = try #require(MetricalRanks(bars: bars, stepsPerWhole: stepsPerWhole))
      #expect(ranks.ranks.sorted() == Array(ranks.ranks.indices))
      #expect(ranks.ranks.first == ranks.ranks.count - 1)
      #expect(ranks.weight(of: 0) == 1)
    }
  }

  /// Law: a slot that begins a group is stronger than one that only begins a pulse, and that than
  /// one between pulses.
  @Test(arguments: irregular)
  func `groups are stronger than pulses, and pulses than what lies between`(groups: [Int]) throws {
    let metre = try #require(Metre(groups: groups, unit: 8))
    let ranks = try #require(MetricalRanks(bars: [metre], stepsPerWhole: 16)).ranks
    let starts = metre.boundaries.dropLast().map { $0 * 2 }
    let pulses = stride(from: 0, to: ranks.count, by: 2).filter { !starts.contains($0) }
    let between = Array(stride(from: 1, to: ranks.count, by: 2))
    for (strong, weak) in [(starts, pulses), (starts, between), (pulses, between)] {
      let least = strong.map { ranks[$0] }.min() ?? .max
      #expect(weak.allSatisfy { ranks[$0] < least })
    }
  }

  @Test func `one slot alone is the strongest`() throws {
    let metre = try #require(Metre(pulses: 1, unit: 4))
    let ranks = try #require(MetricalRanks(bars: [metre], stepsPerWhole: 4))
    #expect(ranks.ranks == [0])
    #expect(ranks.weight(of: 0) == 1)
  }

  @Test func `a pulse is a whole number of steps`() {
    #expect(MetricalRanks(bars: [.common], stepsPerWhole: 6) == nil)
    #expect(MetricalRanks(bars: [.common], stepsPerWhole: 2) == nil)
  }

  /// Barlow's own formula.
  ///
  /// Source: C. Barlow, "Two Essays on Theory", *Computer Music Journal* 11 (1) (1987), 44–60.
  private func indispensabilities(of factors: [Int]) -> [Int] {
    let count = factors.reduce(1, *)
    return (0..<count).map { slot in
      let before = (slot + count - 1) % count
      var (rank, finer) = (0, 1)
      for index in factors.indices.reversed() {
        let weight = factors[..<index].reduce(1, *)
        rank += weight * basic(factors[index], (1 + before / finer) % factors[index])
        finer *= factors[index]
      }
      return rank
    }
  }

  /// The indispensability of a slot of a bar that has two or three.
  private func basic(_ factor: Int, _ slot: Int) -> Int {
    factor == 2 ? [1, 0][slot] : [2, 0, 1][slot]
  }

  private func primeFactors(of number: Int) -> [Int] {
    guard let factor = (2...max(2, number)).first(where: { number.isMultiple(of: $0) }), number > 1
    else { return [] }
    return [factor] + primeFactors(of: number / factor)
  }
}
