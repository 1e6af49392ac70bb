import Notation

/// Rows of words under a head, as wide as they need or as there is room for.
struct Table {
  private let head: [String]
  private let rows: [[String]]
  /// How wide each column is at its widest.
  private let widths: [Int]
  /// The columns that are left out where there is no room, the first one first.
  private let expendable: [String]

  /// The least width to which the last column is cut before another is left out.
  private static let leastLast = 20

  init(_ head: [String], _ rows: [[String]], expendable: [String]) {
    self.head = head
    let rows = rows.map { $0.map(\.printable) }
    self.rows = rows
    widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    self.expendable = expendable
  }

  /// The rows as lines of at most so many characters, or of any length.
  func text(columns limit: Int?) -> String {
    var shown = Array(head.indices)
    for name in expendable {
      guard let limit, length(of: shown, last: Self.leastLast) > limit else { break }
      shown.removeAll { head[$0] == name }
    }
    return ([head] + rows).map { row in
      let cells = shown.map { padded(row[$0], widths[$0]) }.joined(separator: "  ")
      let end = cells.lastIndex { $0 != " " }.map { cells.index(after: $0) }
      let line = String(cells[..<(end ?? cells.startIndex)])
      guard let limit, line.count > limit else { return line + "\n" }
      return line.prefix(max(0, limit - 1)) + (StandardOutput.isUnicode ? "…" : "~") + "\n"
    }.joined()
  }

  /// How long lines are with some columns, the last one cut.
  private func length(of columns: [Int], last: Int) -> Int {
    let others = columns.dropLast().reduce(0) { $0 + widths[$1] + 2 }
    return others + min(last, columns.last.map { widths[$0] } ?? 0)
  }
}
