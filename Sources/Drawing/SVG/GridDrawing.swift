import Music

/// A picture as rows of beads on tiles, a tile for each beat.
struct GridDrawing {
  private let picture: Picture
  private let systems: Systems
  private let spacing: Systems.Spacing
  private let labelWidth: Double

  /// The sizes of letters.
  private enum Size {
    static let label = 14.0
    static let count = 12.0
    static let title = 19.0
  }

  /// The heights of what stands above and between the tiles.
  private enum Room {
    static let counts = 24.0
    static let bars = 18.0
    static let title = 34.0
    static let panelGap = 14.0
    static let systemGap = 22.0
  }

  /// Lays a picture out in a width, with the largest steps with which it is not too high.
  ///
  /// Bars stay whole where they can.
  init(_ picture: Picture, width: Double, height: Double) {
    self.picture = picture
    let labels = picture.panels.flatMap(\.rows).map { row in
      row.voice.name.width(Size.label) + (row.evidence == nil ? 0 : 18)
    }
    let labelWidth = (labels.max() ?? 0) + 8
    self.labelWidth = labelWidth
    let spacings = Self.stepWidths.map(Self.spacing)
    let layouts = spacings.map { spacing in
      (spacing, Systems(of: picture, width: Int(width - labelWidth), spacing: spacing))
    }
    let whole = layouts.filter(\.1.keepsBars)
    let fitting = whole.first {
      Self.height(of: picture, $0.1, Self.rowHeight($0.0)) <= height
    }
    (spacing, systems) = fitting ?? whole.last ?? layouts[Self.usualStep]
  }

  /// The widths that a step may have, the widest first.
  private static let stepWidths = [
    40, 36, 32, 28, 25, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 3, 2, 1,
  ]
  /// Which of them is taken where no bar fits in a line.
  private static let usualStep = 14

  private static func spacing(_ step: Int) -> Systems.Spacing {
    let padding = 2 * padding(step)
    return Systems.Spacing(
      step: step, beat: 2 + step / 10 + padding, group: 4 + step / 5 + padding,
      bar: 10 + step / 3 + padding)
  }

  /// How far a tile reaches over its first and last step, so that beads of narrow steps lie on it.
  private static func padding(_ step: Int) -> Int { max(0, 8 - step / 2) }

  private static func rowHeight(_ spacing: Systems.Spacing) -> Double {
    Double(min(max(spacing.step, 22), 30))
  }

  /// How large an accent may be, so that no bead touches the next of its voice.
  private var bead: Double {
    let closest = picture.panels.compactMap(\.closest).min() ?? picture.steps
    return min(rowHeight * 0.36, max(Double(closest * spacing.step) * 0.46, 2))
  }

  private var rowHeight: Double { Self.rowHeight(spacing) }

  /// How far the picture reaches to the right.
  var width: Double { labelWidth + Double(systems.width) }

  /// How far the picture reaches down.
  var height: Double { Self.height(of: picture, systems, rowHeight) }

  private static func height(
    of picture: Picture, _ systems: Systems, _ rowHeight: Double
  ) -> Double {
    systems.ranges.enumerated().reduce(0) { sum, system in
      let panels = picture.panels.filter { system.element.lowerBound < $0.steps }
      let heights = panels.map {
        head(of: $0, isFirst: system.offset == 0) + Double($0.rows.count) * rowHeight
      }
      let gaps = Double(panels.count - 1) * Room.panelGap
      return sum + heights.reduce(gaps, +) + (system.offset > 0 ? Room.systemGap : 0)
    }
  }

  /// How high what stands above the tiles of a panel is.
  private static func head(of panel: Panel, isFirst: Bool) -> Double {
    (isFirst && !panel.title.isEmpty ? Room.title : 0) + (panel.bars.count > 1 ? Room.bars : 0)
      + Room.counts
  }

  /// Draws the picture with its upper left corner at a point.
  func draw(at corner: Point, into svg: inout SVGText) {
    var top = corner.y
    let bead = bead
    for (index, range) in systems.ranges.enumerated() {
      if index > 0 { top += Room.systemGap - Room.panelGap }
      for (number, panel) in picture.panels.enumerated() where range.lowerBound < panel.steps {
        if index + number > 0 { top += Room.panelGap }
        let head = Self.head(of: panel, isFirst: index == 0)
        if index == 0, !panel.title.isEmpty {
          svg.write(
            panel.title, at: Point(x: corner.x, y: top + Size.title), Size.title, .ink,
            isBold: true, note: panel.times > 1 ? "\(panel.times) times" : nil)
        }
        let line = GridLine(
          panel: panel, range: range.lowerBound..<min(range.upperBound, panel.steps),
          offsets: systems.offsets(in: range).map { corner.x + labelWidth + Double($0) },
          spacing: spacing, rowHeight: rowHeight, bead: bead,
          padding: Double(Self.padding(spacing.step)), top: top + head)
        line.draw(labelsAt: corner.x, size: (Size.label, Size.count), into: &svg)
        top += head + Double(panel.rows.count) * rowHeight
      }
    }
  }
}
