import Jorga
import TestSupport
import Testing

@Suite struct RenderingTests {
  /// Law: a score built in Swift is the same music as its text, to the byte.
  @Test func `a score in Swift renders to the bytes of its text`() throws {
    let library = try Library(folders: ["\(Repository.root)/Patterns"])
    var score = Score(
      title: "both", tempo: .ramp(118, 126), metre: "7/8", key: "d minor", seed: 3, pickup: 1)
    let steppe = score.define("steppe", pattern("korogly-slow"))
    let drums = score.track(
      "drums", steppe.blend(with: pattern("house-classic"), .sine.slow(4)).degradeBy(0.2))
    let line = score.track("line", n("0 2 <4 7>").scale("d dorian").sometimes { $0.add(2) })
    score.section("one", bars: 4, [drums])
    score.section("two", bars: 4, [drums.only("hat"), line], tempo: 124, metre: "4/4")
    let text = """
      title("both")
      tempo(ramp(118, 126, 16))
      metre("7/8")
      key("d minor")
      seed(3)
      pickup(1)
      let steppe = pattern("korogly-slow")
      drums: steppe.blend(pattern("house-classic"), sine().slow(4)).degradeBy(0.2)
      line: n("0 2 <4 7>").scale("d dorian").sometimes(x => x.add(2))
      section("one", 4, [drums])
      section("two", 4, [drums.only("hat"), line], tempo: 124, metre: "4/4")

      """
    #expect(score.description == text)
    let song = try Song(SourceText(name: "two.jorga", text), on: Shelf(library: library))
    let timeline = try song.timeline()
    #expect(!timeline.tracks.isEmpty)
    let bytes = MIDIFile(try Performance(of: timeline, on: .generalMIDI)).bytes
    #expect(try score.midiFile(on: library).bytes == bytes)
  }

  @Test func `a fault points into the printed score`() throws {
    let library = try Library(folders: ["\(Repository.root)/Patterns"])
    var score = Score()
    score.track("a", pattern("balbyraun-core"))
    let faults = #expect(throws: ScoreFaults.self) { try score.song(on: library) }
    #expect(
      faults?.description == """
        score:1:12: error: no pattern is called 'balbyraun-core'
        a: pattern("balbyraun-core")
                   ^
        did you mean 'balbyrauyn-core'?
        """)
  }
}
