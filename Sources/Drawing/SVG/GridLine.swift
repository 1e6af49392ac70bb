import Music

/// One line of a panel: its tiles, bar lines, numbers, names and beads.
struct GridLine {
  let panel: Panel
  /// The steps of the line.
  let range: Range<Int>
  /// Where each step begins, and where the line ends.
  let offsets: [Double]
  let spacing: Systems.Spacing
  let rowHeight: Double
  /// How large an accent is.
  let bead: Double
  /// How far a tile reaches over its first and last step.
  let padding: Double
  /// Where the tiles begin.
  let top: Double

  /// The width of a bar that is called one.
  private static let leastForWord = 64.0

  private var bottom: Double { top + Double(panel.rows.count) * rowHeight }

  /// Draws the line; the names of the voices begin at a column.
  func draw(labelsAt left: Double, size: (label: Double, count: Double), into svg: inout SVGText) {
    guard !panel.rows.isEmpty else { return drawNumbers(size.count, into: &svg) }
    svg.element("g", Palette.tile.fill) { svg in
      for tile in tiles {
        let begin = x(tile.lowerBound) - padding
        let end = x(tile.upperBound - 1) + Double(spacing.step) + padding
        svg.rectangle(
          at: Point(x: begin, y: top), width: end - begin, height: bottom - top, radius: 5)
      }
    }
    drawBarLines(into: &svg)
    drawNumbers(size.count, into: &svg)
    for (index, row) in panel.rows.enumerated() {
      let middle = top + (Double(index) + 0.5) * rowHeight
      let name = Point(x: left, y: middle + size.label * 0.35)
      svg.write(row.voice.name, at: name, size.label, .ink, note: row.evidence?.rawValue)
      draw(row, at: middle, into: &svg)
    }
  }

  /// Where a step of the line begins.
  private func x(_ step: Int) -> Double { offsets[step - range.lowerBound] }

  private func middle(of step: Int) -> Double { x(step) + Double(spacing.step) / 2 }

  /// The steps between borders.
  private var tiles: [Range<Int>] {
    let starts = range.filter { $0 == range.lowerBound || panel.marks[$0].border != .none }
    return zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
  }

  private func drawBarLines(into svg: inout SVGText) {
    let half = Double(spacing.bar) / 2
    let isBegun = panel.marks[range.lowerBound].border == .bar
    let isEnded = range.upperBound == panel.steps || panel.marks[range.upperBound].border == .bar
    let inner = range.dropFirst().filter { panel.marks[$0].border == .bar }.map { x($0) - half }
    let end = x(range.upperBound - 1) + Double(spacing.step) + half
    let lines = (isBegun ? [x(range.lowerBound) - half] : []) + inner + (isEnded ? [end] : [])
    let path = lines.map { "M\($0.inSVG) \(top.inSVG)V\(bottom.inSVG)" }.joined()
    guard !path.isEmpty else { return }
    svg.element(
      "path", Palette.line.stroke + [("fill", "none"), ("stroke-width", "1.5"), ("d", path)])
  }

  private func drawNumbers(_ size: Double, into svg: inout SVGText) {
    for bar in panel.bars where bar.range.overlaps(range) {
      let counted = bar.range.clamped(to: range).filter { panel.marks[$0].count != nil }
      let isTight = counted.count > 4 && spacing.step < 18 && counted.count == bar.range.count
      for step in counted where !isTight || panel.marks[step].border >= .group {
        let isStrong = panel.marks[step].border >= .group
        svg.write(
          "\(panel.marks[step].count ?? 0)", at: Point(x: middle(of: step), y: top - 8), size,
          isStrong ? .ink : .soft, isBold: isStrong, anchor: "middle")
      }
    }
    guard panel.bars.count > 1 else { return }
    for (index, bar) in panel.bars.enumerated() where range.contains(bar.range.lowerBound) {
      let isNew = index == 0 || panel.bars[index - 1].metre != bar.metre
      let metre = panel.changesMetre && isNew ? "\(bar.metre.pulses)/\(bar.metre.unit)" : nil
      let place = Point(x: x(bar.range.lowerBound) - Double(spacing.bar) / 2, y: top - 25)
      let isRoomy = Double(bar.range.count * spacing.step) >= Self.leastForWord
      svg.write("\(isRoomy ? "bar " : "")\(index + 1)", at: place, size, .soft, note: metre)
    }
  }

  private func draw(_ row: Panel.Row, at middle: Double, into svg: inout SVGText) {
    let rests = range.filter { row.cells[$0] == .rest }
    svg.dots(
      at: rests.map { Point(x: self.middle(of: $0), y: middle) }, radius: bead * 0.18, .line)
    let notes = range.filter { row.cells[$0].stroke != nil }
    let holds = holds(of: row)
    guard !notes.isEmpty || !holds.isEmpty else { return }
    svg.element("g", Palette(of: row.voice).fill + [("fill-rule", "evenodd")]) { svg in
      for hold in holds {
        let begin = self.middle(of: hold.lowerBound)
        let end = x(hold.upperBound - 1) + Double(spacing.step)
        svg.rectangle(
          at: Point(x: begin, y: middle - bead * 0.25), width: end - begin,
          height: bead * 0.5, radius: bead * 0.25, opacity: 0.4)
      }
      for step in notes {
        guard let stroke = row.cells[step].stroke else { continue }
        let place = Point(x: self.middle(of: step), y: middle)
        svg.element("path", [("d", Bead(stroke: stroke).path(at: place, radius: bead))])
      }
    }
  }

  /// The steps through which notes last, with the step where each begins if it is in the line.
  private func holds(of row: Panel.Row) -> [Range<Int>] {
    var holds: [Range<Int>] = []
    for step in range where row.cells[step] == .hold {
      if let last = holds.last, last.upperBound == step {
        holds[holds.count - 1] = last.lowerBound..<step + 1
      } else {
        holds.append(max(range.lowerBound, step - 1)..<step + 1)
      }
    }
    return holds
  }
}
