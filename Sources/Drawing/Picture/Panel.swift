public import Music

/// One rhythm of a picture: its bars, and a row for each voice.
public struct Panel: Hashable, Sendable {
  /// What stands above it; nothing where it needs no name.
  public let title: String

  /// Its bars, one after the other without a gap from step 0 on.
  public let bars: [Bar]

  /// Its voices.
  public let rows: [Row]

  /// How many times its rhythm is played in a row.
  public let times: Int

  /// What begins at each step.
  public let marks: [Mark]

  /// How many steps it has.
  public var steps: Int { marks.count }

  /// Whether it has bars of more than one metre.
  var changesMetre: Bool { Set(bars.map(\.metre)).count > 1 }

  /// The fewest steps from a note or a rest of a voice to its next; nothing where none has two.
  var closest: Int? {
    rows.compactMap { row -> Int? in
      let places = row.cells.indices.filter { row.cells[$0].isFixed }
      return zip(places, places.dropFirst()).map { $1 - $0 }.min()
    }.min()
  }

  /// A panel of parts that fit each other.
  init(title: String, bars: [Bar], rows: [Row], marks: [Mark], times: Int = 1) {
    self.title = title
    self.bars = bars
    self.rows = rows
    self.marks = marks
    self.times = times
  }

  /// A bar and where it lies.
  public struct Bar: Hashable, Sendable {
    /// How it is counted.
    public let metre: Metre

    /// Its steps among those of its panel.
    public let range: Range<Int>
  }

  /// What one voice plays.
  public struct Row: Hashable, Sendable {
    /// Who plays.
    public let voice: Voice

    /// Its own letter of evidence, where it is not the rhythm's.
    public let evidence: Origin.Evidence?

    /// What stands at each step.
    public let cells: [Cell]
  }

  /// What stands at one step of a row.
  public enum Cell: Hashable, Sendable {
    /// Nothing, between the steps in which the voice moves.
    case gap
    /// A step of the voice on which nothing is struck.
    case rest
    /// The note before still sounds.
    case hold
    /// A note begins.
    case note(Stroke)

    /// Whether it is a step of the voice: a note or a rest.
    var isFixed: Bool {
      switch self {
      case .rest, .note: true
      case .gap, .hold: false
      }
    }

    /// The stroke of a note that begins there.
    var stroke: Stroke? {
      if case .note(let stroke) = self { stroke } else { nil }
    }
  }
}

extension Panel {
  /// What a rhythm plays, in steps of a length that all its notes and pulses have.
  init(of subject: Picture.Subject, step: Fraction) throws(MusicError) {
    let rhythm = subject.rhythm
    let lines = try rhythm.barLines.map { line throws(MusicError) in (try line / step).floor }
    let bars = rhythm.bars.indices.map { index in
      Bar(metre: rhythm.bars[index], range: lines[index]..<lines[index + 1])
    }
    let beats = try bars.map { bar throws(MusicError) in try bar.beats(of: step) }
    let rows = try rhythm.parts.map { part throws(MusicError) in
      try Row(
        part, of: rhythm, steps: lines[bars.count], beats: Array(beats.joined()), step: step)
    }
    self.init(title: subject.title, bars: bars, rows: rows, marks: bars.flatMap(\.marks))
  }

  /// The panel so many times in a row.
  func repeated(_ times: Int) -> Panel {
    guard times > 1 else { return self }
    let bars = (0..<times).flatMap { time in
      self.bars.map { Bar(metre: $0.metre, range: $0.range.shifted(by: time * steps)) }
    }
    let rows = rows.map { row in row.playing(Array((0..<times).map { _ in row.cells }.joined())) }
    let marks = Array((0..<times).map { _ in self.marks }.joined())
    return Panel(title: title, bars: bars, rows: rows, marks: marks, times: times)
  }

  /// The panel on steps so many times as fine, with nothing new between the old ones.
  func refined(_ factor: Int) -> Panel {
    guard factor > 1 else { return self }
    let bars = bars.map { bar in
      Bar(
        metre: bar.metre, range: bar.range.lowerBound * factor..<bar.range.upperBound * factor)
    }
    let rows = rows.map { row in
      row.playing(
        row.cells.indices.flatMap { step in
          let isHeld =
            row.cells[step] == .hold
            || (step + 1 < row.cells.count && row.cells[step + 1] == .hold)
          return [row.cells[step]] + Array(repeating: isHeld ? .hold : .gap, count: factor - 1)
        })
    }
    let marks = marks.flatMap { mark in
      [mark] + Array(repeating: Mark(border: .none, count: nil), count: factor - 1)
    }
    return Panel(title: title, bars: bars, rows: rows, marks: marks, times: times)
  }

  /// The panel with nothing but gaps in rows without notes.
  var withoutRestsOfSilence: Panel {
    let rows = rows.map { row in
      row.cells.contains { $0.stroke != nil }
        ? row : row.playing(Array(repeating: .gap, count: row.cells.count))
    }
    return Panel(title: title, bars: bars, rows: rows, marks: marks, times: times)
  }

  /// One bar as a panel of its own.
  func bar(_ index: Int) -> Panel {
    let bar = bars[index]
    return Panel(
      title: title, bars: [Bar(metre: bar.metre, range: 0..<bar.range.count)],
      rows: rows.map { $0.playing(Array($0.cells[bar.range])) }, marks: Array(marks[bar.range]))
  }
}

extension Panel.Row {
  /// The same voice with other cells.
  fileprivate func playing(_ cells: [Panel.Cell]) -> Panel.Row {
    Panel.Row(voice: voice, evidence: evidence, cells: cells)
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
