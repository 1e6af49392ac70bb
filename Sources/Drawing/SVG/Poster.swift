public import Music

/// Rhythms as a picture for a page, a slide or a wall: their grid, their necklaces, and what is
/// known of them, as an SVG file that needs nothing else.
public struct Poster {
  private let subjects: [Picture.Subject]

  /// A poster of one rhythm, or of several on a common grid.
  public init(_ subjects: [Picture.Subject]) {
    self.subjects = subjects
  }

  /// What each file begins with.
  public static let beginning = "<svg class=\"jorga\" "

  /// The sizes of letters and spaces.
  private enum Size {
    static let margin = 44.0
    static let name = 32.0
    static let native = 20.0
    static let gloss = 16.0
    static let small = 13.0
    static let gap = 56.0
    static let leastWidth = 520.0
    static let mostWidth = 820.0
    static let mostHeight = 430.0
  }

  /// The file: the same rhythms give the same bytes.
  ///
  /// - Throws: ``MusicError/tooFine`` where no common grid is coarse enough, ``MusicError/tooMuch``
  ///   where the picture would have more than ``Bounds/pictureCells`` cells.
  public func svg() throws(MusicError) -> String {
    let picture = try Picture(of: titled)
    let rows = picture.panels.map(\.rows.count).reduce(0, +)
    guard picture.steps * rows <= Bounds.pictureCells else { throw .tooMuch }
    let grid = GridDrawing(picture, width: Size.mostWidth, height: Size.mostHeight)
    let left = max(grid.width, Size.leastWidth)
    let words = PosterWords(subjects, width: left)
    let circles = try subjects.map { subject throws(MusicError) in
      CircleGroup(
        try Picture(of: [subject]).panels[0],
        name: subjects.count > 1 ? subject.name.cut(to: 30) : "")
    }
    let leftHeight = words.headHeight + grid.height + words.footHeight
    let rightHeight = circles.map(\.height).reduce(0, +)
    let right = circles.map(\.width).max() ?? 0
    let inner = max(leftHeight, rightHeight)
    let width = 2 * Size.margin + left + (right > 0 ? Size.gap + right : 0)
    let height = 2 * Size.margin + inner
    var svg = SVGText()
    svg.frame(width: width, height: height, title: title, description: description) { svg in
      var top = Size.margin + (inner - leftHeight) / 2
      words.drawHead(at: Point(x: Size.margin, y: top), into: &svg)
      top += words.headHeight
      grid.draw(at: Point(x: Size.margin, y: top), into: &svg)
      words.drawFoot(at: Point(x: Size.margin, y: top + grid.height), into: &svg)
      var y = Size.margin + (inner - rightHeight) / 2
      for circle in circles {
        let x = Size.margin + left + Size.gap + (right - circle.width) / 2
        circle.draw(at: Point(x: x, y: y), into: &svg)
        y += circle.height
      }
    }
    return svg.text
  }

  /// The subjects with their names above them where there are several.
  private var titled: [Picture.Subject] {
    guard subjects.count > 1 else { return subjects }
    return subjects.map { Picture.Subject($0.rhythm, title: $0.name, isFromFile: $0.isFromFile) }
  }

  /// What it shows: the names of the rhythms.
  public var title: String { subjects.map { $0.name.cut(to: 60) }.joined(separator: " / ") }

  /// The picture in words, for those who cannot see it.
  private var description: String {
    let parts = subjects.map { subject in
      let facts = Facts(of: subject.rhythm)
      let told =
        subject.isFromFile
        ? facts.facts.filter { $0.name != "note" && $0.name != "tags" }
        : facts.facts.filter { $0.name == "metre" }
      let lines = told.map { "\($0.name) \($0.lines.joined(separator: "; "))" }
      return "\(subject.name): " + lines.joined(separator: ". ")
    }
    return parts.joined(separator: ". ") + "."
  }
}
