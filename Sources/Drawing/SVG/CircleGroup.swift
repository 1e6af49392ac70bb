import Music

/// The necklaces of one rhythm on a poster: its whole cycle, or its bars, or none.
struct CircleGroup {
  private let necklaces: [NecklaceDrawing]
  /// What stands below them.
  private let caption: String

  /// How many stand beside each other.
  private var columns: Int { necklaces.count <= 4 ? min(2, necklaces.count) : 3 }

  /// The radii that are tried for a whole cycle, the usual first.
  private static let radii = [150.0, 165, 180, 200, 220, 240]
  /// The size of beads with which the usual radius does.
  private static let usualBead = 6.0
  /// The radius of a bar, and how many bars are drawn one by one.
  private static let barRadius = 78.0
  private static let mostBars = 12

  /// The size of the caption, and the room that it takes.
  private static let captionSize = 12.0
  private static let captionRoom = 26.0

  init(_ panel: Panel, name: String) {
    let rings = panel.rows.count > 1 ? "rings from the outside in, as the rows" : ""
    caption = [name, rings].filter { !$0.isEmpty }.joined(separator: ": ")
    let whole = Self.radii.compactMap { NecklaceDrawing(Necklace(of: panel), radius: $0) }
    if let drawing = whole.first(where: { $0.bead >= Self.usualBead }) ?? whole.last {
      necklaces = [drawing]
      return
    }
    let bars = Necklace.bars(of: panel)
    let drawings = bars.prefix(Self.mostBars).compactMap {
      NecklaceDrawing($0, radius: Self.barRadius)
    }
    necklaces = drawings.count == bars.count ? drawings : []
  }

  private var cell: Double { 2 * (necklaces.map(\.extent).max() ?? 0) }

  var width: Double { cell * Double(columns) }

  var height: Double {
    guard columns > 0 else { return 0 }
    let room = caption.isEmpty ? 0 : Self.captionRoom
    return cell * Double((necklaces.count + columns - 1) / columns) + room
  }

  /// Draws them with the upper left corner of all at a point.
  func draw(at corner: Point, into svg: inout SVGText) {
    for (index, necklace) in necklaces.enumerated() {
      let (row, column) = (Double(index / columns), Double(index % columns))
      let centre = Point(
        x: corner.x + (column + 0.5) * cell, y: corner.y + (row + 0.5) * cell)
      necklace.draw(around: centre, into: &svg)
    }
    guard columns > 0, !caption.isEmpty else { return }
    let place = Point(x: corner.x + width / 2, y: corner.y + height - Self.captionSize)
    svg.write(caption, at: place, Self.captionSize, .soft, anchor: "middle")
  }
}
