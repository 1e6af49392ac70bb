import Music
import Notation
import Scores
import Testing

/// Notes that last longer than a bar are still there when something asks what sounds.
@Suite struct LongNoteTests {
  private static func notes(_ track: String, bars: Int) throws -> [Timeline.Note] {
    let text = "bars(\(bars))\na: \(track)"
    let song = try Song(
      SourceText(name: "a.jorga", text), on: Shelf(library: try Library(folders: [])))
    return try song.timeline().tracks.flatMap(\.notes)
  }

  private static let long = [
    "note(\"c3\").slow(K)", "note(\"c3/K\")", "note(\"<c3@K>\")", "note(\"{c3}%[1/K]\")",
    "note(\"c3\").fast(1/K)", "note(\"c3*0.5\").slow(K).fast(2)", "note(\"[c3 e3]/<K>\").slow(2)",
    "stack(note(\"c3\").slow(K), silence)", "note(\"c3\").slow(K).late(1/4).early(1/4)",
  ]

  /// Law: what lasts some bars is struck in each of them.
  @Test(arguments: long, [1, 2, 3, 4, 7])
  func `a note is struck as long as it lasts`(source: String, bars: Int) throws {
    let source = source.split(separator: "K", omittingEmptySubsequences: false)
      .joined(separator: "\(bars)")
    let count = 2 * bars
    let expected = (0..<8 * count).map { Fraction($0, 2) }
    #expect(try Self.notes("\(source).segment(8)", bars: count).map(\.onset) == expected)
    #expect(try Self.notes("\(source).struct(\"x*8\")", bars: count).map(\.onset) == expected)
    #expect(try Self.notes("\(source).strokes(s(\"bd*8\"))", bars: count).map(\.onset) == expected)
  }

  /// Law: strokes of a slowed note are slowed strokes.
  @Test(arguments: [1, 2, 3, 4, 7], [2, 3, 8])
  func `long notes are plied over their bars`(bars: Int, strokes: Int) throws {
    #expect(
      try Self.notes("note(\"c3\").slow(\(bars)).ply(\(strokes))", bars: bars)
        == Self.notes("note(\"c3\").ply(\(strokes)).slow(\(bars))", bars: bars))
  }
}
