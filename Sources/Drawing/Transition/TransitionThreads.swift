import Music

/// The lines of a way that lead from each note to what it is at the next stage.
struct TransitionThreads {
  let loom: Loom
  /// The upper left corner of all bands.
  let corner: Point

  private var transition: Transition { loom.transition }

  /// What a line tells.
  enum Kind: CaseIterable {
    case kept, stays, moves, comes, goes

    var meaning: String {
      switch self {
      case .kept: "stays all the way"
      case .stays: "stays a while"
      case .moves: "moves, changes voice"
      case .comes: "comes"
      case .goes: "goes"
      }
    }

    fileprivate var style: [(String, String)] {
      switch self {
      case .kept: [("stroke-width", "7"), ("stroke-opacity", "0.2")]
      case .stays: [("stroke-width", "1.4"), ("stroke-opacity", "0.5")]
      case .moves: [("stroke-width", "2.2")]
      case .comes, .goes: [("stroke-width", "1.4"), ("stroke-dasharray", "1 3")]
      }
    }
  }

  /// How far a line goes aside that is said to move; micro-timing is less.
  private static let leastMove = 3.0
  /// How far the lines of what comes and goes reach beyond their band.
  private static let tail = 15.0

  /// Draws all lines, those of what stays first.
  func draw(into svg: inout SVGText) {
    for line in loom.lines.indices {
      drawKept(line, into: &svg)
      for stage in transition.links.indices { drawLinks(after: stage, line, into: &svg) }
      for stage in transition.links.indices { drawTails(after: stage, line, into: &svg) }
    }
  }

  private func drawKept(_ line: Int, into svg: inout SVGText) {
    let kept = transition.kept
    for voice in transition.voices {
      let spots = kept.filter { $0.voice == voice }.sorted { $0.onset < $1.onset }
      let path = spots.compactMap { spot -> String? in
        guard let top = place(spot, 0, line),
          let bottom = place(spot, transition.stages.count - 1, line)
        else { return nil }
        return "M\(top.x.inSVG) \(top.y.inSVG)V\(bottom.y.inSVG)"
      }.joined()
      Self.write(path, .kept, Palette(of: voice), into: &svg)
    }
  }

  private func drawLinks(after stage: Int, _ line: Int, into svg: inout SVGText) {
    var paths: [Kind: [Voice: String]] = [:]
    for link in transition.links[stage] {
      let way = loom.way(of: link, after: stage)
      let kind = link.from.voice == link.to.voice && abs(way) < Self.leastMove ? Kind.stays : .moves
      let (top, bottom) = (
        corner.y + loom.bottom(of: stage, line: line),
        corner.y + loom.top(of: stage + 1, line: line)
      )
      if let begin = place(link.from, stage, line) {
        let end = bounded(begin.x + way, from: begin.x)
        paths[kind, default: [:]][link.from.voice, default: ""] +=
          "M\(begin.x.inSVG) \(begin.y.inSVG)V\(top.inSVG)"
          + Self.half(from: Point(x: begin.x, y: top), to: Point(x: end, y: bottom))
      }
      if let end = place(link.to, stage + 1, line) {
        let begin = bounded(end.x - way, from: end.x)
        paths[kind, default: [:]][link.to.voice, default: ""] +=
          "M\(end.x.inSVG) \(end.y.inSVG)V\(bottom.inSVG)"
          + Self.half(from: Point(x: end.x, y: bottom), to: Point(x: begin, y: top))
      }
    }
    for kind in [Kind.stays, .moves] {
      for voice in transition.voices {
        Self.write(paths[kind]?[voice] ?? "", kind, Palette(of: voice), into: &svg)
      }
    }
  }

  /// What goes after a stage, and what comes before the next.
  private func drawTails(after stage: Int, _ line: Int, into svg: inout SVGText) {
    let links = transition.links[stage]
    let (from, to) = (Set(links.map(\.from)), Set(links.map(\.to)))
    for voice in transition.voices {
      let going = spots(of: voice, stage).filter { !from.contains($0) }
      let coming = spots(of: voice, stage + 1).filter { !to.contains($0) }
      let bottom = corner.y + loom.bottom(of: stage, line: line) + Self.tail
      let top = corner.y + loom.top(of: stage + 1, line: line) - Self.tail
      draw(.goes, going.compactMap { place($0, stage, line) }, upTo: bottom, voice, into: &svg)
      draw(
        .comes, coming.compactMap { place($0, stage + 1, line) }, upTo: top, voice, into: &svg)
    }
  }

  private func draw(
    _ kind: Kind, _ places: [Point], upTo y: Double, _ voice: Voice, into svg: inout SVGText
  ) {
    let path = places.map { "M\($0.x.inSVG) \($0.y.inSVG)V\(y.inSVG)" }.joined()
    Self.write(path, kind, Palette(of: voice), into: &svg)
    svg.dots(
      at: places.map { Point(x: $0.x, y: y) }, radius: kind == .comes ? 2.2 : 1.4,
      Palette(of: voice))
  }

  private func spots(of voice: Voice, _ stage: Int) -> [Transition.Spot] {
    (transition.stages[stage].rhythm[voice]?.notes ?? []).map { Transition.Spot(voice, $0.onset) }
  }

  /// Where the thread of a note begins, or nothing where it is not in the line.
  private func place(_ spot: Transition.Spot, _ stage: Int, _ line: Int) -> Point? {
    loom.place(of: spot, stage: stage, line: line).map {
      Point(x: corner.x + $0.x, y: corner.y + $0.y)
    }
  }

  /// The other end of a thread; of one that leaves the bands, so far that half of it ends at their
  /// edge.
  private func bounded(_ x: Double, from start: Double) -> Double {
    let left = corner.x + loom.labelWidth
    let right = left + loom.width
    return x < left ? 2 * left - start : x > right ? 2 * right - start : x
  }
}

// MARK: Shapes

extension TransitionThreads {
  /// Half of a curve that leaves one point and reaches another upright, up to its middle.
  private static func half(from start: Point, to end: Point) -> String {
    let middle = (start.y + end.y) / 2
    if start.x == end.x { return "V\(middle.inSVG)" }
    let points = [
      Point(x: start.x, y: (start.y + middle) / 2),
      Point(x: (3 * start.x + end.x) / 4, y: (start.y + 3 * middle) / 4),
      Point(x: (start.x + end.x) / 2, y: middle),
    ]
    return "C" + points.map { "\($0.x.inSVG) \($0.y.inSVG)" }.joined(separator: " ")
  }

  private static func write(
    _ path: String, _ kind: Kind, _ colour: Palette, into svg: inout SVGText
  ) {
    guard !path.isEmpty else { return }
    svg.element(
      "path",
      colour.stroke + kind.style + [
        ("fill", "none"), ("stroke-linecap", "round"), ("d", path),
      ])
  }

  /// A short line of a kind, for the words that explain it.
  static func drawSample(
    _ kind: Kind, from start: Point, to end: Point, into svg: inout SVGText
  ) {
    let path =
      "M\(start.x.inSVG) \(start.y.inSVG)" + half(from: start, to: end)
      + "M\(end.x.inSVG) \(end.y.inSVG)" + half(from: end, to: start)
    write(path, kind, .ink, into: &svg)
    if kind == .comes || kind == .goes {
      svg.dots(
        at: [kind == .comes ? start : end], radius: kind == .comes ? 2.2 : 1.4, .ink)
    }
  }
}
