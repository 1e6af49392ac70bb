import Foundation
import FoundationXML
import Music
import Notation
import TestSupport
import Testing

@testable import Drawing

@Suite struct PosterTests {
  /// Law: the file is well-formed, stands alone, and everything in it lies on its paper.
  @Test(arguments: Repository.patternFiles)
  func `a poster of each rhythm of the library`(path: String) throws {
    let svg = try Poster([subject(path)]).svg()
    let sheet = try #require(Sheet(svg))
    #expect(svg.hasPrefix(Poster.beginning) && svg.hasSuffix("</svg>\n"))
    expectSelfContained(svg)
    #expect(sheet.strangers == [])
    #expect(
      sheet.classes.isSubset(
        of: Set(Palette.allCases.flatMap { ["jorga", $0.rawValue, "\($0.rawValue)-line"] })))
    #expect(try Poster([subject(path)]).svg() == svg)
  }

  /// Law: each onset is a bead of the grid, and a bead of the necklace.
  @Test(arguments: Repository.patternFiles)
  func `every onset is a bead twice`(path: String) throws {
    let subject = try subject(path)
    let sheet = try #require(Sheet(try Poster([subject]).svg()))
    let beads = subject.rhythm.parts.map { (Palette(of: $0.voice).rawValue, $0.notes.count) }
    #expect(
      sheet.beads
        == Dictionary(beads, uniquingKeysWith: +).filter { $0.value > 0 }.mapValues { 2 * $0 })
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `a poster of two rhythms of any bars`(seed: UInt64) throws {
    let subjects = try [seed, seed + 50].map {
      Picture.Subject(try Rhythm.uneven(seed: $0), isFromFile: $0 < 50)
    }
    guard let svg = try? Poster(subjects).svg() else { return }
    let sheet = try #require(Sheet(svg))
    #expect(sheet.strangers == [])
    expectSelfContained(svg)
  }

  @Test(arguments: [
    "<Көк & \"жер\">", "a]]>b", "</title><script>alert(1)</script>", "&amp; &#0;", "'\"'", "دو",
    "नमस्ते", "می‌خواهم",
  ])
  func `a name is told as it is`(name: String) throws {
    var rhythm = try Rhythm.written("4/4", grid: "1/4", "kick | x.x. |")
    rhythm.origin.name = name
    rhythm.origin.source = name
    let svg = try Poster([Picture.Subject(rhythm, isFromFile: true)]).svg()
    let sheet = try #require(Sheet(svg))
    #expect(sheet.texts.joined().hasPrefix(name))
    #expect(sheet.title == name)
    #expect(sheet.texts.contains("Source: \(name)"))
    expectSelfContained(svg)
  }

  @Test(arguments: ["a\u{0}b", "a\u{1B}b", "a\u{FFFF}b", "a\u{202E}b", "a\u{85}b", "a\u{2028}b"])
  func `characters that XML has not are left out`(name: String) throws {
    var rhythm = try Rhythm.written("4/4", grid: "1/4", "kick | x.x. |")
    rhythm.origin.name = name
    let sheet = try #require(Sheet(try Poster([Picture.Subject(rhythm, isFromFile: true)]).svg()))
    #expect(sheet.title == "ab")
  }

  @Test func `a mini-notation has no source, and a long one is cut`() throws {
    var rhythm = try Rhythm.written("4/4", grid: "1/4", "kick | x.x. |")
    rhythm.origin.name = Array(repeating: "bd*4", count: 4000).joined(separator: " ")
    let svg = try Poster([Picture.Subject(rhythm, isFromFile: false)]).svg()
    let sheet = try #require(Sheet(svg))
    #expect(sheet.title.count <= 60)
    #expect(!sheet.texts.contains { $0.hasPrefix("Source") || $0.hasPrefix("Evidence") })
    #expect(sheet.strangers == [])
  }

  @Test func `a rhythm without voices is drawn all the same`() throws {
    let empty = try Rhythm(
      origin: Origin(id: "x", name: "x", evidence: .reconstructed, source: "a test"),
      bars: [.common], grid: Fraction(1, 16), tempo: TempoRange(rate: 100...120), parts: [])
    let other = try Rhythm.written("4/4", grid: "1/4", "kick | x.x. |")
    for rhythms in [[empty], [empty, other], [other, empty]] {
      let svg = try Poster(rhythms.map { Picture.Subject($0, isFromFile: true) }).svg()
      #expect(try #require(Sheet(svg)).strangers == [])
      let inking = Inking(isPlain: false, isColoured: false)
      let style = Page.Style(columns: 60, inking: inking, hasNecklace: true)
      let page = Page(rhythms.map { Picture.Subject($0, isFromFile: true) }, style: style)
      #expect(try page.text().contains("4/4"))
    }
  }

  @Test func `the picture is told in words`() throws {
    let rhythm = try Rhythm.written("2/4, 2/4", grid: "1/16", "dombyra | D.dud.u. | d--.u... |")
    let svg = try Poster([Picture.Subject(rhythm, isFromFile: true)]).svg()
    #expect(
      svg.contains(
        "<desc>Test: metre 2 bars of 2/4. tempo 100-120 BPM. feel straight. "
          + "evidence C: a reconstruction, not a tradition. source a test. "
          + "dombyra D.dud.u. | d--.u....</desc>"))
  }

  @Test func `a poster that would be too large is refused`() throws {
    let row = String(repeating: "x...", count: 4)
    let bars = Array(repeating: row, count: 1000).joined(separator: " | ")
    let rhythm = try Rhythm.written(
      Array(repeating: "4/4", count: 1000).joined(separator: ", "), grid: "1/16",
      (1...5).map { "voice-\($0) | \(bars) |" }.joined(separator: "\n"))
    #expect(throws: MusicError.tooMuch) {
      try Poster([Picture.Subject(rhythm, isFromFile: true)]).svg()
    }
  }

  /// Worked by hand.
  @Test(arguments: [
    (0.0, "0"), (-0.001, "0"), (1, "1"), (2.5, "2.5"), (1.005, "1"), (-3.14159, "-3.14"),
    (1234.567, "1234.57"), (-0.06, "-0.06"),
  ])
  func `numbers have two decimals at most`(number: Double, text: String) {
    #expect(number.inSVG == text)
  }

  private func expectSelfContained(_ svg: String) {
    for word in ["href", "url(", "<script", "<image", "@import", "@font-face", "<foreignObject"] {
      #expect(!svg.contains(word), "\(word)")
    }
    #expect(svg.ranges(of: "http").count == 1)
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }

  private func subject(_ path: String) throws -> Picture.Subject {
    Picture.Subject(try Rhythm(parsing: Repository.text(of: path), name: path), isFromFile: true)
  }
}
