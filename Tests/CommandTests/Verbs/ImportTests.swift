import Foundation
import MIDI
import Music
import Notation
import TestSupport
import Testing

@Suite struct ImportTests {
  private let folder = Folder()

  private func render(_ pattern: String, _ options: [String] = []) throws {
    let outcome = try Jorga.run(
      ["render", "--pattern", pattern, "-o", "beat.mid"] + options, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `a rhythm is printed with its head`() throws {
    try render("bd*4, ~ cp, [~ hh]*4", ["--bars", "2", "--tempo", "124"])
    let outcome = try Jorga.run(["import", "beat.mid", "--bars", "1"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        name      bd*4, ~ cp, [~ hh]*4
        region    imported
        metre     4/4
        grid      1/8
        tempo     124
        feel      straight
        evidence  A
        source    imported from beat.mid, bar 1
        note      A speaks of the steps in the MIDI file, not of what its maker had them from.

        kick      | x.x.x.x. |
        clap      | ....x... |
        hat       | .x.x.x.x |

        """)
  }

  @Test func `a file is written and summed up, and renders to the same notes`() throws {
    try render("house-garage-us", ["--bars", "4"])
    let outcome = try Jorga.run(
      ["import", "beat.mid", "-o", "out.pattern", "--name", "Mine", "--source", "me"], in: folder)
    #expect(outcome.errors == "")
    #expect(
      outcome.output
        == "out.pattern: 4 bars, 100 notes, 6 voices, grid 1/16, feel swing 62%, 122 BPM\n")
    let rhythm = try Rhythm(parsing: folder.text(of: "out.pattern"), name: "out.pattern")
    #expect(rhythm.origin.name == "Mine")
    #expect(rhythm.origin.source == "me")
    let again = try Jorga.run(
      ["render", "--pattern", "out.pattern", "--bars", "4", "-o", "again.mid"], in: folder)
    #expect(again.status == 0)
    let files = try ["beat.mid", "again.mid"].map { try MIDIFile(strictly: folder.bytes(of: $0)) }
    #expect(files[0].division == files[1].division)
    #expect(onsets(of: files[0]) == onsets(of: files[1]))
    #expect(try Jorga.run(["check", "out.pattern"], in: folder).status == 0)
  }

  /// Tick, key, velocity and channel of each key that goes down, in order.
  private func onsets(of file: MIDIFile) -> [[Int]] {
    file.tracks.flatMap { track in
      track.compactMap { event in
        guard case .message(.noteOn(let key, let level, let channel)) = event.event else {
          return nil
        }
        return [event.tick, key.number, level.value, channel == .drums ? 10 : 0]
      }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test func `a pattern that is there is replaced by force alone`() throws {
    try render("bd*4")
    try folder.write("precious", to: "out.pattern")
    let refused = try Jorga.run(["import", "beat.mid", "-o", "out.pattern"], in: folder)
    #expect(refused.status == 73)
    #expect(try folder.text(of: "out.pattern") == "precious")
    let forced = try Jorga.run(["import", "beat.mid", "-o", "out.pattern", "--force"], in: folder)
    #expect(forced.status == 0)
    #expect(try folder.text(of: "out.pattern").hasPrefix("name      bd*4\n"))
  }

  @Test func `what was repaired is told, the first three, and the import goes on`() throws {
    try render("bd*4", ["--bars", "1"])
    try folder.write(folder.bytes(of: "beat.mid") + [0, 0, 0], to: "beat.mid")
    let one = try Jorga.run(["import", "beat.mid"], in: folder)
    #expect(one.status == 0)
    #expect(one.output.contains("kick      | xxxx |\n"))
    #expect(one.errors.hasPrefix("beat.mid: byte "))
    #expect(one.errors.hasSuffix(": bytes behind the last chunk were passed over\n"))
    var bytes = try folder.bytes(of: "beat.mid")
    let length = bytes.count
    for index in bytes.indices.dropFirst() where bytes[index - 1] == 0x99 && bytes[index] == 36 {
      bytes[index] = 36 | 0x80
    }
    try folder.write(bytes, to: "beat.mid")
    let many = try Jorga.run(["import", "beat.mid"], in: folder)
    #expect(bytes.count == length)
    let lines = many.errors.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.last == "beat.mid: 2 repairs more: see 'jorga inspect'")
  }

  @Test func `a file that counts frames is read at a tempo, which is told`() throws {
    var track = Track()
    for beat in 0..<4 {
      let message = Message.noteOn(Key(clamping: 36), Level(clamping: 92), .drums)
      track.append(.message(message), at: beat * 500)
    }
    track.end = 2000
    let file = MIDIFile(format: .single, division: .perFrame(40, .television), tracks: [track])
    try folder.write(file.bytes, to: "smpte.mid")
    let told = try Jorga.run(["import", "smpte.mid"], in: folder)
    #expect(
      told.errors
        == "smpte.mid: it counts frames, not beats: they are those of 120 BPM, or of --tempo\n")
    #expect(told.output.contains("tempo     120\n"))
    #expect(told.output.contains("kick      | xxxx |\n"))
    let chosen = try Jorga.run(
      ["import", "smpte.mid", "--tempo", "60", "--metre", "2/4"], in: folder)
    #expect(chosen.errors == "")
    #expect(chosen.output.contains("metre     2/4\n"))
    #expect(chosen.output.contains("kick      | xxxx |\n"))
  }

  @Test func `tempi that no whole number says are noted`() throws {
    try render("bd*4", ["--tempo", "93.75", "--bars", "1"])
    let outcome = try Jorga.run(["import", "beat.mid"], in: folder)
    #expect(outcome.output.contains("tempo     94\n"))
    #expect(outcome.output.contains(" The file's tempo is 93.75.\n"))
  }

  @Test func `the groups of a metre come from the file, or are said`() throws {
    try render("bd*7", ["--metre", "7/8 (3+2+2)", "--bars", "2"])
    let found = try Jorga.run(["import", "beat.mid"], in: folder).output
    #expect(found.contains("metre     7/8 (3+2+2)\n"))
    let said = try Jorga.run(["import", "beat.mid", "--metre", "7/8"], in: folder).output
    #expect(said.contains("metre     7/8\n"))
  }

  @Test func `a track, a channel and a grid are chosen`() throws {
    try render("bd*4, c3*2, hh*8", ["--bars", "1"])
    let drums = try Jorga.run(
      ["import", "beat.mid", "--channel", "10", "--grid", "1/16"], in: folder
    ).output
    #expect(drums.contains("kick      | x...x...x...x... |\n"))
    #expect(drums.contains("grid      1/16\n"))
    #expect(!drums.contains("melody"))
    let line = try Jorga.run(["import", "beat.mid", "--track", "melody"], in: folder).output
    #expect(line.contains("melody     | x-x- |\n"))
    #expect(line.contains("source    imported from beat.mid, track melody, bar 1\n"))
    let all = try Jorga.run(["import", "beat.mid", "--drums", "--track", "3"], in: folder).output
    #expect(all.contains("drum-48") == false && all.contains("high-mid-tom"))
  }

  @Test(arguments: [
    (["beat.mid", "--bars", "9"], "it does not have bar 9", "choose some of 1-2"),
    (
      ["beat.mid", "--track", "x\u{1B}[2J"], "there is no track 'x·[2J'",
      "choose one of these: 2 kick"
    ),
    (
      ["beat.mid", "--channel", "1"], "no key goes down",
      "choose other bars, tracks or channels; 'jorga inspect' shows what there is"
    ),
    (
      ["beat.mid", "--grid", "1/3"],
      "notes of one voice have no step of their own on a grid of 1/3",
      "choose a finer --grid, or leave it out to have one found"
    ),
  ])
  func `what cannot be imported says why and what to do`(
    arguments: [String], message: String, advice: String
  ) throws {
    try render("bd*4", ["--bars", "2"])
    let outcome = try Jorga.run(["import"] + arguments, in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.bytes == [])
    #expect(outcome.errors == "beat.mid: error: \(message)\n\(advice)\n")
  }

  @Test(arguments: [("nowhere.mid", 66), (".", 66), ("text.mid", 65)])
  func `what is no MIDI file is refused`(name: String, status: Int32) throws {
    try folder.write("no music", to: "text.mid")
    let outcome = try Jorga.run(["import", name], in: folder)
    #expect(outcome.status == status)
    #expect(outcome.errors.hasPrefix("\(name): error: "))
  }

  /// Source: `sysexits.h`, EX_USAGE.
  @Test(arguments: [
    [], ["a.mid", "b.mid"], ["a.mid", "--bars", "0"], ["a.mid", "--bars", "4-3"],
    ["a.mid", "--bars", "x"], ["a.mid", "--bars", "1-2-3"], ["a.mid", "--bars", ""],
    ["a.mid", "--bars", "1-"], ["a.mid", "--channel", "0"], ["a.mid", "--channel", "17"],
    ["a.mid", "--grid", "16"], ["a.mid", "--grid", "2/16"], ["a.mid", "--grid", "1/0"],
    ["a.mid", "--grid", "1/9999"], ["a.mid", "--metre", "4/5"], ["a.mid", "--tempo", "0"],
    ["a.mid", "-o", "out.mid"], ["a.mid", "-o", ""],
  ])
  func `a command line that makes no sense ends with 64`(arguments: [String]) throws {
    let outcome = try Jorga.run(["import"] + arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.bytes.isEmpty)
    #expect(try folder.names == [])
  }

  @Test func `names from a file cannot break the pattern`() throws {
    var track = Track([TimedEvent(.meta(.text(.trackName, "| \u{1B}[31mfoo\n\u{202E}bar")), at: 0)])
    let message = Message.noteOn(Key(clamping: 60), Level(clamping: 84), Channel(clamping: 1))
    track.append(.message(message), at: 0)
    track.end = 1920
    let file = MIDIFile(format: .single, division: .perBeat(480), tracks: [track])
    try folder.write(file.bytes, to: "odd.mid")
    let outcome = try Jorga.run(["import", "odd.mid", "-o", "odd.pattern"], in: folder)
    #expect(outcome.errors == "")
    let text = try folder.text(of: "odd.pattern")
    #expect(text.hasPrefix("name      ·[31mfoo ·bar\n"))
    #expect(text.contains("\nmelody-31mfoo-bar | x--- |\n"))
    #expect(try Jorga.run(["check", "odd.pattern"], in: folder).status == 0)
  }

  @Test func `a pattern that would be too long is refused with what to do`() throws {
    var random = SplitMix64(seed: 1)
    let tracks = (0..<14).map { number in
      var track = Track()
      for step in 0..<16_000 where Int.random(in: 0..<4, using: &random) == 0 {
        let level = Level(clamping: .random(in: 1...127, using: &random))
        let key = Key(clamping: .random(in: 40...80, using: &random))
        let message = Message.noteOn(key, level, Channel.melodic[number])
        track.append(.message(message), at: step * 120 + .random(in: 0...30, using: &random))
      }
      return track
    }
    try folder.write(MIDIFile(division: .perBeat(480), tracks: tracks).bytes, to: "long.mid")
    let outcome = try Jorga.run(["import", "long.mid"], in: folder)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors == """
        long.mid: error: the pattern would have more than 1048576 bytes
        choose fewer bars, such as --bars 1-8, or some --track

        """)
  }
}
