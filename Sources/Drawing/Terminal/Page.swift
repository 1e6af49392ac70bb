public import Music

/// Rhythms as a person reads them in a terminal: what they are, their grid, their necklaces, and
/// what the letters mean.
public struct Page {
  /// What is drawn, and how.
  public struct Style: Sendable {
    /// How many columns a line has; ``leastColumns`` at least.
    public let columns: Int
    /// What the terminal can show.
    public let inking: Inking
    /// Whether the cycle is drawn as a circle, too.
    public let hasNecklace: Bool

    /// A style.
    public init(columns: Int, inking: Inking, hasNecklace: Bool = false) {
      self.columns = max(columns, Style.leastColumns)
      self.inking = inking
      self.hasNecklace = hasNecklace
    }

    /// The narrowest page.
    public static let leastColumns = GridText.leastColumns
  }

  private let entries: [Picture.Subject]
  private let style: Style

  /// A page of rhythms; where there are several, each is called by a letter from A on.
  public init(_ entries: [Picture.Subject], style: Style) {
    self.entries = entries
    self.style = style
  }

  /// The page, each line with its end.
  ///
  /// Two rhythms stand beside each other where both fit, else below each other on a common grid.
  ///
  /// - Throws: ``MusicError/tooFine`` where a picture would have too many columns.
  public func text() throws(MusicError) -> String {
    let picture = try Picture(of: subjects)
    let apart = try Picture.apart(subjects)
    let cycles = try style.hasNecklace ? self.cycles() : []
    let blocks = besideEachOther(apart, cycles) ?? belowEachOther(picture, cycles)
    return blocks.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  /// What is drawn, titled where there are several.
  private var subjects: [Picture.Subject] {
    guard entries.count > 1 else { return entries }
    return zip(entries, letters).map { entry, letter in
      Picture.Subject(entry.rhythm, title: letter + entry.name, isFromFile: entry.isFromFile)
    }
  }

  /// Each rhythm once, on no finer grid than its own.
  private func cycles() throws(MusicError) -> [Panel] {
    try subjects.map { subject throws(MusicError) in try Picture(of: [subject]).panels[0] }
  }

  /// What stands before the name of each rhythm.
  private var letters: [String] {
    guard entries.count > 1 else { return [""] }
    return entries.indices.map { "\(Character(Unicode.Scalar(UInt8(65 + $0 % 26)))): " }
  }
}

// MARK: Ways to stand

extension Page {
  /// All heads, the common grid, what the letters mean, the necklaces.
  private func belowEachOther(_ picture: Picture, _ cycles: [Panel]) -> [[String]] {
    let columns = style.columns
    let grid = GridText(picture, columns: columns, inking: style.inking)
      .lines(titlesIn: columns)
    let words = words(columns)
    var blocks = zip(entries, letters).map { entry, letter in
      entry.isFromFile ? words.head(of: entry.rhythm, letter) : []
    }
    blocks += [grid, words.legend(of: zip(entries, letters).map { ($0.rhythm, $1) })]
    return blocks + cycles.map { necklaces(of: $0, columns) }
  }

  /// Two rhythms beside each other, or nothing where they do not fit so.
  private func besideEachOther(_ apart: [Picture], _ cycles: [Panel]) -> [[String]]? {
    guard apart.count == 2 else { return nil }
    let grids = apart.map { GridText($0, columns: style.columns, inking: style.inking) }
    let room = style.columns - Self.gap
    guard grids.allSatisfy({ $0.systemCount == 1 }), grids[0].columns + grids[1].columns <= room
    else { return nil }
    let left = min(max(room / 2, grids[0].columns), room - grids[1].columns)
    let widths = [left, room - left]
    guard widths.allSatisfy({ $0 >= Self.leastHead }) else { return nil }
    let sides = entries.indices.map { index in
      let (entry, letter) = (entries[index], letters[index])
      let words = words(widths[index])
      return [
        entry.isFromFile ? words.head(of: entry.rhythm, letter) : [],
        grids[index].lines(titlesIn: widths[index]),
        words.legend(of: [(entry.rhythm, "")]),
        cycles.isEmpty ? [] : necklaces(of: cycles[index], widths[index]),
      ]
    }
    return zip(sides[0], sides[1]).map { Self.joined($0, $1, at: left + Self.gap) }
  }

  /// The columns between two rhythms.
  private static let gap = 4

  /// The narrowest column in which a head is still read well.
  private static let leastHead = 30

  private static func joined(_ left: [String], _ right: [String], at column: Int) -> [String] {
    (0..<max(left.count, right.count)).map { index in
      let first = index < left.count ? left[index] : ""
      guard index < right.count, !right[index].isEmpty else { return first }
      return first + String(repeating: " ", count: max(0, column - first.inkedColumns))
        + right[index]
    }
  }

  private func necklaces(of cycle: Panel, _ columns: Int) -> [String] {
    words(columns).wrapped(cycle.title)
      + Necklaces(of: cycle, columns: columns, style.inking).lines
  }

  private func words(_ columns: Int) -> PageWords {
    PageWords(columns: columns, inking: style.inking)
  }
}
