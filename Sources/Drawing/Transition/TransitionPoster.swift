public import Music

/// The way from one rhythm to another as a picture for a wall: the first above, the second below,
/// and between them what stands on the way, all joined by lines that go where the notes go.
///
/// It is an SVG file that needs nothing else.
public struct TransitionPoster {
  private let transition: Transition
  private let caption: String

  /// A poster of a way; the caption says how it was found.
  public init(_ transition: Transition, caption: String) {
    self.transition = transition
    self.caption = caption
  }

  /// What it shows: the names of the two rhythms.
  public var title: String {
    [transition.ends.first, transition.ends.second].map { $0.name.cut(to: 60) }.joined(
      separator: " → ")
  }

  /// The file: the same way gives the same bytes.
  ///
  /// - Throws: ``MusicError/tooFine`` where no common grid is coarse enough, ``MusicError/tooMuch``
  ///   where the picture would have more than ``Bounds/pictureCells`` cells.
  public func svg() throws(MusicError) -> String {
    let picture = try transition.picture()
    let rows = transition.voices.count * transition.stages.count
    guard picture.steps * rows <= Bounds.pictureCells else { throw .tooMuch }
    let layout = TransitionLayout(
      transition, title: title, caption: caption, panel: picture.panels[0])
    var svg = SVGText()
    svg.frame(
      width: layout.width, height: layout.height, title: title,
      description: description(of: picture), content: layout.draw)
    return svg.text
  }

  /// The picture in words, for those who cannot see it: the rows of each stage of what is short.
  private func description(of picture: Picture) -> String {
    let isShort =
      picture.steps * transition.voices.count * picture.panels.count <= Self.mostCellsInWords
    let stages = picture.panels.map { panel in
      let rows = panel.rows.filter { row in row.cells.contains { $0.stroke != nil } }
        .map { "\($0.voice) \($0.written(in: panel.bars))" }
      return "\(panel.title): \(rows.joined(separator: ", "))"
    }
    return "\(title), \(caption)." + (isShort ? " \(stages.joined(separator: ". "))." : "")
  }

  /// The most cells that are told one by one.
  private static let mostCellsInWords = 1024
}
