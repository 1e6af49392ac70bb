import Music
import Notation
import Scores
import TestSupport
import Testing

/// The scores of the course in `Examples`: what they mean, note for note.
@Suite struct CourseScoreTests {
  private static let files = Repository.files(below: "Examples", ending: ".jorga")

  private static let shelf = Result {
    Shelf(
      library: try Library(folders: ["\(Repository.root)/Patterns"]),
      folder: "\(Repository.root)/Examples")
  }

  private static func song(_ text: String, _ name: String) throws -> Song {
    try Song(SourceText(name: name, text), on: shelf.get())
  }

  private static func song(_ file: String) throws -> Song {
    try song(Repository.text(of: file), file)
  }

  /// Law: a printed score is the same piece.
  @Test(arguments: files)
  func `printing a score changes no note`(file: String) throws {
    let text = try Repository.text(of: file)
    let printed = try Score(parsing: text).description
    #expect(try Self.song(printed, file).timeline() == Self.song(text, file).timeline())
  }

  /// Law: some bars alone are those bars of the whole.
  @Test(arguments: files)
  func `any bar can be asked for alone`(file: String) throws {
    let song = try Self.song(file)
    let whole = try song.timeline()
    for bar in stride(from: 0, to: song.bars.count, by: 5) {
      let (begin, length) = (song.bars[bar].begin, song.bars[bar].metre.beats)
      let end = try begin + length
      let alone = try song.timeline(bars: bar..<bar + 1)
      let expected = try whole.tracks.flatMap { track in
        try track.notes.filter { begin <= $0.onset && $0.onset < end }
          .map { Onset(track.voice, $0, try $0.onset - begin) }
      }
      let found = alone.tracks.flatMap { track in
        track.notes.map { Onset(track.voice, $0, $0.onset) }
      }
      #expect(Set(found) == Set(expected), "bar \(bar)")
      #expect(found.count == expected.count)
    }
  }

  private struct Onset: Hashable {
    let voice: Voice
    let onset: Fraction
    let key: Key?
    let velocity: Velocity
    let shift: Shift

    init(_ voice: Voice, _ note: Timeline.Note, _ onset: Fraction) {
      (self.voice, self.onset) = (voice, onset)
      (key, velocity, shift) = (note.key, note.velocity, note.shift)
    }
  }

  @Test(arguments: files)
  func `every track of a score is heard`(file: String) throws {
    let song = try Self.song(file)
    let heard = try song.timeline().tracks.compactMap(\.player?.name)
    #expect(Set(heard) == Set(song.tracks))
  }

  /// Another seed is another piece where something is left to chance, and only there.
  @Test(arguments: files)
  func `seeds matter to dice alone`(file: String) throws {
    let song = try Self.song(file)
    var other = song
    other.seed += 1
    let chances = ["?", "|", "degrade", "sometimes", "rand", "perlin", "humanize"]
    let text = try Repository.text(of: file).split(separator: "\n")
      .filter { !$0.hasPrefix("//") }.joined()
    let isOther = try song.timeline().tracks != other.timeline().tracks
    let asks = chances.contains(where: text.contains)
    #expect(isOther == asks)
  }

  @Test(arguments: files)
  func `the notes are the stored ones`(file: String) throws {
    let name = file.split(separator: "/").last.map { $0.dropLast(".jorga".count) } ?? ""
    let listing = try Listing(Self.song(file)).text
    let fault = try Golden.fault(in: listing, storedAt: "Tests/Golden/scores/\(name).txt")
    #expect(fault == nil)
  }

  @Test func `a listing is what one would write by hand`() throws {
    let text = """
      title("x")
      metre("7/8")
      tempo(90)
      pickup(1/2)
      a: stack(note("~!6 62.25"), s("~!5 bd [~ hh]").swing(60%, 1/8)).velocity(1).volume(0.5)
      section("one", 1, [a])
      """
    let lines = try Listing(Self.song(text, "x")).text.split(separator: "\n")
    #expect(
      lines.dropLast() == [
        "x, bars: 2, seed 0",
        "one 1-1, 7/8, 90: a",
        "0 1       a hat                   controller 7 = 1/2",
        "0 1       a melody                bend +1/4",
        "0 1       a melody                d4   127 1/2",
        "0 1+1/2   a hat                   -    127 1/4",
        "1 6       a kick                  -    127 1/2 +1/10",
        "1 7       a melody                d4   127 1/2",
        "1 7+1/2   a hat                   -    127 1/4",
      ])
  }
}
