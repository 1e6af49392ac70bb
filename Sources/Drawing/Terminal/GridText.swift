import Music

/// A picture as rows of steps in text: voices down, steps across.
struct GridText {
  let picture: Picture
  let inking: Inking
  /// What is told beside the notes of each row of each panel; nothing where nothing is.
  let signs: [[Picture.Signs]]
  /// The columns of the names of the voices, and of their letters of evidence.
  private let labels: (name: Int, letter: Int)
  let systems: Systems
  /// Whether blanks stand between the steps.
  private let isAiry: Bool

  private static let airy = Systems.Spacing(step: 2, beat: 2, group: 2, bar: 2)
  private static let dense = Systems.Spacing(step: 1, beat: 1, group: 1, bar: 1)

  /// Lays a picture out in a width, at least ``leastColumns``.
  ///
  /// Steps stand close where bars or groups could otherwise not stay whole, but for signs, which
  /// stand between them.
  init(_ picture: Picture, columns: Int, inking: Inking, signs: [[Picture.Signs]] = []) {
    self.picture = picture
    self.inking = inking
    self.signs = signs
    let columns = max(columns, Self.leastColumns)
    let rows = picture.panels.flatMap(\.rows)
    let name = rows.map { inking.text($0.voice.name).columns }.max() ?? 0
    labels = (
      min(max(8, name), columns / 3), rows.contains { $0.evidence != nil } ? 2 : 0
    )
    // An end of a line is one column narrower than it is laid out: no blank stands beyond it.
    let width = columns - labels.name - labels.letter
    let airy = Systems(of: picture, width: width, spacing: Self.airy)
    let dense = Systems(of: picture, width: width - 1, spacing: Self.dense)
    let isWorse =
      airy.weakestBreak < dense.weakestBreak
      || (airy.weakestBreak == dense.weakestBreak && airy.ranges.count > dense.ranges.count)
    isAiry = !signs.isEmpty || airy.keepsBars || !isWorse
    systems = isAiry ? airy : dense
  }

  /// The narrowest text there is.
  static let leastColumns = 20

  /// The columns that the widest line takes.
  var columns: Int {
    labels.name + labels.letter + systems.width + (isAiry ? 0 : 1)
  }

  /// How many lines of steps stand below each other.
  var systemCount: Int { systems.ranges.count }

  /// The lines of the picture, its titles cut to a width.
  func lines(titlesIn columns: Int) -> [String] {
    Array(
      systems.ranges.map { range in
        picture.panels.filter { range.lowerBound < $0.steps }
          .flatMap { title(of: $0, columns) + lines(of: $0, range) }
      }.joined(separator: [""]))
  }

  private func title(of panel: Panel, _ columns: Int) -> [String] {
    guard !panel.title.isEmpty else { return [] }
    let times = panel.times > 1 ? ", \(panel.times) times" : ""
    return [inking.text(panel.title + times, cutTo: columns)]
  }

  private func lines(of panel: Panel, _ range: Range<Int>) -> [String] {
    let rulers = [panel.bars.count > 1 ? barNumbers(panel, range) : "", counts(panel, range)]
    let rows = panel.rows.map { line(of: $0, panel, range) }
    return rulers.filter { !$0.isEmpty } + (rows.isEmpty ? ["nothing sounds"] : rows)
  }
}

// MARK: Rows

extension GridText {
  func line(
    of row: Panel.Row, _ panel: Panel, _ range: Range<Int>, signs: Picture.Signs = .init()
  ) -> String {
    var line = InkedLine(inking)
    let name = inking.text(row.voice.name, cutTo: labels.name)
    line.append(name.padded(to: labels.name))
    if labels.letter > 0 { line.append(" " + (row.evidence?.rawValue ?? " "), .faint) }
    line.append(" ")
    let end = min(range.upperBound, panel.steps)
    line.append(edge(panel, range.lowerBound), .faint)
    for step in range.lowerBound..<end {
      if step > range.lowerBound, systems.border(at: step) != .none {
        line.append(blank(before: step, in: row), .faint)
        line.append(sign(of: panel.marks[step].border, isHeld: row.cells[step] == .hold), .faint)
      }
      let blank = step == range.lowerBound ? airyBlank : blank(before: step, in: row)
      for (sign, ink) in signs.written(at: step, blank, row.cells[step].sign(inking)) {
        line.append(sign, ink)
      }
    }
    line.append(airyBlank)
    line.append(edge(panel, end), .faint)
    return line.finished
  }

