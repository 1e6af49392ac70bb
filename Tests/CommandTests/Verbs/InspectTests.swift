import Foundation
import Testing

@Suite struct InspectTests {
  private let folder = Folder()

  private func render(_ pattern: String, _ options: [String] = []) throws {
    let outcome = try Jorga.run(
      ["render", "--pattern", pattern, "-o", "beat.mid"] + options, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `a file is told in figures and drawn key by key`() throws {
    try render("bd*2, hh*4", ["--bars", "2", "--tempo", "96"])
    let outcome = try Jorga.run(["inspect", "beat.mid", "--ascii", "--bars", "1"], in: folder)
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        beat.mid: format 1, 960 ticks a quarter note
        length  2 bars, 0 min 5 s
        tempo   tick 0: 96 BPM
        metre   tick 0: 4/4

        TRACK  CHANNEL  PROGRAM  NOTES  KEYS      NAME
        1                        0                bd*2, hh*4
        2      10                4      c2-c2     kick
        3      10                8      f#2-f#2   hat

        track 2
        36 c2   x-------x-------

        track 3
        42 f#2  x---x---x---x---

        """)
  }

  @Test func `json counts notes and names what was repaired`() throws {
    try render("bd*2, c4 e4")
    var bytes = try folder.bytes(of: "beat.mid")
    bytes += [0, 0, 0]
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/beat.mid"))
    let outcome = try Jorga.run(["inspect", "beat.mid", "--json"], in: folder)
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.bytes)) as? [String: Any])
    let tracks = try #require(report["tracks"] as? [[String: Any]])
    #expect(tracks.map { $0["noteOns"] as? Int } == [0, 16, 16])
    #expect(tracks.map { $0["noteOffs"] as? Int } == [0, 16, 16])
    #expect(tracks.last?["programs"] as? [Int] == [1])
    let repairs = try #require(report["repairs"] as? [[String: Any]])
    #expect(repairs.map { $0["kind"] as? String } == ["trailingBytes"])
    #expect(repairs.first?["offset"] as? Int == bytes.count - 3)
    let refused = try Jorga.run(["inspect", "beat.mid", "--strict"], in: folder)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("byte \(bytes.count - 3)"))
  }

  @Test func `all events are listed as text`() throws {
    try render("bd", ["--bars", "1"])
    let lines = try Jorga.run(["inspect", "beat.mid", "--events"], in: folder).output
      .split(separator: "\n").map(String.init)
    #expect(lines.contains("2  0  note on channel 10 key 36 c2 velocity 92"))
    #expect(lines.last == "2  3840  end of track")
  }

  @Test(arguments: [("", 65), ("not a MIDI file", 65), ("MTrk", 65)])
  func `what is no MIDI file is refused`(text: String, status: Int32) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/x.mid"))
    let outcome = try Jorga.run(["inspect", "x.mid"], in: folder)
    #expect(outcome.status == status)
    #expect(outcome.errors.hasPrefix("x.mid: error: "))
  }

  @Test(arguments: ["nowhere.mid", "."])
  func `what is no file ends with 66`(name: String) throws {
    #expect(try Jorga.run(["inspect", name], in: folder).status == 66)
  }
}
