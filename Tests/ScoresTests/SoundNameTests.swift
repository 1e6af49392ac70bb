import Music
import Notation
import Scores
import Testing

/// The sounds of General MIDI by parts of their names.
@Suite struct SoundNameTests {
  /// A word is itself before it is the beginning of another.
  @Test(arguments: [
    ("harp", 47), ("harps", 7), ("nylon guitar", 25), ("guitar nylon", 25), ("organ", 17),
    ("NYLON", 25), ("kal", 109), ("bass 1 synth", 39), ("sax", 65), ("bass", 33), ("piano", 1),
    ("violin", 41), ("viol", 41), ("voice", 54),
  ])
  func `a sound is found by whole words first`(name: String, number: Int) throws {
    let text = "bars(1)\na: note(\"c4\").program(\"\(name)\")"
    let shelf = Shelf(library: try Library(folders: []))
    let timeline = try Song(SourceText(name: "a.jorga", text), on: shelf).timeline()
    #expect(timeline.tracks[0].player?.program == Program(number))
  }
}
