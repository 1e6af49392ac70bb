import Music

/// A cycle of time as a circle: a ring for each voice, the first the outermost; the beginning is
/// at the top, and time goes clockwise.
///
/// Source: G. T. Toussaint, *The Geometry of Musical Rhythm* (2013), chapter 5, on necklaces; the
/// rings within each other are ours.
struct Necklace: Hashable {
  /// The voices, with the strong places of the metre.
  let panel: Panel

  /// Which bars of a longer rhythm it shows; nothing where it shows all.
  let bars: String

  /// A cycle that shows some bars of a rhythm.
  init(of panel: Panel, bars: String = "") {
    self.panel = panel
    self.bars = bars
  }

  /// The bars of a panel, one necklace for each run of bars that are alike.
  static func bars(of panel: Panel) -> [Necklace] {
    var runs: [(bar: Panel, first: Int, last: Int)] = []
    for index in panel.bars.indices {
      let bar = panel.bar(index)
      if let run = runs.last, run.bar == bar {
        runs[runs.count - 1].last = index
      } else {
        runs.append((bar, index, index))
      }
    }
    return runs.map { run in
      let (first, last) = (run.first + 1, run.last + 1)
      return Necklace(of: run.bar, bars: first == last ? "bar \(first)" : "bars \(first)-\(last)")
    }
  }

  /// A necklace for each of its voices.
  var voices: [Necklace] {
    panel.rows.map { row in
      Necklace(
        of: Panel(title: panel.title, bars: panel.bars, rows: [row], marks: panel.marks),
        bars: bars)
    }
  }

  /// What stands in the middle: the metre, or how many bars there are of several metres.
  var centre: String {
    let metre = panel.bars[0].metre
    return panel.changesMetre ? length : "\(metre.pulses)/\(metre.unit)"
  }

  /// How many bars there are, if more than one.
  var length: String { panel.bars.count > 1 ? "\(panel.bars.count) bars" : "" }

  /// The part of the circle at which a step begins.
  func turn(of step: Int) -> Fraction { Fraction(step, panel.steps) }

  /// The numbers to write around the circle, by their steps.
  ///
  /// All beats; the groups alone where every step would have a number; the bars where there are
  /// more than four.
  var counts: [(step: Int, count: Int)] {
    guard panel.bars.count <= 4 else {
      return panel.bars.enumerated().map { ($0.element.range.lowerBound, $0.offset + 1) }
    }
    let counted = panel.marks.enumerated().compactMap { step, mark in
      mark.count.map { (step: step, count: $0) }
    }
    guard counted.count == panel.steps, counted.count > 4 else { return counted }
    return counted.filter { panel.marks[$0.step].border >= .group }
  }
}
