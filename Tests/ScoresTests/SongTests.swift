import Music
import Notation
import Scores
import Testing

struct SongTests {
  @Test func `a track of one voice is a note a beat`() throws {
    let song = try Song(SourceText(name: "a.jorga", "bars(1)\ndrums: s(\"bd*4\")"), on: .empty)
    let timeline = try song.timeline()
    #expect(timeline.tracks.map(\.voice) == ["kick"])
    #expect(timeline.tracks[0].notes.map(\.onset) == [0, 1, 2, 3])
  }
}

extension Shelf {
  /// A shelf with nothing on it.
  static var empty: Shelf {
    get throws { Shelf(library: try Library(folders: [])) }
  }
}
