import Music
import Notation
import Scores
import TestSupport
import Testing

/// The word `strokes`: notes that are struck as another pattern is.
@Suite struct StrokesTests {
  private static let library = Result { try Library(folders: ["\(Repository.root)/Patterns"]) }

  private static func notes(_ track: String, metre: String = "4/4") throws -> [Struck] {
    let text = "metre(\"\(metre)\")\nbars(2)\na: \(track)"
    let song = try Song(
      SourceText(name: "a.jorga", text), on: Shelf(library: library.get()))
    return try song.timeline().tracks.flatMap { track in track.notes.map(Struck.init) }
      .sorted { ($0.onset, $0.key ?? 0) < ($1.onset, $1.key ?? 0) }
  }

  private struct Struck: Hashable {
    let onset: Fraction
    let length: Fraction
    let velocity: Velocity
    let shift: Shift
    var key: Int?

    init(_ note: Timeline.Note) {
      (onset, length) = (note.onset, note.length)
      (velocity, shift, key) = (note.velocity, note.shift, note.key?.number)
    }
  }

  /// Law: one long note is struck exactly as the rhythm is, the hardest of its voices counting.
  @Test(arguments: [
    "balbyrauyn-core", "adai-turn", "alatau-5", "korogly-7-223", "house-classic", "samba-batucada",
    "maqsum", "hiphop-boombap-1", "tintal", "kelinshek-lilt",
  ])
  func `a rhythm can be put on any note`(id: String) throws {
    let rhythm = try Self.library.get().rhythm(named: id)
    let metre = "\(rhythm.bars[0])"
    let found = try Self.notes("note(\"d3\").strokes(pattern(\"\(id)\"))", metre: metre)
    let hardest = Dictionary(
      try Self.notes("pattern(\"\(id)\")", metre: metre).map { ($0.onset, $0.velocity) },
      uniquingKeysWith: max)
    #expect(found.count == hardest.count)
    #expect(found.allSatisfy { $0.key == 50 && hardest[$0.onset] == $0.velocity })
  }

  /// Law: a line is struck by itself as it is.
  @Test(arguments: ["c3 e3", "c3 [e3 g3] ~ <a3 b3>", "c3(3,8)", "[c3 e3]*3", "~ c3@2 ~"])
  func `a line struck by itself is itself`(line: String) throws {
    let plain = "note(\"\(line)\").velocity(\"1 0.5\").swing(60%, 1/8)"
    let twice = "note(\"\(line)\").strokes(\(plain))"
    #expect(try Self.notes(twice) == Self.notes(plain))
  }

  @Test func `both notes of a chord are struck, and rests stay silent`() throws {
    let notes = try Self.notes("note(\"[d3,a3] ~\").strokes(s(\"bd*4\").velocity(\"1 0.5\"))")
    #expect(notes.map(\.onset) == [0, 0, 1, 1, 4, 4, 5, 5])
    #expect(notes.map(\.key) == [50, 57, 50, 57, 50, 57, 50, 57])
    #expect(notes.map(\.velocity.value) == Array(repeating: 127, count: 8))
    #expect(notes.map(\.length) == Array(repeating: 1, count: 8))
  }
}
