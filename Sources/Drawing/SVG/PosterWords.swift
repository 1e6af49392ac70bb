import Music

/// The words of a poster: its name above the grid, and below it what the beads mean and what is
/// known of the rhythm.
struct PosterWords {
  /// A line of text.
  private struct Line {
    let text: String
    let size: Double
    let colour: Palette
    var isBold = false

    /// The room above it.
    var gap = 0.0

    /// How far the next line stands below it.
    var height: Double { gap + size * 1.45 }
  }

  private let head: [Line]
  private let foot: [Line]
  private let legend: [[(stroke: Stroke, x: Double)]]

  private static let small = 13.0
  /// The most lines that a name may take, and that are told of single voices.
  private static let mostLines = 3
  /// The spaces below the head, above the legend and above the facts.
  private static let gaps = (head: 26.0, legend: 26.0, facts: 20.0)
  private static let legendHeight = 24.0

  init(_ subjects: [Picture.Subject], width: Double) {
    head = subjects.count == 1 ? Self.head(of: subjects[0], width) : []
    foot = subjects.flatMap { Self.foot(of: $0, width, isNamed: subjects.count > 1) }
    legend = Self.legend(of: subjects, width)
  }

  private static func head(of subject: Picture.Subject, _ width: Double) -> [Line] {
    let facts = Facts(of: subject.rhythm)
    let name = subject.name.wrapped(width, 32).prefix(mostLines)
      .map { Line(text: $0, size: 32, colour: .ink, isBold: true) }
    guard subject.isFromFile else { return name }
    let native = facts.native.wrapped(width, 20).map { Line(text: $0, size: 20, colour: .soft) }
    let gloss = facts.gloss.wrapped(width, 16).map {
      Line(text: $0, size: 16, colour: .ink, gap: 4)
    }
    return name + native + gloss
  }

  private static func foot(
    of subject: Picture.Subject, _ width: Double, isNamed: Bool
  ) -> [Line] {
    let facts = Facts(of: subject.rhythm)
    let told = subject.isFromFile ? ["metre", "tempo", "feel"] : ["metre"]
    let measures = told.flatMap { facts[$0] }.joined(separator: " · ")
    var texts = [isNamed ? "\(subject.name): \(measures)" : measures]
    texts += Remarks(on: subject.rhythm).voices.prefix(mostLines)
    if subject.isFromFile {
      texts += facts["evidence"].enumerated().map {
        $0.offset == 0 ? "Evidence \($0.element)" : $0.element
      }
      texts += facts["source"].map { "Source: \($0)" }
    }
    return texts.enumerated().flatMap { index, text in
      text.wrapped(width, small).prefix(mostLines).enumerated().map { number, line in
        Line(
          text: line, size: small, colour: index == 0 ? .ink : .soft,
          gap: isNamed && index + number == 0 ? 8 : 0)
      }
    }
  }

  /// The strokes that are played, each with its place in its line.
  private static func legend(
    of subjects: [Picture.Subject], _ width: Double
  ) -> [[(stroke: Stroke, x: Double)]] {
    let used = Set(subjects.flatMap { Remarks(on: $0.rhythm).strokes })
    var lines: [[(stroke: Stroke, x: Double)]] = []
    var x = width
    for stroke in Stroke.allCases where used.contains(stroke) {
      let size = 40 + stroke.meaning.width(small)
      if x + size > width {
        lines.append([])
        x = 0
      }
      lines[lines.count - 1].append((stroke, x))
      x += size
    }
    return lines
  }

  var headHeight: Double {
    head.isEmpty ? 0 : head.map(\.height).reduce(0, +) + Self.gaps.head
  }

  var footHeight: Double {
    let legend =
      legend.isEmpty
      ? 0 : Self.gaps.legend + Double(legend.count) * Self.legendHeight
    return legend + Self.gaps.facts + foot.map(\.height).reduce(0, +)
  }

  /// Draws the head with its upper left corner at a point.
  func drawHead(at corner: Point, into svg: inout SVGText) {
    draw(head, at: corner, into: &svg)
  }

  /// Draws the legend and the facts with their upper left corner at a point.
  func drawFoot(at corner: Point, into svg: inout SVGText) {
    var top = corner.y
    if !legend.isEmpty { top += Self.gaps.legend }
    for line in legend {
      let middle = top + Self.legendHeight / 2
      for (stroke, x) in line {
        svg.element(
          "path",
          Palette.ink.fill + [
            ("fill-rule", "evenodd"),
            (
              "d",
              Bead(stroke: stroke).path(at: Point(x: corner.x + x + 8, y: middle), radius: 8)
            ),
          ])
        let place = Point(x: corner.x + x + 22, y: middle + Self.small * 0.35)
        svg.write(stroke.meaning, at: place, Self.small, .ink)
      }
      top += Self.legendHeight
    }
    draw(foot, at: Point(x: corner.x, y: top + Self.gaps.facts), into: &svg)
  }

  private func draw(_ lines: [Line], at corner: Point, into svg: inout SVGText) {
    var top = corner.y
    for line in lines {
      svg.write(
        line.text, at: Point(x: corner.x, y: top + line.gap + line.size), line.size, line.colour,
        isBold: line.isBold)
      top += line.height
    }
  }
}
