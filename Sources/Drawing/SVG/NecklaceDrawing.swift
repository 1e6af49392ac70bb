import Music

/// A necklace as rings of beads.
struct NecklaceDrawing {
  private let necklace: Necklace
  /// The radius of each ring, the outermost first.
  private let radii: [Double]
  /// How large an accent is.
  let bead: Double

  /// The room around the outermost ring for the numbers.
  private static let margin = 34.0
  /// How much of the radius stays free in the middle.
  private static let hole = 0.28
  /// The smallest beads that are still told apart.
  private static let leastBead = 2.2

  /// A necklace with an outermost ring of a radius; nothing where its beads would be too small.
  ///
  /// The rings stand so far apart that beads have as much room between rings as on the innermost,
  /// where they are nearest to each other.
  init?(_ necklace: Necklace, radius: Double) {
    self.necklace = necklace
    let count = necklace.panel.rows.count
    guard count > 0 else { return nil }
    let signs = necklace.panel.rows.map { $0.cells.count(where: \.isFixed) }.max() ?? 0
    let turn = 2 * Double.pi
    let even = turn * radius / (Double(signs) + turn * Double(count - 1))
    let most = radius * (1 - Self.hole) / Double(max(1, count - 1))
    let gap = min(even, most, radius * 0.2)
    radii = (0..<count).map { radius - gap * Double($0) }
    let room = turn * (radii.last ?? 0) / Double(max(1, signs))
    bead = min(gap, room, radius * 0.16) * 0.43
    guard bead >= Self.leastBead else { return nil }
  }

  /// How far the drawing reaches from its middle.
  var extent: Double { radii[0] + Self.margin * scale }

  /// How large its letters are, compared to those of a large necklace.
  private var scale: Double { max(0.55, min(1, radii[0] / 150)) }

  /// Draws it around a point.
  func draw(around centre: Point, into svg: inout SVGText) {
    drawRings(centre, into: &svg)
    drawSpokes(centre, into: &svg)
    for (row, radius) in zip(necklace.panel.rows, radii) {
      draw(row, radius, centre, into: &svg)
    }
    drawWords(centre, into: &svg)
  }

  private func place(_ step: Int, _ radius: Double, _ centre: Point) -> Point {
    let point = Point(at: necklace.turn(of: step), radius: radius)
    return Point(x: centre.x + point.x, y: centre.y + point.y)
  }

  private func drawRings(_ centre: Point, into svg: inout SVGText) {
    svg.element("g", Palette.line.stroke + [("fill", "none"), ("stroke-opacity", "0.5")]) { svg in
      for radius in radii {
        svg.element(
          "circle", [("cx", centre.x.inSVG), ("cy", centre.y.inSVG), ("r", radius.inSVG)])
      }
    }
  }

  /// A line from the innermost ring to the outermost at each group, a stronger one at each bar.
  private func drawSpokes(_ centre: Point, into svg: inout SVGText) {
    let inner = (radii.last ?? 0) - 2 * bead
    let outer = radii[0] + 1.3 * bead
    for (border, width) in [(Mark.Border.group, "1"), (.bar, "2")] {
      let steps = necklace.panel.marks.indices.filter { necklace.panel.marks[$0].border == border }
      guard !steps.isEmpty else { continue }
      let path = steps.map { step in
        let (begin, end) = (place(step, inner, centre), place(step, outer, centre))
        return "M\(begin.x.inSVG) \(begin.y.inSVG)L\(end.x.inSVG) \(end.y.inSVG)"
      }.joined()
      svg.element(
        "path", Palette.line.stroke + [("fill", "none"), ("stroke-width", width), ("d", path)])
    }
  }

  private func draw(
    _ row: Panel.Row, _ radius: Double, _ centre: Point, into svg: inout SVGText
  ) {
    let rests = row.cells.indices.filter { row.cells[$0] == .rest }
    svg.dots(at: rests.map { place($0, radius, centre) }, radius: bead * 0.2, .line)
    let notes = row.cells.indices.filter { row.cells[$0].stroke != nil }
    guard !notes.isEmpty else { return }
    drawShape(of: notes, Palette(of: row.voice), radius, centre, into: &svg)
    svg.element("g", Palette(of: row.voice).fill + [("fill-rule", "evenodd")]) { svg in
      for step in notes {
        guard let stroke = row.cells[step].stroke else { continue }
        let path = Bead(stroke: stroke).path(at: place(step, radius, centre), radius: bead)
        svg.element("path", [("d", path)])
      }
    }
  }

  /// The polygon whose corners are the notes, where there are few voices: filled if it is alone.
  private func drawShape(
    of notes: [Int], _ colour: Palette, _ radius: Double, _ centre: Point, into svg: inout SVGText
  ) {
    let isAlone = necklace.panel.rows.count == 1
    guard necklace.panel.rows.count <= 3, (3...24).contains(notes.count) else { return }
    let corners = notes.map { place($0, radius, centre) }.map { "\($0.x.inSVG) \($0.y.inSVG)" }
    let path = [("d", "M\(corners.joined(separator: "L"))z")]
    if isAlone {
      svg.element("path", colour.fill + [("fill-opacity", "0.12")] + path)
    } else {
      svg.element(
        "path",
        colour.stroke + [
          ("fill", "none"), ("stroke-opacity", "0.35"), ("stroke-width", "1.5"),
        ] + path)
    }
  }

  private func drawWords(_ centre: Point, into svg: inout SVGText) {
    let size = 13 * scale
    for (step, count) in necklace.counts {
      let point = place(step, radii[0] + 1.3 * bead + 11 * scale, centre)
      let isStrong = necklace.panel.marks[step].border >= .group
      svg.write(
        "\(count)", at: Point(x: point.x, y: point.y + size * 0.35), size,
        isStrong ? .ink : .soft, isBold: isStrong, anchor: "middle")
    }
    let room = (radii.last ?? 0) - 3 * bead
    let large = min(24 * scale, 2 * room / max(1, Double(necklace.centre.count) * 0.6))
    guard large > 8 else { return }
    let note = necklace.bars.isEmpty ? necklace.length : necklace.bars
    let lines =
      note.isEmpty || note == necklace.centre ? [necklace.centre] : [necklace.centre, note]
    for (index, line) in lines.enumerated() {
      let y = centre.y + large * (0.35 + 0.9 * Double(index) - 0.35 * Double(lines.count - 1))
      svg.write(
        line, at: Point(x: centre.x, y: y), index == 0 ? large : large * 0.6,
        index == 0 ? .ink : .soft, anchor: "middle")
    }
  }
}
