import MIDI
import Music
import Testing

@Suite struct RenderScoreTests {
  private let folder = Folder()

  private static let night = """
    title("Night")
    seed(7)
    tempo(120)
    let steppe = pattern("balbyrauyn-core")
    let amount = 30%
    drums: blend(steppe, pattern("house-classic"), amount)
    bass: note("d2 ~ [a2 d2] ~").slow(2).program("synth bass 1")
    hats: s("hh*8?")
    section("one", 4, [drums], tempo: 100)
    section("two", 6, [drums, bass, hats], tempo: ramp(118, 126))
    section("three", 2, [bass], tempo: 124, metre: "7/8")

    """

  init() throws {
    try folder.write(Self.night, to: "night.jorga")
  }

  private func render(_ arguments: [String]) throws -> Jorga.Outcome {
    try Jorga.run(["render"] + arguments, in: folder)
  }

  @Test(
    arguments: [
      ([], "12 bars, ", ", 3 tracks, 100-126 BPM"),
      (["--bars", "4"], "4 bars, ", "1 track, 100 BPM"),
      (["--bars", "5-5"], "1 bar, ", "3 tracks, 118-119 BPM"),
      (["--bars", "11-12"], "2 bars, ", "1 track, 124 BPM"),
      (["--tempo", "93.75"], "12 bars, ", "3 tracks, 93.75 BPM"),
    ] as [([String], String, String)])
  func `a score is written and summed up`(
    options: [String], beginning: String, end: String
  ) throws {
    let outcome = try render(["night.jorga", "-o", "out.mid"] + options)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("out.mid: \(beginning)"))
    #expect(outcome.output.hasSuffix("\(end)\n"))
  }

  /// Law: a range has the notes of the same bars of the whole piece.
  @Test(arguments: [1...1, 1...12, 3...6, 5...10, 10...11, 12...12])
  func `some bars are those bars cut out of the whole`(bars: ClosedRange<Int>) throws {
    let lengths = (1...12).map { Fraction($0 > 10 ? 7 : 8, 2) }
    let begin = lengths[..<(bars.lowerBound - 1)].reduce(0) { $0 + $1.approximation }
    let end = lengths[..<bars.upperBound].reduce(0) { $0 + $1.approximation }
    let range = "\(bars.lowerBound)-\(bars.upperBound)"
    let whole = try strikes(["night.jorga"])
    let part = try strikes(["night.jorga", "--bars", range])
    let cut = whole.filter { begin <= $0.beat && $0.beat < end }
      .map { Strike(beat: (($0.beat - begin) * 1e6).rounded() / 1e6, key: $0.key, level: $0.level) }
    #expect(part.sorted() == cut.sorted())
    #expect(!part.isEmpty)
  }

  private struct Strike: Hashable, Comparable {
    let beat: Double
    let key, level: Int

    static func < (left: Strike, right: Strike) -> Bool {
      (left.beat, left.key, left.level) < (right.beat, right.key, right.level)
    }
  }

  private func strikes(_ arguments: [String]) throws -> [Strike] {
    let outcome = try render(arguments + ["-o", "-"])
    #expect(outcome.errors == "")
    let file = try MIDIFile(strictly: outcome.bytes)
    guard case .perBeat(let ticks) = file.division else { return [] }
    return file.tracks.flatMap { track in
      track.compactMap { event in
        guard case .message(.noteOn(let key, let level, _)) = event.event, level.value > 0 else {
          return nil
        }
        let beat = Double(event.tick) / Double(ticks)
        return Strike(beat: (beat * 1e6).rounded() / 1e6, key: key.number, level: level.value)
      }
    }
  }

  @Test func `another seed is another variant, the score's own the usual one`() throws {
    let files = try [[], ["--seed", "7"], ["--seed", "8"]].map { options in
      try render(["night.jorga", "-o", "-"] + options).bytes
    }
    #expect(files[0] == files[1])
    #expect(files[0] != files[2])
  }

  @Test func `standard input is a score`() throws {
    let outcome = try Jorga.shell(
      "jorga render - -o piped.mid < night.jorga && jorga render night.jorga -o whole.mid",
      in: folder)
    #expect(outcome.errors == "")
    #expect(try folder.bytes(of: "piped.mid") == folder.bytes(of: "whole.mid"))
  }

  @Test func `each track is a file of its own`() throws {
    let outcome = try render(["night.jorga", "--stems", "stems"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "stems/01-drums.mid\nstems/02-bass.mid\nstems/03-hats.mid\n")
    #expect(try folder.names == ["night.jorga", "stems"])
  }

  @Test func `a pickup is bar 0 and not counted`() throws {
    try folder.write("pickup(1)\nbars(2)\na: s(\"bd*4\")\n", to: "up.jorga")
    #expect(try render(["up.jorga", "-o", "a.mid"]).output.contains(": 2 bars, 9 notes,"))
    #expect(
      try render(["up.jorga", "-o", "a.mid", "--bars", "0-0"]).output.contains(" 0 bars, 1 note,"))
    #expect(
      try render(["up.jorga", "-o", "a.mid", "--bars", "1-1"]).output.contains(" 1 bar, 4 notes,"))
    #expect(
      try render(["up.jorga", "-o", "a.mid", "--bars", "1"]).output.contains(" 1 bar, 5 notes,"))
  }

  // MARK: Settings

  @Test(arguments: [
    ("amount=1", "let amount = 30%", "let amount = 1"),
    ("amount = 0.5", "let amount = 30%", "let amount = 0.5"),
    ("amount=sine.slow(4)", "let amount = 30%", "let amount = sine.slow(4)"),
    (
      "steppe=s(\"bd(3,8)\").fast(2)", "let steppe = pattern(\"balbyrauyn-core\")",
      "let steppe = s(\"bd(3,8)\").fast(2)"
    ),
  ])
  func `a setting is what the score would say`(
    setting: String, old: String, new: String
  ) throws {
    try folder.write(Self.night.replacing(old, with: new), to: "other.jorga")
    let set = try render(["night.jorga", "-o", "-", "--set", setting])
    #expect(set.errors == "")
    #expect(set.bytes == (try render(["other.jorga", "-o", "-"]).bytes))
    #expect(set.bytes != (try render(["night.jorga", "-o", "-"]).bytes))
  }

  @Test func `several settings are made at once`() throws {
    let both = ["--set", "amount=1", "--set", "steppe=s(\"bd\")"]
    let outcome = try render(["night.jorga", "-o", "-"] + both)
    let text = Self.night.replacing("= 30%", with: "= 1")
      .replacing("pattern(\"balbyrauyn-core\")", with: "s(\"bd\")")
    try folder.write(text, to: "other.jorga")
    #expect(try outcome.bytes == render(["other.jorga", "-o", "-"]).bytes)
  }

  @Test(arguments: [
    (
      "amuont=1",
      """
      --set:1:1: error: the score defines no 'amuont'
      amuont=1
      ^
      did you mean 'amount'?

      """
    ),
    (
      "x=1",
      """
      --set:1:1: error: the score defines no 'x'
      x=1
      ^
      it has: steppe, amount

      """
    ),
    (
      "amount=(1",
      """
      --set amount:1:1: error: this '(' is not closed
      (1
      ^
      write ')' where it ends

      """
    ),
    (
      "amount",
      """
      --set:1:7: error: a '=' is missing here
      amount
            ^
      write '=', or take away what follows

      """
    ),
  ])
  func `a setting that is wrong is pointed at`(setting: String, errors: String) throws {
    let outcome = try render(["night.jorga", "-o", "out.mid", "--set", setting])
    #expect(outcome.status == 65)
    #expect(outcome.errors == errors)
    #expect(try folder.names == ["night.jorga"])
  }

  // MARK: What makes no sense

  @Test(arguments: [
    (["night.jorga"], "say where to write"),
    (["night.jorga", "-o", "a.mid", "--metre", "7/8"], "a score says its metre itself"),
    (["night.jorga", "-o", "a.pattern"], "a score becomes a MIDI file"),
    (["night.jorga", "--pattern", "bd", "-o", "a.mid"], "name a score, or say --pattern"),
    (["balbyrauyn-core", "-o", "a.mid"], "a score ends in .jorga"),
    (["--pattern", "bd", "-o", "a.mid", "--set", "a=1"], "--set is for scores"),
    (["--pattern", "bd", "-o", "a.mid", "--bars", "2-3"], "a range of --bars is for scores"),
    (["night.jorga", "-o", "a.mid", "--bars", "13-14"], "the piece has bars 1 to 12"),
    (["night.jorga", "-o", "a.mid", "--bars", "0-1"], "the piece has bars 1 to 12"),
    (["night.jorga", "-o", "a.mid", "--bars", "13"], "the piece has bars 1 to 12"),
    (["night.jorga", "-o", "a.mid", "--bars", "9999999999-9999999999"], "bars 1 to 12"),
    (["night.jorga", "-o", "a.mid", "--bars", "4-3"], "--bars is a number, or a range"),
    (["night.jorga", "-o", "a.mid", "--bars", "0"], "--bars is from 1"),
    (["night.jorga", "-o", "a.mid", "--set", "amount=0:1"], "say how many with --variants"),
    (["night.jorga", "-o", "a.mid", "--variants", "0"], "--variants is from 1"),
    (["night.jorga", "-o", "-", "--variants", "2"], "--variants are MIDI files"),
    (["night.jorga", "--stems", "a", "--variants", "2"], "--variants are MIDI files"),
  ])
  func `what makes no sense is said`(arguments: [String], message: String) throws {
    let outcome = try render(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message))
    #expect(try folder.names == ["night.jorga"])
  }
}
