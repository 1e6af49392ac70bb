import Music
import Notation
import TestSupport
import Testing

@testable import Drawing

@Suite struct GridTextTests {
  private static let inkings = [
    Inking(isPlain: false, isColoured: false), Inking(isPlain: true, isColoured: false),
    Inking(isPlain: false, isColoured: true), Inking(isPlain: true, isColoured: true),
  ]

  /// Law: read back without its lines and blanks, a picture has every stroke of each voice in order.
  @Test(arguments: 0..<12 as Range<UInt64>, [20, 60, 80, 140, 10_000])
  func `every stroke is drawn once`(seed: UInt64, columns: Int) throws {
    let rhythm = try Rhythm.uneven(seed: seed)
    let picture = try Picture(of: [Picture.Subject(rhythm, isFromFile: true)])
    for inking in Self.inkings.prefix(2) {
      let text = lines(of: picture, columns, inking)
      let strokes = rhythm.parts.map { part in
        text.filter { $0.hasPrefix(part.voice.name.prefix(3)) }
          .map { cells(of: $0, inking) }.joined().filter(\.isLetter)
      }
      #expect(strokes == rhythm.parts.map { String($0.notes.map(\.stroke.rawValue)) })
    }
  }

  /// Law: no line is wider than asked for, in any ink; without its colours it is the same.
  @Test(arguments: 0..<8 as Range<UInt64>, [1, 20, 33, 60, 80, 140])
  func `no line is wider than the page`(seed: UInt64, columns: Int) throws {
    let pair = try [seed, seed + 100].map { seed in
      Picture.Subject(
        try Rhythm.uneven(seed: seed), title: "a title that is longer than a page of some columns",
        isFromFile: true)
    }
    for subjects in [[pair[0]], pair] {
      guard let picture = try? Picture(of: subjects) else { continue }
      for inking in Self.inkings {
        let lines = self.lines(of: picture, columns, inking)
        #expect(lines.allSatisfy { $0.inkedColumns <= max(columns, GridText.leastColumns) })
        #expect(lines.allSatisfy { $0.last != " " })
        #expect(!inking.isPlain || lines.allSatisfy { $0.allSatisfy { $0.isASCII } })
        let plain = Inking(isPlain: inking.isPlain, isColoured: false)
        let bare = self.lines(of: picture, columns, plain)
        #expect(lines.map { $0.withoutColours.withoutTrailingBlanks } == bare)
      }
    }
  }

  /// Law: what begins together stands in one column, whatever bars it has.
  @Test(arguments: [60, 80, 140])
  func `what falls together stands together`(columns: Int) throws {
    let rhythms = [
      try Rhythm.written("7/8", grid: "1/8", "tek | x.x.x.. |"),
      try Rhythm.written("4/4", grid: "1/12", "dum | x..x.x..x..x |"),
    ]
    let picture = try Picture(of: rhythms.map { Picture.Subject($0, isFromFile: true) })
    let inking = Self.inkings[0]
    let lines = self.lines(of: picture, columns, inking)
    let first = try #require(lines.first { $0.hasPrefix("tek") })
    let second = try #require(lines.first { $0.hasPrefix("dum") })
    let tek = first.indices.filter { first[$0] == "x" }
    let dum = second.indices.filter { second[$0] == "x" }
    // The second stroke of both is one quarter from the beginning.
    let columnOfTek = first.distance(from: first.startIndex, to: tek[1])
    let columnOfDum = second.distance(from: second.startIndex, to: dum[1])
    #expect(columnOfTek == columnOfDum)
  }

  @Test func `accents are bold, ghosts and dots faint, and nothing is left switched on`() throws {
    let rhythm = try Rhythm.written("4/4", grid: "1/4", "kick | Xg.x |")
    let picture = try Picture(of: [Picture.Subject(rhythm, isFromFile: true)])
    let line = self.lines(of: picture, 80, Self.inkings[3])[1]
    #expect(
      line == """
        kick     \u{1B}[0;2m| \u{1B}[0;1mX \u{1B}[0;2mg : . \u{1B}[0mx \u{1B}[0;2m|\u{1B}[0m
        """)
  }

  @Test func `rulers count bars and beats`() throws {
    let rhythm = try Rhythm.written("4/8, 3/8, 3/8", grid: "1/8", "tek | x.x. | x.. | x.x |")
    let picture = try Picture(of: [Picture.Subject(rhythm, isFromFile: true)])
    let lines = self.lines(of: picture, 80, Self.inkings[0])
    #expect(
      lines == [
        "bar      1: 4/8      2: 3/8  3", "           1     2     1       1",
        "tek      ┃ x · │ x · ┃ x · · ┃ x · x ┃",
      ])
  }

  private func lines(of picture: Picture, _ columns: Int, _ inking: Inking) -> [String] {
    GridText(picture, columns: columns, inking: inking)
      .lines(titlesIn: max(columns, GridText.leastColumns))
  }

  /// The cells of a row without the name in front.
  private func cells(of row: String, _ inking: Inking) -> String {
    let edges: Set<Character> = inking.isPlain ? ["|", ":"] : ["┃", "│"]
    return String(row.drop { !edges.contains($0) })
  }
}

extension String {
  /// The text without the sequences that colour it.
  var withoutColours: String {
    split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map { index, piece in
      index == 0 ? String(piece) : String(piece.drop { $0 != "m" }.dropFirst())
    }.joined()
  }
}
