/// How far long work is, as a line on the terminal that is drawn over and over; nothing in a pipe.
struct Progress {
  private let total: Int
  private let columns: Int?
  private var done = 0
  private var drawn = ""

  /// The widest bar.
  private static let mostCells = 40
  /// The narrowest.
  private static let leastCells = 5

  init(of total: Int) {
    self.init(of: total, columns: StandardOutput.progressColumns)
  }

  /// Progress on lines of some columns, or on no terminal at all.
  init(of total: Int, columns: Int?) {
    (self.total, self.columns) = (total, columns)
  }

  /// Counts one thing more that is done.
  mutating func advance() {
    done += 1
    guard let line, line != drawn else { return }
    drawn = line
    StandardOutput.draw("\r\(line)")
  }

  /// Takes the line away.
  mutating func clear() {
    guard !drawn.isEmpty else { return }
    StandardOutput.draw("\r\(String(repeating: " ", count: drawn.count))\r")
    drawn = ""
  }

  /// What the terminal shows: a bar and a share where there is room, the share alone, or nothing.
  var line: String? {
    guard let columns else { return nil }
    let percent = "\(done * 100 / total)%"
    let share = String(repeating: " ", count: 4 - percent.count) + percent
    // The last column is left free: some terminals begin a line when it is written.
    let cells = min(Self.mostCells, columns - 1 - share.count - 3)
    guard cells >= Self.leastCells else { return share.count < columns ? share : nil }
    let full = done * cells / total
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: cells - full)
    return "[\(bar)] \(share)"
  }
}
