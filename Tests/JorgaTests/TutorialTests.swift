import Jorga
import TestSupport
import Testing

/// The tutorial: each of its scores is played, and its Swift is its last score.
@Suite struct TutorialTests {
  private static let page = "Sources/Jorga/Jorga.docc/TenMinutes.md"

  /// The blocks of a language on the page.
  private static func blocks(of language: String) throws -> [String] {
    try Repository.text(of: page).split(separator: "```\(language)\n").dropFirst().map { block in
      String(block.prefix(upTo: block.firstRange(of: "```")?.lowerBound ?? block.endIndex))
    }
  }

  private static func bytes(_ text: String) throws -> [UInt8] {
    let library = try Library(folders: ["\(Repository.root)/Patterns"])
    let song = try Song(SourceText(name: "page", text), on: Shelf(library: library))
    return MIDIFile(try Performance(of: song.timeline(), on: .generalMIDI)).bytes
  }

  @Test func `each score of the tutorial is another piece`() throws {
    let pieces = try Self.blocks(of: "jorga").map(Self.bytes)
    #expect(pieces.count == 6)
    #expect(Set(pieces).count == pieces.count)
  }

  @Test func `the Swift of the tutorial is its last score`() throws {
    let library = try Library(folders: ["\(Repository.root)/Patterns"])
    let steppe = pattern("balbyrauyn-core")
    var score = Score(title: "Ten minutes", tempo: 118, seed: 7)
    let drums = score.track(
      "drums", steppe.blend(with: pattern("house-classic"), .ramp(0, 1, bars: 8)).swing(0.54))
    let bass = score.track("bass", note("d2 ~ [a2 d2] ~").slow(2).program("synth bass 1"))
    let dombyra = score.track("dombyra", steppe.program("nylon guitar"))
    score.section("alone", bars: 4, [dombyra])
    score.section("walk", bars: 8, [dombyra, drums], tempo: .ramp(118, 124))
    score.section("club", bars: 8, [dombyra, drums, bass], tempo: 124)
    score.section("farewell", bars: 4, [dombyra.degradeBy(0.3), drums.only("hat")])
    let last = try #require(try Self.blocks(of: "jorga").last)
    #expect(try score.midiFile(on: library).bytes == Self.bytes(last))
    let swift = try #require(try Self.blocks(of: "swift").last)
    for line in swift.split(separator: "\n")
    where line.contains("score.") && !line.contains("midiFile") {
      #expect(try Repository.text(of: "Tests/JorgaTests/TutorialTests.swift").contains(line))
    }
  }
}
