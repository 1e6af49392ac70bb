import Music

/// Where the parts of the picture of a way stand: names above, bands, and below them what the lines
/// mean and what is known of both rhythms.
struct TransitionLayout {
  private let loom: Loom
  private let panel: Panel
  private let title: [String]
  private let caption: String
  private let words: PosterWords

  private static let margin = 48.0
  private enum Size {
    static let title = 30.0
    static let caption = 15.0
    static let key = 13.0
    static let small = 13.0
  }
  /// What lies below the head, and above and in the key.
  private static let (headGap, keyGap, keyHeight) = (30.0, 30.0, 26.0)
  private static let remark =
    "What stands between the two was made by a program; it is no tradition."

  init(_ transition: Transition, title: String, caption: String, panel: Panel) {
    loom = Loom(transition)
    self.panel = panel
    self.title = title.wrapped(loom.labelWidth + loom.width, Size.title)
    self.caption = caption
    words = PosterWords(
      [transition.ends.first, transition.ends.second], width: loom.labelWidth + loom.width)
  }

  private var headHeight: Double {
    Double(title.count) * Size.title * 1.25 + Size.caption * 1.5 + Self.headGap
  }

  var width: Double { 2 * Self.margin + loom.labelWidth + loom.width }

  var height: Double {
    2 * Self.margin + headHeight + loom.height + Self.keyGap + Self.keyHeight + words.footHeight
      + Size.small * 2
  }

  func draw(into svg: inout SVGText) {
    var y = Self.margin
    for line in title {
      y += Size.title * 1.25
      svg.write(
        line, at: Point(x: Self.margin, y: y - Size.title * 0.25), Size.title, .ink, isBold: true)
    }
    svg.write(
      caption, at: Point(x: Self.margin, y: y + Size.caption * 1.2), Size.caption, .soft)
    let corner = Point(x: Self.margin, y: Self.margin + headHeight)
    let bands = TransitionBands(loom: loom, panel: panel, corner: corner)
    let threads = TransitionThreads(loom: loom, corner: corner)
    bands.drawTiles(into: &svg)
    threads.draw(into: &svg)
    bands.drawNotes(into: &svg)
    y = corner.y + loom.height + Self.keyGap
    drawKey(at: Point(x: Self.margin, y: y), into: &svg)
    y += Self.keyHeight
    words.drawFoot(at: Point(x: Self.margin, y: y), into: &svg)
    y += words.footHeight + Size.small * 1.6
    svg.write(Self.remark, at: Point(x: Self.margin, y: y), Size.small, .soft)
  }

  /// What the lines mean.
  private func drawKey(at corner: Point, into svg: inout SVGText) {
    var x = corner.x
    let (top, bottom) = (corner.y, corner.y + 18)
    svg.element("g", Palette.line.fill + [("fill-opacity", "0.5")]) { svg in
      svg.rectangle(
        at: Point(x: x, y: top), width: TransitionBands.stripe, height: bottom - top,
        radius: TransitionBands.stripe / 2)
    }
    let both = "both strike here"
    x += TransitionBands.stripe + 6
    svg.write(both, at: Point(x: x, y: bottom - 4), Size.key, .ink)
    x += both.width(Size.key) + 12
    for kind in TransitionThreads.Kind.allCases {
      let shift = kind == .moves ? 12.0 : 0
      TransitionThreads.drawSample(
        kind, from: Point(x: x + 6, y: top), to: Point(x: x + 6 + shift, y: bottom), into: &svg)
      let left = x + 16 + shift
      svg.write(
        kind.meaning, at: Point(x: left, y: bottom - 4), Size.key, .ink)
      x = left + kind.meaning.width(Size.key) + 12
    }
  }
}
