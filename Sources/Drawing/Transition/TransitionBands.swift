import Music

/// The bands of a way: tiles, numbers, names, and the notes of each stage.
struct TransitionBands {
  let loom: Loom
  /// The bars, as the first stage has them.
  let panel: Panel
  /// The upper left corner of all bands.
  let corner: Point

  private static let countSize = 12.0
  /// How wide the stripes are where both ends strike.
  static let stripe = 20.0
  private var transition: Transition { loom.transition }

  /// Draws a tile for each beat of each band, the bar lines and the numbers of the beats.
  func drawTiles(into svg: inout SVGText) {
    let step = transition.beats.approximation / Double(max(1, panel.steps))
    for line in loom.lines.indices {
      let bars = panel.bars[loom.lines[line]]
      let steps = (bars.first?.range.lowerBound ?? 0)..<(bars.last?.range.upperBound ?? 0)
      let starts = steps.filter { panel.marks[$0].border != .none || $0 == steps.lowerBound }
      let tiles = zip(starts, starts.dropFirst() + [steps.upperBound])
      svg.element("g", Palette.tile.fill) { svg in
        for stage in transition.stages.indices {
          for (begin, end) in tiles {
            let left = x(Double(begin) * step, line)
            svg.rectangle(
              at: Point(x: left + 1.5, y: corner.y + loom.top(of: stage, line: line)),
              width: x(Double(end) * step, line) - left - 3, height: loom.height(of: stage),
              radius: 5)
          }
        }
      }
      drawCommon(line, into: &svg)
      drawBarLines(bars.map { Double($0.range.lowerBound) * step }, line, into: &svg)
      for index in steps {
        guard let count = panel.marks[index].count else { continue }
        let isStrong = panel.marks[index].border >= .group
        let place = Point(
          x: x(Double(index) * step + loom.inset, line),
          y: corner.y + loom.top(of: 0, line: line) - 9)
        svg.write(
          "\(count)", at: place, Self.countSize, isStrong ? .ink : .soft, isBold: isStrong,
          anchor: "middle")
      }
    }
  }

  /// Draws a stripe through all bands where both ends strike.
  private func drawCommon(_ line: Int, into svg: inout SVGText) {
    let (begin, end) = loom.time(of: line)
    let times = transition.common.map(\.approximation).filter { begin <= $0 && $0 < end }
    let (top, bottom) = (
      loom.top(of: 0, line: line), loom.bottom(of: transition.stages.count - 1, line: line)
    )
    svg.element("g", Palette.line.fill + [("fill-opacity", "0.3")]) { svg in
      for time in times {
        svg.rectangle(
          at: Point(x: x(time + loom.inset, line) - Self.stripe / 2, y: corner.y + top - 4),
          width: Self.stripe, height: bottom - top + 8, radius: Self.stripe / 2)
      }
    }
  }

  private func drawBarLines(_ times: [Double], _ line: Int, into svg: inout SVGText) {
    let path = transition.stages.indices.flatMap { stage in
      times.dropFirst().map { time in
        "M\(x(time, line).inSVG) \((corner.y + loom.top(of: stage, line: line)).inSVG)"
          + "V\((corner.y + loom.bottom(of: stage, line: line)).inSVG)"
      }
    }.joined()
    guard !path.isEmpty else { return }
    svg.element(
      "path", Palette.line.stroke + [("fill", "none"), ("stroke-width", "1.5"), ("d", path)])
  }

  /// Draws the names of voices or the amount, and the notes of each stage.
  func drawNotes(into svg: inout SVGText) {
    for line in loom.lines.indices {
      for (index, stage) in transition.stages.enumerated() {
        drawLabels(of: index, line, into: &svg)
        for voice in transition.voices {
          guard let part = stage.rhythm[voice] else { continue }
          draw(part, stage: index, line, into: &svg)
        }
      }
    }
  }

  private func drawLabels(of index: Int, _ line: Int, into svg: inout SVGText) {
    let stage = transition.stages[index]
    guard loom.isEnd(index) else {
      let y = loom.top(of: index, line: line) + loom.height(of: index) / 2
      return svg.write(
        stage.label, at: Point(x: corner.x, y: corner.y + y + 6), 17, .soft)
    }
    for (row, voice) in transition.voices.enumerated() {
      let isSilent = stage.rhythm[voice]?.notes.isEmpty ?? true
      let y = loom.middle(of: row, stage: index, line: line) + Loom.labelSize * 0.35
      svg.write(
        voice.name, at: Point(x: corner.x, y: corner.y + y), Loom.labelSize,
        isSilent ? .line : Palette(of: voice), isBold: !isSilent)
    }
  }

  private func draw(_ part: Rhythm.Part, stage: Int, _ line: Int, into svg: inout SVGText) {
    let notes = part.notes.compactMap { note in
      loom.place(of: Transition.Spot(part.voice, note.onset), stage: stage, line: line)
        .map { (note, $0) }
    }
    guard !notes.isEmpty else { return }
    svg.element("g", Palette(of: part.voice).fill + [("fill-rule", "evenodd")]) { svg in
      for (note, place) in notes {
        let centre = Point(x: corner.x + place.x, y: corner.y + place.y)
        let strength = note.strength(in: part.voice)
        svg.element(
          "path",
          (strength < 0.95 ? [("fill-opacity", max(0.2, strength).inSVG)] : [])
            + [("d", Bead(stroke: note.stroke).path(at: centre, radius: loom.bead(stage)))])
      }
    }
  }

  private func x(_ time: Double, _ line: Int) -> Double { corner.x + loom.x(time, line: line) }
}
