import Music
import Notation
import TestSupport
import Testing

@testable import Drawing

@Suite struct PictureTests {
  /// Law: each onset is one note cell in its row and column, and there are no others.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `every onset has its cell, and only onsets have`(seed: UInt64) throws {
    let rhythm = try Rhythm.uneven(seed: seed)
    let picture = try Picture(of: [Picture.Subject(rhythm, isFromFile: true)])
    #expect(try Fraction(picture.steps) * picture.step == rhythm.beats)
    for (part, row) in zip(rhythm.parts, picture.panels[0].rows) {
      #expect(row.cells.count == picture.steps)
      let notes = try row.cells.indices.compactMap { step in
        try row.cells[step].stroke.map { (try Fraction(step) * picture.step, $0) }
      }
      #expect(notes.map(\.0) == part.notes.map(\.onset))
      #expect(notes.map(\.1) == part.notes.map(\.stroke))
    }
  }

  /// Law: a rhythm that goes some times into another is repeated so many times.
  @Test(arguments: 0..<20 as Range<UInt64>, 1...4)
  func `the shorter rhythm is repeated until both end`(seed: UInt64, times: Int) throws {
    let rhythm = try Rhythm.uneven(seed: seed)
    let bars = Array(Array(repeating: rhythm.bars, count: times).joined())
    let long = try Rhythm(
      origin: rhythm.origin, bars: bars, grid: rhythm.grid, tempo: rhythm.tempo, parts: [])
    let picture = try Picture(
      of: [rhythm, long].map { Picture.Subject($0, isFromFile: false) })
    let once = try Picture(of: [Picture.Subject(rhythm, isFromFile: false)])
    #expect(picture.panels[0].times == times)
    #expect(picture.panels[0].steps == picture.panels[1].steps)
    #expect(picture.panels[0].marks == picture.panels[1].marks)
    let strokes = once.panels[0].rows.map { $0.cells.compactMap(\.stroke) }
    for (row, strokes) in zip(picture.panels[0].rows, strokes) {
      #expect(
        row.cells.compactMap(\.stroke) == Array(repeating: strokes, count: times).flatMap(\.self))
    }
  }

  /// Law: beside any other, a rhythm has the dots and lines that it has alone, only wider apart.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `a rhythm looks the same in company`(seed: UInt64) throws {
    let subjects = try [seed, seed + 7].map {
      Picture.Subject(try Rhythm.uneven(seed: $0), isFromFile: true)
    }
    guard let together = try? Picture.apart(subjects) else { return }
    for (subject, picture) in zip(subjects, together) {
      let alone = try Picture(of: [subject])
      let factor = picture.steps / alone.steps
      #expect(try picture.step * Fraction(factor) == alone.step)
      for (row, own) in zip(picture.panels[0].rows, alone.panels[0].rows) {
        #expect(own.cells.indices.map { row.cells[$0 * factor] } == own.cells)
        #expect(row.cells.count(where: \.isFixed) == own.cells.count(where: \.isFixed))
      }
      let marks = picture.panels[0].marks
      #expect(alone.panels[0].marks.indices.map { marks[$0 * factor] } == alone.panels[0].marks)
      #expect(
        marks.count { $0.border != .none } == alone.panels[0].marks.count { $0.border != .none })
    }
  }

  /// Worked by hand: b bar, g group, p beat, a blank for nothing; a number where one is counted.
  @Test(arguments: [
    ("4/4", 4, "b1 p2 g3 p4", 4), ("4/4", 4, "b1 - - - p2 - - - g3 - - - p4 - - -", 16),
    ("2/4", 4, "b1 - - - p2 - - -", 16), ("3/4", 4, "b1 - p2 - p3 -", 8),
    ("7/8", 8, "b1 - g2 - g3 - -", 8), ("7/8 (3+2+2)", 8, "b1 - - g2 - g3 -", 8),
    ("6/8", 8, "b1 - - - - - g2 - - - - -", 16), ("5/16 (2+3)", 16, "b1 - g2 - -", 16),
    ("2/2", 2, "b1 - p - g2 - p -", 8), ("8/4 (4+4)", 4, "b1 2 3 4 g5 6 7 8", 4),
    ("10/4 (2+3+2+3)", 4, "b1 2 g3 4 5 g6 7 g8 9 10", 4),
  ])
  func `bars, groups and beats begin where the metre says`(
    metre: String, unit: Int, marks: String, stepsPerWhole: Int
  ) throws {
    let metre = try Metre(parsing: metre, name: "test")
    let steps = metre.pulses * stepsPerWhole / unit
    let written = Panel.Bar(metre: metre, range: 0..<steps).marks.map { mark in
      let sign = ["", "p", "g", "b"][mark.border.rawValue] + (mark.count.map(String.init) ?? "")
      return sign.isEmpty ? "-" : sign
    }
    #expect(
      written.joined(separator: " ")
        == (stepsPerWhole == unit ? marks.replacing("p", with: "") : marks))
  }

  /// Worked by hand: a beat has a dot at each quarter of it, or at each part on which its notes lie.
  @Test(arguments: [
    ("dombyra | D........u..d...u...u... |", "1/48", "D  .  .  u  d   u   u   "),
    ("kick | x.....x..... |", "1/24", "x...x..."), ("kick | x...x.x..... |", "1/24", "x.xx.."),
    ("kick | x...x.x...x. |", "1/24", "x.xx.x"), ("hat | .....x...... |", "1/24", ".....x.  .  "),
    ("hat | x.......x....... |", "1/32", "x...x..."),
    ("hat | xx......x....... |", "1/32", "xx......x . . . "),
  ])
  func `a row has dots where its voice moves`(row: String, grid: String, cells: String) throws {
    let rhythm = try Rhythm.written("2/4", grid: grid, row)
    #expect(try written(rhythm) == [cells])
  }

  @Test(arguments: [
    ("dombyra | X--.x-.. |", "X--.x-.."), ("dombyra | ....x--- |", "....x---"),
    ("kick | X--.x-.. |", "X...x..."), ("bass | X-- |", "X--"),
  ])
  func `what is plucked or sung sounds on`(row: String, cells: String) throws {
    let rhythm = try Rhythm.written(cells.count == 3 ? "3/4" : "8/4", grid: "1/4", row)
    #expect(try written(rhythm) == [cells])
  }

  /// Law: the rows of a file are its cells, where its grid is no finer than a sixteenth.
  @Test(arguments: Repository.patternFiles)
  func `a row of a file is drawn as it is written`(path: String) throws {
    let text = try Repository.text(of: path)
    let rhythm = try Rhythm(parsing: text, name: path)
    guard rhythm.grid >= Fraction(1, 16) else { return }
    let rows = text.split(separator: "\n").filter { $0.contains("|") && !$0.hasPrefix("#") }
      .map { $0.drop { $0 != "|" }.filter { !" |".contains($0) } }
    #expect(try written(rhythm) == rows.map { String($0) })
  }

  @Test func `what cannot be drawn is refused`() throws {
    let onsets = [Fraction(1, 65_521), Fraction(1, 65_519)]
    let notes = onsets.map {
      Note(onset: $0, length: 1, stroke: .normal, velocity: Velocity(clamping: 90))
    }
    let rhythm = try Rhythm(
      origin: Origin(id: "x", name: "x", evidence: .reconstructed, source: "a test"),
      bars: [.common], grid: Fraction(1, 16), tempo: TempoRange(rate: 100...120),
      parts: [Rhythm.Part(voice: "kick", notes: notes)])
    #expect(throws: MusicError.tooFine) {
      try Picture(of: [Picture.Subject(rhythm, isFromFile: true)])
    }
  }

  private func written(_ rhythm: Rhythm) throws -> [String] {
    let picture = try Picture(of: [Picture.Subject(rhythm, isFromFile: true)])
    return picture.panels[0].rows.map { row in
      String(
        row.cells.map { cell in
          switch cell {
          case .gap: " "
          case .rest: "."
          case .hold: "-"
          case .note(let stroke): stroke.rawValue
          }
        })
    }
  }
}

extension Rhythm {
  /// A rhythm of one row, as a pattern file writes it.
  static func written(_ metre: String, grid: String, _ rows: String) throws -> Rhythm {
    let text = """
      name      Test
      metre     \(metre)
      grid      \(grid)
      tempo     100-120
      evidence  C
      source    a test

      \(rows)

      """
    return try Rhythm(parsing: text, name: "test")
  }
}
