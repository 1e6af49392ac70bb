import Foundation
import TestSupport
import Testing

@Suite struct PlayTests {
  private let folder = Folder()
  private static let scores = Repository.files(below: "Examples", ending: ".jorga")

  private func play(_ arguments: [String]) throws -> Jorga.Outcome {
    try Jorga.run(["play"] + arguments, in: folder)
  }

  /// A note of a piece: when, and what.
  private struct Note: Comparable {
    let microseconds: Int
    let words: String

    static func < (left: Note, right: Note) -> Bool {
      (left.words, left.microseconds) < (right.words, right.microseconds)
    }
  }

  /// The notes that a dry run sends; other lines are left out.
  private func notes(of lines: String) -> [Note] {
    lines.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count > 7, words[2] == "note", let seconds = Double(words[0]) else { return nil }
      let what = "\(words[3]) \(words[5]) \(words[7]) \(words[words.count - 1])"
      return Note(microseconds: Int((seconds * 1e6).rounded()), words: what)
    }.sorted()
  }

  /// Source of the times: mido, which turns ticks into seconds by itself.
  private static let times = """
    import mido, sys
    now = 0.0
    for message in mido.MidiFile(sys.argv[1]):
        now += message.time
        if message.type in ("note_on", "note_off"):
            on = message.type == "note_on"
            print(f"{now:.9f} x note {'on' if on else 'off'} channel {message.channel + 1} key "
                  f"{message.note} name velocity {message.velocity}")
    """

  /// Law: what is sent is what the rendered file holds, at the times that another program finds in it.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["JORGA_READERS"] != nil), arguments: scores)
  func `a score is played as it is rendered`(score: String) throws {
    let path = "\(Repository.root)/\(score)"
    let python = ProcessInfo.processInfo.environment["JORGA_READERS"] ?? ""
    _ = try Jorga.run(["render", path, "-o", "rendered.mid"], in: folder)
    try folder.write(Self.times, to: "times.py")
    let expected = notes(
      of: try Jorga.shell("\(python) times.py rendered.mid", in: folder).output)
    let played = notes(of: try play([path, "--dry-run"]).output)
    try #require(!played.isEmpty)
    #expect(played.map(\.words) == expected.map(\.words))
    for (one, other) in zip(played, expected) {
      #expect(abs(one.microseconds - other.microseconds) <= 1, "\(one.words)")
    }
    let file = notes(of: try play(["rendered.mid", "--dry-run"]).output)
    #expect(file == played)
  }

  @Test func `some bars are sent alone, and as they are in the whole`() throws {
    let path = "\(Repository.root)/Examples/22-form.jorga"
    let whole = try play([path, "--dry-run"]).output.split(separator: "\n")
    let part = try play([path, "--dry-run", "--bars", "3-4"]).output.split(separator: "\n")
    let ons = part.filter { $0.contains("note on") }
    #expect(!ons.isEmpty && ons.count < whole.count)
    let words = { (line: Substring) in line.split(separator: " ").dropFirst().joined(separator: " ")
    }
    let all = whole.map(words)
    #expect(ons.allSatisfy { all.contains(words($0)) })
  }

  @Test func `tracks that name a port go there`() throws {
    try folder.write(
      """
      bass: note("d2").port("moog")
      drums: s("bd*4")

      """, to: "two.jorga")
    let output = try play(["two.jorga", "--bars", "1", "--dry-run", "--to", "drums"]).output
    #expect(output.contains("moog  note on channel 1"))
    #expect(output.contains("drums  note on channel 10"))
    #expect(!output.contains("moog  note on channel 10"))
  }

  @Test(arguments: [
    (["house-classic", "--at", "0.5"], "one alone is not blended"),
    (["house-classic", "a.mid"], "'a.mid' cannot be blended: play it alone"),
    (["a.mid", "--tempo", "120"], "a MIDI file has its own tempo"),
    (["house-classic", "--set", "a=1"], "--set is for scores"),
    (["house-classic", "--lookahead", "5"], "--lookahead is from 20 to 5000 milliseconds"),
    (["house-classic", "--bars", "2-3"], "a range of --bars is for scores and MIDI files"),
    (["house-classic", "--dry-run", "--to", ""], "--to has no name"),
    (["house-classic", "--dry-run", "--to", "a", "--to", " "], "--to has no name"),
    (["house-classic", "--dry-run", "--from", ""], "--from has no name"),
    (["house-classic", "--dry-run", "--to", "a", "--to", "a"], "--to names one port twice"),
    (["house-classic", "--launch", "x"], "--launch is a key such as c2 or 36"),
    (["house-classic", "--dry-run", "--start", "9"], "the piece has bars 1 to 8"),
    (["house-classic", "--dry-run", "--start", "end"], "there are: house-classic"),
  ])
  func `what cannot be is refused`(arguments: [String], message: String) throws {
    let outcome = try play(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test(.enabled(if: !FileManager.default.fileExists(atPath: "/dev/snd/seq")))
  func `a machine without a sequencer is told what to do`() throws {
    let outcome = try play(["house-classic"])
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("error: cannot open the sequencer"))
    #expect(outcome.errors.contains("sudo modprobe snd-seq"))
  }
}