  private var airyBlank: String { isAiry ? " " : "" }

  /// What stands between a step and the one before.
  private func blank(before step: Int, in row: Panel.Row) -> String {
    guard isAiry else { return "" }
    return row.cells[step] == .hold ? String(inking.sign("─", plain: "-")) : " "
  }

  /// What stands at an end of a line.
  private func edge(_ panel: Panel, _ step: Int) -> Character {
    let border = step < panel.steps ? panel.marks[step].border : .bar
    return sign(of: border == .bar ? .bar : .group, isHeld: false)
  }

  private func sign(of border: Mark.Border, isHeld: Bool) -> Character {
    switch border {
    case .bar: inking.sign("┃", plain: "|")
    case .group: inking.sign("│", plain: ":")
    case .beat: inking.sign("┊", plain: "'")
    case .none: isHeld ? inking.sign("─", plain: "-") : " "
    }
  }
}

// MARK: Rulers

extension GridText {
  /// The numbers of the beats above their steps: all of a bar, or those of its groups alone where
  /// there is no room for all.
  func counts(_ panel: Panel, _ range: Range<Int>, title: String = "") -> String {
    var ruler = Ruler(columns: columns)
    _ = ruler.write(title, at: 0)
    let offsets = offsets(range)
    for bar in panel.bars where bar.range.overlaps(range) {
      let counted = bar.range.clamped(to: range).filter { panel.marks[$0].count != nil }
      let all = counted.map { step in
        (offsets[step - range.lowerBound], "\(panel.marks[step].count ?? 0)")
      }
      var whole = ruler
      if all.allSatisfy({ whole.write($0.1, at: $0.0) }) {
        ruler = whole
      } else {
        for (step, entry) in zip(counted, all) where panel.marks[step].border >= .group {
          _ = ruler.write(entry.1, at: entry.0)
        }
      }
    }
    return inked(ruler)
  }

  /// The numbers of the bars above their bar lines, with a metre that is new.
  func barNumbers(_ panel: Panel, _ range: Range<Int>) -> String {
    var ruler = Ruler(columns: columns)
    let offsets = offsets(range)
    _ = ruler.write("bar", at: 0)
    for (index, bar) in panel.bars.enumerated() where range.contains(bar.range.lowerBound) {
      let offset = offsets[bar.range.lowerBound - range.lowerBound] - (isAiry ? 2 : 1)
      let isNew = index == 0 || panel.bars[index - 1].metre != bar.metre
      let metre = panel.changesMetre && isNew ? ": \(bar.metre.pulses)/\(bar.metre.unit)" : ""
      if !ruler.write("\(index + 1)\(metre)", at: offset) {
        _ = ruler.write("\(index + 1)", at: offset)
      }
    }
    return inked(ruler)
  }

  /// A sign at some steps, behind a name.
  func marks(_ name: String, at steps: [Int], _ range: Range<Int>) -> String {
    var ruler = Ruler(columns: columns)
    _ = ruler.write(name, at: 0)
    let offsets = offsets(range)
    for step in steps { _ = ruler.write("=", at: offsets[step - range.lowerBound]) }
    return inked(ruler)
  }

  /// The columns in which the steps of a line stand.
  private func offsets(_ range: Range<Int>) -> [Int] {
    let start = labels.name + labels.letter + 1
    return systems.offsets(in: range).map { $0 + start }
  }

  private func inked(_ ruler: Ruler) -> String {
    var line = InkedLine(inking)
    line.append(ruler.text, .faint)
    return line.finished
  }
}

/// A line on which numbers are written where there is room.
private struct Ruler {
  private var signs: [Character]

  init(columns: Int) {
    signs = Array(repeating: " ", count: columns + 1)
  }

  var text: String { String(signs) }

  /// Writes a word with a blank before and behind it, if the place is free.
  mutating func write(_ word: String, at place: Int) -> Bool {
    let end = place + word.count
    guard end < signs.count, signs[max(0, place - 1)...end].allSatisfy({ $0 == " " }) else {
      return false
    }
    signs.replaceSubrange(place..<end, with: word)
    return true
  }
}
