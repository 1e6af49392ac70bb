import MIDI
import Music
import TestSupport
import Testing

@Suite struct RenderTests {
  private let folder = Folder()

  @Test(arguments: [
    (["bd(3,8), hh*8", "--bars", "4", "--tempo", "124"], "4 bars, 44 notes, 2 tracks, 124 BPM"),
    (["adai-bas"], "8 bars, 64 notes, 1 track, 210 BPM"),
    (["bd", "--bars", "1"], "1 bar, 1 note, 1 track, 120 BPM"),
    (["bd", "--bars", "10000", "--tempo", "4"], "10000 bars, 10000 notes, 1 track, 4 BPM"),
    (["~", "--bars", "2"], "2 bars, 0 notes, 0 tracks, 120 BPM"),
    (["bd", "--tempo", "93.75"], "8 bars, 8 notes, 1 track, 93.75 BPM"),
  ])
  func `a file is written and summed up`(arguments: [String], summary: String) throws {
    let outcome = try Jorga.run(["render", "-o", "out.mid", "--pattern"] + arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output == "out.mid: \(summary)\n")
    #expect(try folder.bytes(of: "out.mid").starts(with: Array("MThd".utf8)))
  }

  @Test(arguments: [
    ("bd*4", "960 ticks a quarter note; the largest rounding is 0 ticks"),
    ("bd*7", "6720 ticks a quarter note; the largest rounding is 0 ticks"),
    ("bd*7, hh*11, sd*13, oh*17", "17017 ticks a quarter note; the largest rounding is 0 ticks"),
    (
      "bd*7, hh*11, sd*13, oh*17, cp*19",
      "960 ticks a quarter note; the largest rounding is 0.474 ticks"
    ),
  ])
  func `the rounding of times is told on request`(text: String, line: String) throws {
    let outcome = try Jorga.run(
      ["render", "--pattern", text, "-o", "out.mid", "--verbose"], in: folder)
    #expect(outcome.output.split(separator: "\n").dropFirst() == [line[...]])
  }

  @Test func `the same command gives the same bytes`() throws {
    let files = try ["1", "1", "2"].map { seed in
      try Jorga.run(
        ["render", "--pattern", "bd? [hh|oh]*7 sd?", "-o", "-", "--seed", seed], in: folder
      ).bytes
    }
    #expect(files[0] == files[1])
    #expect(files[0] != files[2])
  }

  @Test(arguments: Repository.patternFiles)
  func `a rhythm of the library is written as the file it was`(path: String) throws {
    let name = try #require(path.split(separator: "/").last)
    let outcome = try Jorga.run(
      ["render", "--pattern", "\(Repository.root)/\(path)", "-o", "\(name)"], in: folder)
    #expect(outcome.errors == "")
    #expect(try folder.text(of: "\(name)") == Repository.text(of: path))
  }

  @Test(arguments: ["bd(3,8), hh*8", "<bd sd> [hh hh hh]", "c4 e4 . g4", "bd? sd?"])
  func `a mini-notation that is written as a pattern reads back`(text: String) throws {
    let written = try Jorga.run(["render", "--pattern", text, "-o", "out.pattern"], in: folder)
    #expect(written.status == 0)
    let drawn = try Jorga.run(["show", text], in: folder)
    let shown = try Jorga.run(["show", "out.pattern"], in: folder)
    #expect(shown.status == 0)
    #expect(shown.errors == "")
    #expect(shown.output.hasSuffix(drawn.output))
  }

  @Test(arguments: ["xx_y", "8~", "a.b", "~", "<bd ~>"])
  func `a pattern file is readable or not written at all`(text: String) throws {
    let written = try Jorga.run(
      ["render", "--pattern", "[\(text)]", "-o", "out.pattern"], in: folder)
    if written.status == 0 {
      let checked = try Jorga.run(["check", "out.pattern"], in: folder)
      #expect(checked.errors == "")
      #expect(checked.status == 0)
    } else {
      #expect(written.status == 65)
      #expect(try folder.names == [])
    }
  }

  @Test(arguments: [
    ("bd*200", ["--bars", "10000"], MusicError.tooMuch.message),
    ("~!60000", ["--bars", "10000"], MusicError.tooMuch.message),
  ])
  func `a piece that is too much is refused`(
    text: String, options: [String], message: String
  ) throws {
    let outcome = try Jorga.run(
      ["render", "--pattern", text, "-o", "out.mid"] + options, in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("error: \(message)"))
    #expect(try folder.names == [])
  }
}
