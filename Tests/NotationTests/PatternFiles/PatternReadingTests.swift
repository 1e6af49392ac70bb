import Music
import Testing

@testable import Notation

@Suite struct PatternReadingTests {
  @Test func `every key of the head is read`() throws {
    let text = """
      name      Balbyrauyn, main cell
      native    Балбырауын
      gloss     one bar of the kuy: an eighth
      region    kazakh
      metre     2/4
      grid      1/16
      tempo     211-227
      feel      swing 50-56% 1/8
      evidence  B
      source    SAB-balbyrauyn p15 b1-3
      tags      kuy, tokpe,two-bar ,
      note      # The tempo is measured | on one recording.

      dombyra   | D.dud.u. |
      """
    let rhythm = try Rhythm(parsing: text, name: "Patterns/kazakh/balbyrauyn-core.pattern")
    #expect(
      rhythm.origin
        == Origin(
          id: "balbyrauyn-core", name: "Balbyrauyn, main cell", native: "Балбырауын",
          gloss: "one bar of the kuy: an eighth", region: "kazakh", evidence: .recalled,
          source: "SAB-balbyrauyn p15 b1-3", tags: ["kuy", "tokpe", "two-bar"],
          note: "# The tempo is measured | on one recording."))
    #expect(rhythm.bars == [Metre(pulses: 2, unit: 4)])
    #expect(rhythm.grid == Fraction(1, 16))
    #expect(rhythm.tempo == TempoRange(rate: 211...227))
    #expect(
      rhythm.feel
        == Swing(share: Fraction(1, 2)...Fraction(14, 25), unit: Fraction(1, 8))
        .map(Feel.swing))
    #expect(try listing(rhythm) == ["dombyra: D 0 1/4, d 1/2 1/4, u 3/4 1/4, d 1/1 1/4, u 3/2 1/4"])
  }

  @Test(arguments: [
    ("test.pattern", "test"), ("a/b.c/test.pattern", "test"), ("test", "test"),
    ("a/test.txt", "test.txt"),
  ])
  func `the id is the file's name`(name: String, id: String) throws {
    #expect(try Rhythm(parsing: Draft().text, name: name).origin.id == id)
  }

  @Test(arguments: [
    ("| Xxgx.... |", "X 0 1/2, x 1/2 1/2, g 1/1 1/2, x 3/2 1/2"),
    ("| DdUuti.. |", "D 0 1/2, d 1/2 1/2, U 1/1 1/2, u 3/2 1/2, t 2/1 1/2, i 5/2 1/2"),
    ("| mop..... |", "m 0 1/2, o 1/2 1/2, p 1/1 1/2"),
    ("| x--.x-x. |", "x 0 3/2, x 2/1 1/1, x 3/1 1/2"),
    ("| x------- |", "x 0 4/1"),
    ("| ....x--- | --..X... |", "x 2/1 3/1, X 6/1 1/2"),
    ("|x.x.x.x.|", "x 0 1/2, x 1/1 1/2, x 2/1 1/2, x 3/1 1/2"),
    ("|  x. x.  x.x. \t| x... .... |", "x 0 1/2, x 1/1 1/2, x 2/1 1/2, x 3/1 1/2, x 4/1 1/2"),
    ("| ........ |", ""),
  ])
  func `a row is read as a drummer writes it`(row: String, notes: String) throws {
    #expect(try listing(read("kick \(row)")) == ["kick: \(notes)"])
  }

  @Test(arguments: [
    ("x*4", "x 0 1/1, x 1/1 1/1, x 2/1 1/1, x 3/1 1/1"),
    ("x(3,8)", "x 0 1/2, x 3/2 1/2, x 3/1 1/2"),
    ("<X [x x]> g", "X 0 2/1, g 2/1 2/1, x 4/1 1/1, x 5/1 1/1, g 6/1 2/1"),
    ("x/2", "x 0 8/1"),
    ("x x x", "x 0 4/3, x 4/3 4/3, x 8/3 4/3, x 4/1 4/3, x 16/3 4/3, x 20/3 4/3"),
    ("~ x", "x 2/1 2/1, x 6/1 2/1"),
  ])
  func `a quoted row is one cycle a bar`(text: String, notes: String) throws {
    let isOneBar = !text.contains("/2") && !text.contains("<") && !text.contains(" ")
    let bars = isOneBar ? "| ........ |" : "| ........ | ........ |"
    let rhythm = try read("hat \(bars)\nkick \"\(text)\"")
    #expect(try listing(rhythm).last == "kick: \(notes)")
  }

  @Test func `a quoted row alone has as many bars as metres`() throws {
    let rhythm = try Rhythm(
      parsing: Draft(["metre": "4/4, 3/4"], rows: "kick \"x*2\"").text, name: "x")
    #expect(try listing(rhythm) == ["kick: x 0 2/1, x 2/1 2/1, x 4/1 3/2, x 11/2 3/2"])
  }

  @Test(arguments: [
    ("kick.velocity 112 80", [112, 80]), ("kick.velocity 100", [100, 100]),
    ("kick.velocity X=112 x=80", [112, 80]), ("kick.velocity x=80", [115, 80]),
    ("kick.velocity g=1", [115, 92]), ("kick.velocity X=1 x=127", [1, 127]),
  ])
  func `velocities are a list, or levels of letters`(line: String, values: [Int]) throws {
    let part = try #require(try read("kick | X... x... |\n\(line)")["kick"])
    #expect(part.notes.map(\.velocity.value) == values)
  }

  @Test(arguments: [
    ("kick.length 1/4", [Fraction(1), 1]),
    ("kick.length 1/16 3/8", [Fraction(1, 4), Fraction(3, 2)]),
    ("kick.length 5/1", [20, 20]),
  ])
  func `lengths are parts of a whole note`(line: String, lengths: [Fraction]) throws {
    let part = try #require(try read("kick | X... x... |\n\(line)")["kick"])
    #expect(part.notes.map(\.length) == lengths)
  }

  @Test(arguments: [
    ("0", Shift.none), ("+8ms", Shift(microseconds: 8000)), ("-8ms", Shift(microseconds: -8000)),
    ("+1/96", Shift(beats: Fraction(1, 24))), ("-1/96", Shift(beats: Fraction(-1, 24))),
    ("+1/96-8ms", Shift(beats: Fraction(1, 24), microseconds: -8000)),
    ("-1/96+0.5ms", Shift(beats: Fraction(-1, 24), microseconds: 500)), ("+1/1", Shift(beats: 4)),
    ("+0.001ms", Shift(microseconds: 1)),
  ])
  func `a shift is in milliseconds or parts of a whole note`(text: String, shift: Shift) throws {
    let part = try #require(try read("kick | X... x... |\nkick.shift \(text)")["kick"])
    #expect(part.notes.map(\.shift) == [shift, shift])
  }

  @Test func `keys, swing and shifts are said below their row`() throws {
    let rhythm = try read(
      """
      bass | X... x... |
      bass.key d2 .
      bass.feel swing 60% 1/8
      bass.shift 0 -5ms
      kick | x....... |
      kick.feel swing 66.7%
      """)
    let bass = try #require(rhythm["bass"])
    #expect(bass.notes.map(\.key) == [Key(38), nil])
    #expect(bass.notes.map(\.shift.microseconds) == [0, -5000])
    #expect(
      bass.feel
        == Swing(share: Fraction(3, 5)...Fraction(3, 5), unit: Fraction(1, 8)).map(Feel.swing))
    #expect(
      rhythm["kick"]?.feel
        == Swing(share: Fraction(667, 1000)...Fraction(667, 1000)).map(Feel.swing))
  }

  @Test(arguments: [
    ("4/4", [[2, 2]]), ("7/8", [[2, 2, 3]]), ("7/8 (3+2+2)", [[3, 2, 2]]),
    ("7/8(3+2+2)", [[3, 2, 2]]),
    ("7/8 ( 3 + 2 + 2 )", [[3, 2, 2]]), ("4/8, 3/8", [[2, 2], [3]]),
    ("4/8 (1+3),3/8 (2+1)", [[1, 3], [2, 1]]),
    (" 64/64", [Array(repeating: 2, count: 32)]),
  ])
  func `each bar may have a metre of its own`(text: String, groups: [[Int]]) throws {
    let text = Draft(["metre": text, "grid": "1/64"], rows: "kick \"x\"").text
    #expect(try Rhythm(parsing: text, name: "x").bars.map(\.groups) == groups)
  }

  @Test(arguments: [
    ("96", TempoRange(rate: 96...96)), ("118-126", TempoRange(rate: 118...126)),
    ("118 - 126", TempoRange(rate: 118...126)), ("4-999", TempoRange(rate: 4...999)),
    ("3/8=105-130", TempoRange(unit: Fraction(3, 8), rate: 105...130)),
    ("1/8 = 300", TempoRange(unit: Fraction(1, 8), rate: 300...300)),
  ])
  func `a tempo counts what it names`(text: String, tempo: TempoRange) throws {
    #expect(try Rhythm(parsing: Draft(["tempo": text]).text, name: "x").tempo == tempo)
  }

  @Test(
    arguments: [
      ("straight", nil, nil), ("swing 54%", Fraction(27, 50), Fraction(27, 50)),
      ("swing 25-75%", Fraction(1, 4), Fraction(3, 4)),
      ("swing  66.7%", Fraction(667, 1000), Fraction(667, 1000)),
    ] as [(String, Fraction?, Fraction?)])
  func `a feel is straight or swings`(text: String, low: Fraction?, high: Fraction?) throws {
    let feel = try Rhythm(parsing: Draft(["feel": text]).text, name: "x").feel
    if let low, let high {
      #expect(feel == Swing(share: low...high).map(Feel.swing))
    } else {
      #expect(feel == .straight)
    }
  }

  @Test func `comments, blank lines and line ends change nothing`() throws {
    let text = Draft().text
    let rhythm = try Rhythm(parsing: text, name: "x")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let commented = lines.flatMap { ["# a comment | x |", "", "\t# \"", "  \($0)  "] }
    for end in ["\n", "\r\n", "\r"] {
      #expect(try Rhythm(parsing: commented.joined(separator: end), name: "x") == rhythm)
    }
    #expect(try Rhythm(parsing: String(text.dropLast()), name: "x") == rhythm)
    #expect(try Rhythm(parsing: lines.reversed().joined(separator: "\n"), name: "x") == rhythm)
  }

  private func read(_ rows: String) throws -> Rhythm {
    try Rhythm(parsing: Draft(rows: rows).text, name: "test.pattern")
  }

  /// The notes of each voice, as letters with their onsets and lengths in quarter notes.
  private func listing(_ rhythm: Rhythm) throws -> [String] {
    rhythm.parts.map { part in
      let notes = part.notes.map { note in
        "\(note.stroke.rawValue) \(note.onset == 0 ? "0" : note.onset.description) \(note.length)"
      }
      return "\(part.voice): \(notes.joined(separator: ", "))"
    }
  }
}
