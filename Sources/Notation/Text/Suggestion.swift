/// The known name that a wrong one was most likely meant to be.
public enum Suggestion {
  /// The longest name that is compared; a longer one is no slip of the finger.
  private static let longest = 64

  /// The nearest of some names, where one is near enough to be meant.
  ///
  /// Near enough are names that begin with what was written, and names within a third of its
  /// length in insertions, deletions, replacements and swapped neighbours. The first of the
  /// nearest is taken.
  ///
  /// - Complexity: O(n m) for each name.
  public static func nearest(to written: String, among names: some Sequence<String>) -> String? {
    let written = Array(written.lowercased())
    guard written.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for name in names where name.count <= longest {
      let letters = Array(name.lowercased())
      let isBeginning = written.count >= 3 && letters.starts(with: written)
      let distance = isBeginning ? 1 : distance(written, letters)
      if distance < best?.distance ?? Int.max { best = (name, distance) }
    }
    guard let best, best.distance <= max(1, written.count / 3) else { return nil }
    return best.name
  }

  /// The optimal string alignment distance.
  ///
  /// Source: F. J. Damerau, *Communications of the ACM* 7 (3) (1964), 171–176.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
