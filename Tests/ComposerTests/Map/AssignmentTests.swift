import Music
import Testing

@testable import Composer

@Suite struct AssignmentTests {
  /// Law: no other way is cheaper, of all ways there are.
  @Test(arguments: 0..<60)
  func `an assignment is the cheapest of all`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let rows = seed % 6
    let width = rows + Int(random.next() % 3)
    // Few different costs, so that many ways cost the same.
    let most = seed.isMultiple(of: 2) ? 4 : 1000
    let costs = (0..<rows).map { _ in (0..<width).map { _ in Int(random.next() % UInt64(most)) } }
    let columns = Assignment(costs).columns
    #expect(columns.count == rows && Set(columns).count == rows)
    #expect(columns.allSatisfy((0..<width).contains))
    let price = zip(costs, columns).reduce(0) { $0 + $1.0[$1.1] }
    #expect(price == Self.cheapest(costs[...], among: Set(0..<width)))
    #expect(Assignment(costs).columns == columns)
  }

  /// The least price by trying everything.
  private static func cheapest(_ costs: ArraySlice<[Int]>, among columns: Set<Int>) -> Int {
    guard let row = costs.first else { return 0 }
    return columns.map { column in
      row[column] + cheapest(costs.dropFirst(), among: columns.subtracting([column]))
    }.min() ?? 0
  }

  /// Source: worked by hand; the greedy choice of the two ones would cost 1 + 1 + 9.
  @Test func `the cheapest single cost is left where the whole is cheaper without it`() {
    #expect(Assignment([[1, 2, 4], [2, 1, 9], [1, 5, 9]]).columns == [2, 1, 0])
    #expect(Assignment([[5, 1], [1, 0]]).columns == [1, 0])
    #expect(Assignment([]).columns == [])
  }

  @Test func `all rows may be alike`() {
    let columns = Assignment(Array(repeating: Array(repeating: 7, count: 40), count: 40)).columns
    #expect(Set(columns).count == 40)
  }
}
