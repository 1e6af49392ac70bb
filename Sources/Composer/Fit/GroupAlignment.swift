/// Which groups of one bar are laid on which of another.
///
/// Where one bar has fewer groups, runs of the other's are taken together, so that the stretching
/// of the most stretched group, and then of all together, is as small as can be.
package struct GroupAlignment {
  /// Runs of groups of the first bar and of the second that are laid on each other.
  package private(set) var runs: [(first: Range<Int>, second: Range<Int>)]

  /// - Complexity: O(n² m) for n groups in one bar and m, not more, in the other.
  package init(of first: [Int], with second: [Int]) {
    let isTurned = first.count < second.count
    let (many, few) = isTurned ? (second, first) : (first, second)
    let cuts = Self.cuts(of: many, into: few)
    runs = few.indices.map { index in
      let run = cuts[index]..<cuts[index + 1]
      let alone = index..<index + 1
      return isTurned ? (alone, run) : (run, alone)
    }
  }

  /// Where to cut many groups into as many runs as there are few.
  ///
  /// Twice as long counts as much as half as long; of all ratios together the product is least,
  /// which is the least sum of their logarithms.
  private static func cuts(of many: [Int], into few: [Int]) -> [Int] {
    let total = Double(many.reduce(0, +)) / Double(few.reduce(0, +))
    func distortion(_ run: Range<Int>, _ group: Int) -> Double {
      let ratio = Double(many[run].reduce(0, +)) / Double(few[group]) / total
      return max(ratio, 1 / ratio)
    }
    let worst = best(many.count, few.count) { max($0, distortion($1, $2)) }.cost
    return best(many.count, few.count) { product, run, group in
      let distortion = distortion(run, group)
      return distortion <= worst ? product * distortion : .infinity
    }.cuts
  }

  /// The cheapest cuts, the earliest of equal ones; no stretching at all costs 1.
  private static func best(
    _ many: Int, _ few: Int, cost: (Double, Range<Int>, Int) -> Double
  ) -> (cost: Double, cuts: [Int]) {
    var table: [(cost: Double, cuts: [Int])] = (0...many).map { ($0 == 0 ? 1 : .infinity, [0]) }
    for group in 0..<few {
      table = (0...many).map { end in
        var best = (cost: Double.infinity, cuts: [Int]())
        for begin in 0..<end where table[begin].cost.isFinite {
          let sum = cost(table[begin].cost, begin..<end, group)
          if sum < best.cost { best = (sum, table[begin].cuts + [end]) }
        }
        return best
      }
    }
    return table[many]
  }
}
