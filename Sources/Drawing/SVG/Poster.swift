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

  /// The file: the same rhythms give the same bytes.
  ///
  /// - Throws: ``MusicError/tooFine`` where no common grid is coarse enough, ``MusicError/tooMuch``
  ///   where the picture would have more than ``Bounds/pictureCells`` cells.
  public func svg() throws(MusicError) -> String {
    let picture = try Picture(of: titled)
    let rows = picture.panels.map(\.rows.count).reduce(0, +)
    guard picture.steps * rows <= Bounds.pictureCells else { throw .tooMuch }
    let cycles = try subjects.map { subject throws(MusicError) in
      try Picture(of: [subject]).panels[0]
    }
    let layout = PosterLayout(of: subjects, picture: picture, cycles: cycles)
    var svg = SVGText()
    svg.frame(
      width: layout.width, height: layout.height, title: title,
      description: description(of: cycles), content: layout.draw)
    return svg.text
  }

  /// The subjects with their names above them where there are several.
  private var titled: [Picture.Subject] {
    guard subjects.count > 1 else { return subjects }
    return subjects.map { Picture.Subject($0.rhythm, title: $0.name, isFromFile: $0.isFromFile) }
  }

  /// What it shows: the names of the rhythms.
  public var title: String { subjects.map { $0.name.cut(to: 60) }.joined(separator: " / ") }

  /// The picture in words, for those who cannot see it: the facts, and the rows of what is short.
  private func description(of cycles: [Panel]) -> String {
    zip(subjects, cycles).map { subject, cycle in
      let told = Facts(of: subject.rhythm).facts.filter { fact in
        subject.isFromFile ? fact.name != "note" && fact.name != "tags" : fact.name == "metre"
      }
      let facts = told.map { "\($0.name) \($0.lines.joined(separator: "; "))" }
      let isShort = cycle.steps * cycle.rows.count <= Self.mostCellsInWords
      let rows =
        isShort ? cycle.rows.map { "\($0.voice) \($0.written(in: cycle.bars))" } : []
      return "\(subject.name.cut(to: 60)): \((facts + rows).joined(separator: ". "))."
    }.joined(separator: " ")
  }

  /// The most cells that are told one by one.
  private static let mostCellsInWords = 512
}
