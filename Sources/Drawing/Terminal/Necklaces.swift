import Music

/// The necklaces of a rhythm as text: its whole cycle, or bar by bar where that is too long.
struct Necklaces {
  private let panel: Panel
  private let columns: Int
  private let inking: Inking

  init(of panel: Panel, columns: Int, _ inking: Inking) {
    self.panel = panel
    self.columns = columns
    self.inking = inking
  }

  /// The most circles that are drawn beside and below each other.
  private static let mostNecklaces = 64

  /// The columns between two circles.
  private static let gap = 3

  /// The lines, or why there are none.
  var lines: [String] {
    guard !panel.rows.isEmpty else { return [] }
    let whole = Necklace(of: panel)
    if let text = text(of: whole) { return withNames(text.lines, columns: text.columns) }
    if let texts = texts(of: whole.voices, isNumberedInside: true) { return rows(of: texts) }
    let bars = Necklace.bars(of: panel)
    if let texts = texts(of: bars) { return below(rows(of: texts)) }
    if let texts = texts(
      of: whole.voices.flatMap { Necklace.bars(of: $0.panel) }, isNumberedInside: true)
    {
      return rows(of: texts)
    }
    return PageWords(columns: columns, inking: inking).wrapped(
      "no necklace: a bar has too many steps for a circle of \(columns) columns, or there are too "
        + "many bars; --svg draws a larger one")
  }

  private func text(of necklace: Necklace, isNumberedInside: Bool = false) -> NecklaceText? {
    NecklaceText(
      necklace, columns: columns, isNumberedInside: isNumberedInside, inking: inking)
  }

  /// All of some necklaces, or nothing where one does not fit or there are too many.
  private func texts(of necklaces: [Necklace], isNumberedInside: Bool = false) -> [NecklaceText]? {
    guard necklaces.count <= Self.mostNecklaces else { return nil }
    let texts = necklaces.compactMap { text(of: $0, isNumberedInside: isNumberedInside) }
    return texts.count == necklaces.count ? texts : nil
  }

  /// The circles beside each other as far as the width goes.
  private func rows(of texts: [NecklaceText]) -> [String] {
    var blocks: [[String]] = []
    var (block, width) = ([String](), 0)
    for text in texts {
      if width > 0, width + text.columns > columns {
        blocks.append(block)
        (block, width) = ([], 0)
      }
      let lines = text.captionedLines
      block = (0..<max(block.count, lines.count)).map { index in
        let line = index < block.count ? block[index] : ""
        guard index < lines.count else { return line }
        return line + String(repeating: " ", count: max(0, width - line.inkedColumns))
          + lines[index]
      }
      width += text.columns + Self.gap
    }
    return (blocks + [block]).joined(separator: [""]).map(\.withoutTrailingBlanks)
  }

  /// The names of the rings to the right of a circle, or below it where there is no room.
  private func withNames(_ lines: [String], columns width: Int) -> [String] {
    guard panel.rows.count > 1 else { return lines }
    let names = panel.rows.map { inking.text($0.voice.name) }
    let widest = names.map(\.columns).max() ?? 0
    let top = (lines.count - names.count) / 2
    guard width + 1 + widest <= columns, top >= 1 else { return below(lines) }
    return lines.enumerated().map { index, line in
      guard index >= top - 1, index < top + names.count else { return line }
      let name = index < top ? "outside in:" : names[index - top]
      guard width + 1 + name.columns <= columns else { return line }
      return line + String(repeating: " ", count: max(0, width + 1 - line.inkedColumns)) + name
    }
  }

  private func below(_ lines: [String]) -> [String] {
    guard panel.rows.count > 1 else { return lines }
    let names = panel.rows.map(\.voice.name).joined(separator: ", ")
    return lines
      + PageWords(columns: columns, inking: inking).wrapped("from the outside in: \(names)")
  }
}
