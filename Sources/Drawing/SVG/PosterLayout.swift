import Music

/// Where the parts of a poster stand: words and grid to the left, necklaces to the right, both in
/// the middle of the height.
struct PosterLayout {
  private let words: PosterWords
  private let grid: GridDrawing
  private let circles: [CircleGroup]
  private let leftWidth: Double

  /// The room around all, and between left and right.
  private static let (margin, gap) = (44.0, 56.0)
  /// The widths that the left may have, and how high the grid may be where its bars stay whole.
  private static let (leastWidth, mostWidth, mostHeight) = (520.0, 820.0, 430.0)

  init(of subjects: [Picture.Subject], picture: Picture, cycles: [Panel]) {
    grid = GridDrawing(picture, width: Self.mostWidth, height: Self.mostHeight)
    leftWidth = max(grid.width, Self.leastWidth)
    words = PosterWords(subjects, width: leftWidth)
    circles = zip(cycles, subjects).map { cycle, subject in
      CircleGroup(cycle, name: subjects.count > 1 ? subject.name.cut(to: 30) : "")
    }
  }

  private var leftHeight: Double { words.headHeight + grid.height + words.footHeight }

  private var rightWidth: Double { circles.map(\.width).max() ?? 0 }

  private var rightHeight: Double { circles.map(\.height).reduce(0, +) }

  private var innerHeight: Double { max(leftHeight, rightHeight) }

  var width: Double {
    2 * Self.margin + leftWidth + (rightWidth > 0 ? Self.gap + rightWidth : 0)
  }

  var height: Double { 2 * Self.margin + innerHeight }

  func draw(into svg: inout SVGText) {
    var corner = Point(x: Self.margin, y: Self.margin + (innerHeight - leftHeight) / 2)
    words.drawHead(at: corner, into: &svg)
    corner = Point(x: corner.x, y: corner.y + words.headHeight)
    grid.draw(at: corner, into: &svg)
    words.drawFoot(at: Point(x: corner.x, y: corner.y + grid.height), into: &svg)
    var top = Self.margin + (innerHeight - rightHeight) / 2
    for circle in circles {
      let left = Self.margin + leftWidth + Self.gap + (rightWidth - circle.width) / 2
      circle.draw(at: Point(x: left, y: top), into: &svg)
      top += circle.height
    }
  }
}
