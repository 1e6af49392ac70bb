import Testing

@testable import Music

@Suite struct CarryingTests {
  /// Law: the work is the least of all ways to pair some onsets of one set with some of the other.
  @Test(arguments: [1, 2, 3, 4])
  func `no pairing costs less`(reach: Int) throws {
    let sets = (0..<1 << 8).filter { $0.nonzeroBitCount <= 3 }
      .map { bits in (0..<8).filter { bits >> $0 & 1 == 1 } }
    for first in sets {
      for second in sets {
        let work = try Carrying(first, second, length: 8, reach: reach).work
        let least = leastWork(first[...], second, length: 8, reach: reach)
        if work != least { Issue.record("\(first) to \(second): \(work), not \(least)") }
      }
    }
  }

  /// Law: dense sets as well, against the same search.
  @Test func `no pairing of dense sets costs less`() throws {
    for bits in 0..<1 << 6 {
      for other in 0..<1 << 6 {
        let first = (0..<6).filter { bits >> $0 & 1 == 1 }
        let second = (0..<6).filter { other >> $0 & 1 == 1 }.map { 2 * $0 + 1 }
        let double = first.map { 2 * $0 }
        let work = try Carrying(double, second, length: 12, reach: 5).work
        let least = leastWork(double[...], second, length: 12, reach: 5)
        if work != least { Issue.record("\(double) to \(second): \(work), not \(least)") }
      }
    }
  }

  @Test func `a walk with too many choices is refused`() {
    let (even, odd) = ((0..<20_000).map { 2 * $0 }, (0..<20_000).map { 2 * $0 + 1 })
    #expect(throws: MusicError.tooMuch) {
      try Carrying(even, odd, length: 40_000, reach: 5_000)
    }
  }

  private func leastWork(
    _ first: ArraySlice<Int>, _ second: [Int], length: Int, reach: Int
  ) -> Int {
    guard let onset = first.first else { return second.count * reach }
    let rest = first.dropFirst()
    var least = reach + leastWork(rest, second, length: length, reach: reach)
    for (index, other) in second.enumerated() {
      let way = min(abs(onset - other), length - abs(onset - other))
      guard way < reach else { continue }
      var left = second
      left.remove(at: index)
      least = min(least, 2 * way + leastWork(rest, left, length: length, reach: reach))
    }
    return least
  }
}
