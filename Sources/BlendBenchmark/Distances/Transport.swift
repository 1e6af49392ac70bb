/// The least work that turns one rhythm into another: hits move round the circle, come and go.
///
/// Moving a full hit by a quarter note costs as much as silencing it and striking another. It is
/// optimal partial transport to silence (arXiv:2406.17674), solved without the order that a blend
/// keeps. Equal hits stay: the cost is a metric, so that this costs nothing.
enum Transport {
  /// The work, in full hits struck or silenced.
  static func distance(_ left: [[Hit]], _ right: [[Hit]], on ring: Ring) -> Double {
    let reach = ring.ticksPerWhole / 4
    let works = zip(left, right).map { left, right in
      let (a, b) = (Set(left), Set(right))
      let (first, second) = (left.filter { !b.contains($0) }, right.filter { !a.contains($0) })
      return first.count <= second.count
        ? work(first, second, reach, ring) : work(second, first, reach, ring)
    }
    return Double(works.reduce(0, +)) / Double(127 * reach)
  }

  private static func work(
    _ few: [Hit], _ many: [Hit], _ reach: Int, _ ring: Ring
  ) -> Int {
    let alone = many.reduce(0) { $0 + reach * $1.velocity }
    guard !few.isEmpty else { return alone }
    let costs = few.map { hit in
      many.map { other in
        let move =
          254 * ring.way(hit.place, other.place) + reach * abs(hit.velocity - other.velocity)
        return min(move, reach * (hit.velocity + other.velocity)) - reach * other.velocity
      } + Array(repeating: reach * hit.velocity, count: few.count)
    }
    return alone + assignment(costs)
  }

  /// The least sum that takes one number from each row, no two from one column.
  ///
  /// Source: H. W. Kuhn, "The Hungarian Method for the Assignment Problem", 1955, by shortest
  /// augmenting paths.
  ///
  /// - Precondition: There are at least as many columns as rows.
  /// - Complexity: O(n² m) for n rows and m columns.
  static func assignment(_ costs: [[Int]]) -> Int {
    let (rows, columns) = (costs.count, costs.first?.count ?? 0)
    var rowPrice = [Int](repeating: 0, count: rows + 1)
    var columnPrice = [Int](repeating: 0, count: columns + 1)
    // Row and column 0 stand for none.
    var rowOf = [Int](repeating: 0, count: columns + 1)
    var before = [Int](repeating: 0, count: columns + 1)
    for row in 1...max(1, rows) where row <= rows {
      rowOf[0] = row
      var column = 0
      var least = [Int](repeating: .max, count: columns + 1)
      var isDone = [Bool](repeating: false, count: columns + 1)
      while rowOf[column] != 0 {
        isDone[column] = true
        let current = rowOf[column]
        var (step, next) = (Int.max, 0)
        for other in 1...columns where !isDone[other] {
          let rest = costs[current - 1][other - 1] - rowPrice[current] - columnPrice[other]
          if rest < least[other] { (least[other], before[other]) = (rest, column) }
          if least[other] < step { (step, next) = (least[other], other) }
        }
        for other in 0...columns {
          if isDone[other] {
            rowPrice[rowOf[other]] += step
            columnPrice[other] -= step
          } else if least[other] < .max {
            least[other] -= step
          }
        }
        column = next
      }
      while column != 0 {
        rowOf[column] = rowOf[before[column]]
        column = before[column]
      }
    }
    return -columnPrice[0]
  }
}
