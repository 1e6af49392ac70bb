import Music
import Testing

@testable import MIDI

@Suite struct PlacementTests {
  private func steps(_ places: [Double], of count: Int, weights: [Double]? = nil) -> [Int]? {
    let weighed = places.enumerated().map { (step: $0.element, weight: weights?[$0.offset] ?? 1) }
    return Placement.apart(weighed, of: count)
  }

  @Test(
    arguments: [
      ([0.4, 1.5, 2.49], 8, [0, 2, 2 + 0]), ([], 4, []), ([3.2], 4, [3]), ([-0.4], 4, [0]),
    ] as [([Double], Int, [Int])])
  func `a note that has a step for itself has the nearest`(
    places: [Double], count: Int, expected: [Int]
  ) {
    guard Set(expected).count == expected.count else {
      #expect(steps(places, of: count)?.count == expected.count)
      return
    }
    #expect(steps(places, of: count) == expected)
  }

  @Test func `a grace note gives way to the stroke it leads to`() {
    #expect(steps([3.8, 4.1], of: 16, weights: [1600, 12_100]) == [3, 4])
    #expect(steps([4.0, 4.2], of: 16, weights: [12_100, 1600]) == [4, 5])
    #expect(steps([0, 0.1], of: 16, weights: [1600, 12_100]) == [0, 1])
    #expect(steps([15.0, 15.2], of: 16, weights: [12_100, 1600]) == [14, 15])
  }

  @Test func `there are no more notes than steps`() {
    #expect(steps([0, 0, 0, 0], of: 4) == [0, 1, 2, 3])
    #expect(steps([0, 0, 0, 0, 0], of: 4) == nil)
    #expect(Placement.apart([(0, 1), (0, 1), (0, 1)], of: 9, within: 1.5) == nil)
  }

  /// Law: steps are in order, each its own, all there are; where the nearest are such, they are these;
  /// never are the squares of distances more than a step a note above the least (found by trying all).
  @Test(arguments: UInt64(1)...300)
  func `notes come to be apart with the least that it takes`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 3...7, using: &random)
    let places = (0..<Int.random(in: 1...count, using: &random))
      .map { _ in Double.random(in: 0..<Double(count), using: &random) }.sorted()
    let found = try #require(steps(places, of: count))
    #expect(zip(found, found.dropFirst()).allSatisfy(<))
    #expect(found.allSatisfy((0..<count).contains))
    let nearest = places.map { min(count - 1, Int(($0 + 0.5).rounded(.down))) }
    if Set(nearest).count == nearest.count { #expect(found == nearest) }
    func squares(_ steps: [Int]) -> Double {
      zip(steps, places).reduce(0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) }
    }
    let least = subsets(of: count, size: places.count).map(squares).min() ?? 0
    #expect(squares(found) <= least + Double(places.count))
  }

  /// All ascending choices of some numbers below a count.
  private func subsets(of count: Int, size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return (0..<count).flatMap { last in
      subsets(of: last, size: size - 1).map { $0 + [last] }
    }
  }
}
