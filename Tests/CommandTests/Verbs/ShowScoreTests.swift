import Foundation
import TestSupport
import Testing

@Suite struct ShowScoreTests {
  private let folder = Folder()

  private static let scores: [String: String] = [
    "night": """
    title("Almaty nights")
    tempo(122)
    seed(7)
    let steppe = pattern("balbyrauyn-core")
    drums: blend(steppe, pattern("house-classic"), ramp(0, 1, 16)).swing(54%)
    bass: note("d2 ~ [a2 d2] ~").slow(2).program("synth bass 1")
    dombyra: steppe.every(4, x => x.rev()).program("nylon guitar")
    section("bas buyn", 8, [dombyra])
    section("orta buyn", 16, [dombyra, drums], tempo: ramp(118, 126))
    section("sagha", 16, [dombyra, drums, bass], tempo: 124)
    """,
    "uneven": """
    title("Жетігендік: seven and its friends")
    pickup(1)
    metre("4/4", "7/8 (3+2+2)")
    a: s("bd*4")
    percussion-of-many-kinds: s("<~ hh*3 hh*7 hh*13 hh*40>")
    section("in", 1, [a])
    section("a part with quite a long name", 5, [a, percussion-of-many-kinds], metre: "3/4")
    section("out", 2, [percussion-of-many-kinds], tempo: 90)
    """,
    "long": """
    title("Long")
    a: s("bd*4")
    b: s("<bd*2 [bd bd]*8>/64")
    section("one", 700, [a, b])
    section("two", 1, [a])
    section("three", 299, [b])
    """,
    "plain": "bars(6)\na: s(\"<bd ~ ~>*2\")\n",
  ]

  init() throws {
    for (name, text) in Self.scores { try folder.write(text, to: "\(name).jorga") }
  }

  @Test(arguments: scores.keys.sorted(), [60, 80, 140])
  func `a score in a width`(name: String, columns: Int) throws {
    let outcome = try Jorga.run(
      ["show", "\(name).jorga"], in: folder, environment: ["COLUMNS": "\(columns)"])
    #expect(outcome.errors == "")
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= columns })
    try expect(outcome.output, "\(name)-\(columns).txt")
  }

  @Test(arguments: scores.keys.sorted())
  func `a score without Unicode`(name: String) throws {
    let plain = ["LC_ALL": "C", "COLUMNS": "60"]
    let outcome = try Jorga.run(["show", "\(name).jorga"], in: folder, environment: plain)
    #expect(outcome.output.allSatisfy { $0.isASCII })
    try expect(outcome.output, "\(name)-plain.txt")
    let asked = try Jorga.run(
      ["show", "\(name).jorga", "--ascii"], in: folder, environment: ["COLUMNS": "60"])
    #expect(asked.output == outcome.output)
  }

  @Test(arguments: scores.keys.sorted(), [1, 20, 27, 1000])
  func `a line is never wider than the page`(name: String, columns: Int) throws {
    let outcome = try Jorga.run(
      ["show", "\(name).jorga"], in: folder, environment: ["COLUMNS": "\(columns)"])
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= max(columns, 20) })
  }

  @Test func `a score as JSON`() throws {
    let outcome = try Jorga.run(["show", "uneven.jorga", "--json"], in: folder)
    try expect(outcome.output, "uneven.json")
  }

  @Test func `each note of a score`() throws {
    let outcome = try Jorga.run(["show", "uneven.jorga", "--events"], in: folder)
    try expect(outcome.output, "uneven-events.txt")
    let listed = try Jorga.run(["show", "uneven.jorga", "--events", "--json"], in: folder)
    let notes = try JSONSerialization.jsonObject(with: Data(listed.bytes)) as? [[String: Any]]
    #expect(notes?.count == outcome.output.split(separator: "\n").count - 1)
  }

  /// Law: the notes of the picture are those of the listing.
  @Test(arguments: ["night", "uneven", "plain"])
  func `the notes of bars are those that are listed`(name: String) throws {
    struct Piece: Decodable {
      struct Track: Decodable {
        let name: String
        let notes: Int
        let notesOfBars: [Int?]
      }
      let tracks: [Track]
    }
    let json = try Jorga.run(["show", "\(name).jorga", "--json"], in: folder)
    let events = try Jorga.run(["show", "\(name).jorga", "--events"], in: folder)
    let lines = events.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: " ").map(String.init)
    }
    let piece = try JSONDecoder().decode(Piece.self, from: Data(json.bytes))
    let first = name == "uneven" ? 0 : 1
    for track in piece.tracks {
      let own = lines.filter { $0[2] == track.name }
      #expect(track.notes == own.count)
      for (index, count) in track.notesOfBars.enumerated() {
        #expect((count ?? 0) == own.count { $0[0] == "\(index + first)" })
      }
    }
  }

  @Test(arguments: [
    ["night.jorga", "adai-bas"], ["night.jorga", "--necklace"], ["night.jorga", "--measures"],
    ["night.jorga", "--svg", "a.svg"], ["night.jorga", "--metre", "3/4"],
    ["night.jorga", "--voice", "kick"], ["night.jorga", "--events", "--cycles", "2"],
  ])
  func `what makes no sense is said`(arguments: [String]) throws {
    let outcome = try Jorga.run(["show"] + arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("score"))
  }

  private func expect(_ text: String, _ name: String) throws {
    let fault = try Golden.fault(in: text, storedAt: "Tests/Golden/score/\(name)")
    #expect(fault == nil)
  }
}
