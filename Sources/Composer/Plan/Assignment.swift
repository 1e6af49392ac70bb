/// The cheapest way to give each row of a table a column of its own.
///
/// Source: H. W. Kuhn, "The Hungarian Method for the Assignment Problem", *Naval Research Logistics
/// Quarterly* 2 (1955), 83–97, with shortest augmenting paths as in R. Jonker and A. Volgenant,
/// *Computing* 38 (1987), 325–340.
struct Assignment {
  /// The column of each row; no column twice.
  let columns: [Int]

  /// Assigns exactly; of ways that cost the same always the same one is taken.
  ///
  /// - Precondition: All rows are equally long, and there are no more rows than columns; the costs
  ///   are far from overflow.
  /// - Complexity: O(n² m) for n rows and m columns.
  init(_ costs: [[Int]]) {
    let width = costs.first?.count ?? 0
    precondition(costs.count <= width || costs.isEmpty, "each row finds a column")
    precondition(costs.allSatisfy { $0.count == width }, "all rows are equally long")
    var search = Search(costs: costs, width: width)
    for row in costs.indices { search.add(row) }
    var columns = Array(repeating: 0, count: costs.count)
    for (column, row) in search.owners.enumerated() {
      if let row { columns[row] = column }
    }
    self.columns = columns
  }

  /// The rows that have columns so far, and the prices that show that it could not be cheaper.
  private struct Search {
    let costs: [[Int]]
    /// The row that has each column.
    var owners: [Int?]
    var rowPrices: [Int]
    var columnPrices: [Int]

    init(costs: [[Int]], width: Int) {
      self.costs = costs
      owners = Array(repeating: nil, count: width)
      rowPrices = Array(repeating: 0, count: costs.count)
      columnPrices = Array(repeating: 0, count: width)
    }

    /// Finds a column for one more row along a shortest path on which others make room.
    mutating func add(_ new: Int) {
      var distances = Array(repeating: Int.max, count: owners.count)
      var previous = [Int?](repeating: nil, count: owners.count)
      var visited: [Int] = []
      var isVisited = Array(repeating: false, count: owners.count)
      var (row, column): (Int, Int?) = (new, nil)
      while true {
        var next: Int?
        for candidate in owners.indices where !isVisited[candidate] {
          let cost = costs[row][candidate] - rowPrices[row] - columnPrices[candidate]
          if cost < distances[candidate] {
            (distances[candidate], previous[candidate]) = (cost, column)
          }
          if next.map({ distances[candidate] < distances[$0] }) ?? true { next = candidate }
        }
        guard let next else { return }
        raisePrices(by: distances[next], of: new, visited, &distances, isVisited)
        visited.append(next)
        isVisited[next] = true
        column = next
        guard let owner = owners[next] else { break }
        row = owner
      }
      while let taken = column {
        owners[taken] = previous[taken].map { owners[$0] } ?? new
        column = previous[taken]
      }
    }

    /// Makes the nearest column free of cost.
    private mutating func raisePrices(
      by step: Int, of new: Int, _ visited: [Int], _ distances: inout [Int], _ isVisited: [Bool]
    ) {
      rowPrices[new] += step
      for column in visited {
        if let owner = owners[column] { rowPrices[owner] += step }
        columnPrices[column] -= step
      }
      for column in distances.indices where !isVisited[column] { distances[column] -= step }
    }
  }
}
