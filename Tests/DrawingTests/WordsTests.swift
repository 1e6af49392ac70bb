import Music
import Notation
import TestSupport
import Testing

@testable import Drawing

@Suite struct WordsTests {
  @Test(arguments: [
    ("abc", 3), ("Көроғлы", 7), ("ドンツク", 8), ("e\u{301}", 1), ("", 0), ("한국", 4), ("x\u{200B}y", 2),
  ])
  func `a text takes so many columns`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  /// Law: no line is too wide, and all words are there in order.
  @Test(arguments: Repository.patternFiles, [7, 20, 60])
  func `a text is wrapped whole`(path: String, columns: Int) throws {
    let origin = try Rhythm(parsing: Repository.text(of: path), name: path).origin
    for text in [origin.note, origin.gloss, origin.native, origin.source] {
      let lines = text.wrapped(to: columns)
      #expect(lines.allSatisfy { $0.columns <= columns && !$0.isEmpty && $0.last != " " })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test(arguments: [
    ("Ä. Zheldibaev", "A. Zheldibaev"), ("ñandú – “x”", "nandu - \"x\""), ("Көк", "???"),
    ("a\u{301}", "a"), ("1×2…", "1x2..."),
  ])
  func `a text is written in ASCII as well as can be`(text: String, plain: String) {
    #expect(text.inASCII == plain)
  }

  @Test(arguments: [("kick", 4, "kick"), ("snare", 4, "sna…"), ("ドンツク", 5, "ドン…"), ("x", 0, "")])
  func `a name that is too long is cut`(text: String, columns: Int, cut: String) {
    #expect(text.cut(to: columns) == cut)
  }

  @Test(arguments: [
    ("4/4", "4/4 (2+2)"), ("2/4", "2/4"), ("7/8 (3+2+2)", "7/8 (3+2+2)"),
    ("4/4, 4/4", "2 bars of 4/4 (2+2)"),
    ("7/8, 7/8, 2/4, 7/8", "4 bars: 2 of 7/8 (2+2+3), 2/4, 7/8 (2+2+3)"),
  ])
  func `metres are told with their groups`(metre: String, words: String) throws {
    let bars = metre.split(separator: ", ").map {
      $0.hasPrefix("4") ? "...." : $0.hasPrefix("2") ? ".." : "......."
    }
    let grid = metre.hasPrefix("7") ? "1/8" : "1/4"
    let rows = bars.map { grid == "1/8" && $0.count == 2 ? "...." : $0 }.joined(separator: " | ")
    let rhythm = try Rhythm.written(metre, grid: grid, "kick | \(rows) |")
    #expect(Facts(of: rhythm)["metre"] == [words])
  }

  @Test(arguments: [
    (Fraction(1, 4), 118...126, "118-126 BPM"), (Fraction(1, 4), 96...96, "96 BPM"),
    (Fraction(1, 8), 300...400, "300-400 eighths a minute (150-200 BPM)"),
    (Fraction(3, 8), 105...130, "105-130 dotted quarters a minute (157.5-195 BPM)"),
    (Fraction(1, 2), 85...105, "85-105 halves a minute (170-210 BPM)"),
    (Fraction(5, 8), 60...60, "60 notes of 5/8 a minute (150 BPM)"),
  ])
  func `tempi are told in what is counted, and in quarters`(
    unit: Fraction, rate: ClosedRange<Int>, words: String
  ) {
    #expect(TempoRange(unit: unit, rate: rate).inWords == words)
  }

  @Test func `rows that are documented otherwise are named, the best first`() throws {
    let text = """
      kick | x |
      kick.evidence B
      hat | x |
      snare | x |
      snare.evidence A
      clap | x |
      clap.evidence B
      """
    let rhythm = try Rhythm.written("1/4", grid: "1/4", text)
    #expect(
      Facts(of: rhythm)["evidence"] == [
        "C: a reconstruction, not a tradition", "A for snare: a notation was opened",
        "B for kick, clap: recalled from a named work or common practice, not opened again",
      ])
  }

  @Test func `a letter that is the rhythm's own is no exception`() throws {
    let rhythm = try Rhythm.written("1/4", grid: "1/4", "kick | x |\nkick.evidence C")
    #expect(Facts(of: rhythm)["evidence"] == ["C: a reconstruction, not a tradition"])
  }

  @Test(arguments: [
    ("snare.shift +10ms", ["snare: 10 ms late"]), ("snare.shift -5ms", ["snare: 5 ms early"]),
    ("snare.shift +1/96", ["snare: 1/96 note late"]),
    ("snare.shift -1/96+2ms", ["snare: 1/96 note early and 2 ms late"]),
    ("snare.shift 0 +8ms", ["snare: 0, 8 ms late"]), ("snare.key d2", ["snare: key d2"]),
    ("snare.key d2 .", ["snare: keys d2 ."]),
    ("snare.shift +1.5ms\nsnare.key a2", ["snare: 1.5 ms late", "snare: key a2"]), ("", []),
  ])
  func `shifts and keys are told`(property: String, words: [String]) throws {
    let rhythm = try Rhythm.written("2/4", grid: "1/4", "snare | xx |\n\(property)")
    #expect(Remarks(on: rhythm).voices == words)
  }
}
