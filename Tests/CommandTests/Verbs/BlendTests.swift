import Composer
import Foundation
import Testing

@Suite struct BlendTests {
  private let folder = Folder()

  private static let pairs = [
    ("adai-bas", "house-classic"), ("house-classic", "adai-bas"), ("nawakht", "nawakht"),
    ("break-amen-4bar", "break-amen-4bar"), ("balbyrauyn-core", "bossa-nova"),
  ]

  /// Law: of rhythms of one metre, the blend at 0 is the first and at 1 the second, with any fit.
  @Test(arguments: pairs, Fit.allCases)
  func `at the ends stand the rhythms themselves`(pair: (String, String), fit: Fit) throws {
    for (amount, name) in [("0", pair.0), ("1", pair.1)] {
      let blend = try blend(pair.0, pair.1, "--at", amount, "--fit", fit.rawValue)
      #expect(try events(of: blend) == events(of: name))
    }
  }

  /// Three quarters, four quarters and seven eighths, each with a stroke at the head of each group.
  @Test(arguments: [
    ("three", "four", "stretch", ["kick 0/1 2/1"], ["snare 0/1 2/1"]),
    ("three", "four", "regroup", ["kick 0/1 2/1"], ["snare 0/1 2/1"]),
    (
      "three", "four", "tile", ["kick 0/1 3/2 3/1 9/2 6/1 15/2 9/1 21/2"],
      ["snare 0/1 2/1 4/1 6/1 8/1 10/1"]
    ),
    ("four", "three", "stretch", ["snare 0/1 3/2"], ["kick 0/1 3/2"]),
    (
      "four", "three", "tile", ["snare 0/1 2/1 4/1 6/1 8/1 10/1"],
      ["kick 0/1 3/2 3/1 9/2 6/1 15/2 9/1 21/2"]
    ),
    ("seven", "seventh", "regroup", ["tek 0/1 3/2 5/2"], ["dum 0/1 3/2 5/2"]),
    ("seven", "seventh", "stretch", ["tek 0/1 1/1 2/1"], ["dum 0/1 3/2 5/2"]),
    ("seven", "seventh", "tile", ["tek 0/1 1/1 2/1"], ["dum 0/1 3/2 5/2"]),
    ("four", "seven", "stretch", ["snare 0/1 7/4"], ["tek 0/1 1/1 2/1"]),
  ])
  func `rhythms of different bars meet`(
    first: String, second: String, fit: String, start: [String], end: [String]
  ) throws {
    try writeFour()
    let names = ["\(first).pattern", "\(second).pattern"]
    for (amount, rows) in [("0", start), ("1", end)] {
      let blend = try blend(names[0], names[1], "--at", amount, "--fit", fit)
      #expect(try onsets(of: blend) == rows)
    }
  }

  @Test(arguments: [("three", "four", "regroup"), ("seven", "seventh", "tile")])
  func `without a word on how to meet, whole multiples tile and others regroup`(
    first: String, second: String, fit: String
  ) throws {
    try writeFour()
    let names = ["\(first).pattern", "\(second).pattern"]
    let usual = try Jorga.run(["blend"] + names, in: folder)
    let said = try Jorga.run(["blend"] + names + ["--fit", fit], in: folder)
    #expect(usual.output == said.output)
    #expect(usual.output.contains("\nfit: \(fit)\n"))
  }

  @Test func `halfway is what is usual`() throws {
    let said = try Jorga.run(["blend", "adai-bas", "house-classic", "--at", "0.5"], in: folder)
    let usual = try Jorga.run(["blend", "adai-bas", "house-classic"], in: folder)
    #expect(said.output == usual.output)
    #expect(said.output.hasPrefix("50%\n"))
  }

  @Test func `a blend is drawn with what becomes what`() throws {
    try writeFour()
    let outcome = try Jorga.run(["blend", "four.pattern", "clap.pattern", "--at", "0"], in: folder)
    #expect(outcome.status == 0)
    #expect(
      outcome.output.withoutTrailingBlanks == """
        0%
                   1     2     3     4
        snare    ┃ x · ┊ · · │ x · ┊ · · ┃
        sounds: snare ↔ clap

        """)
  }

  @Test func `a sweep is drawn bar by bar`() throws {
    let outcome = try Jorga.run(
      ["blend", "adai-bas", "house-classic", "--sweep", "0:1", "--bars", "5"], in: folder)
    let heads = outcome.output.split(separator: "\n").compactMap { line in
      line.split(separator: "  ").first.flatMap { $0.hasSuffix("%") ? $0 : nil }
    }
    #expect(heads == ["A 0%", "25%", "50%", "75%", "B 100%"])
  }

  @Test(arguments: [
    ["--at", "0.3"], ["--sweep", "0:1", "--bars", "16"], ["--sweep", "1:0", "--bars", "7"],
    ["--sweep", "0.2:0.2"], ["--sweep", "0:1", "--bars", "1"], ["--fit", "tile", "--bars", "20"],
    ["--sweep", "0:1", "--seed", "18446744073709551615"],
  ])
  func `the same command gives the same bytes`(options: [String]) throws {
    let runs = try ["1.mid", "2.mid"].map { name in
      let outcome = try Jorga.run(
        ["blend", "oynak-9", "bd? hh*3 [sd|cp]", "-o", name] + options, in: folder)
      #expect(outcome.status == 0)
      return try folder.bytes(of: name)
    }
    #expect(runs[0] == runs[1])
    #expect(runs[0].starts(with: Array("MThd".utf8)))
  }

  /// Law: a sweep begins where its first amount stands.
  @Test(arguments: ["0", "0.3", "1"], ["0", "0.7", "1"])
  func `a sweep of one bar is where it begins`(from: String, to: String) throws {
    let command = ["blend", "oynak-9", "house-classic", "--bars", "1", "-o", "-"]
    let sweep = try Jorga.run(command + ["--sweep", "\(from):\(to)"], in: folder)
    let still = try Jorga.run(command + ["--at", from], in: folder)
    #expect(sweep.status == 0)
    #expect(sweep.bytes == still.bytes)
  }

  @Test func `another seed is another way from one to the other`() throws {
    let ways = try (0..<8).map { seed in
      try Jorga.run(
        ["blend", "adai-bas", "break-amen-4bar", "--sweep", "0:1", "--bars", "16"]
          + ["--seed", "\(seed)"], in: folder
      ).output
    }
    #expect(Set(ways).count > 1)
  }

  @Test(arguments: Fit.allCases, ["0", "0.25", "0.5", "0.9", "1"])
  func `a blend that is written as a pattern reads back`(fit: Fit, amount: String) throws {
    let options = ["--at", amount, "--fit", fit.rawValue]
    let drawn = try Jorga.run(["blend", "nawakht", "oynak-9"] + options, in: folder)
    let file = try blend("nawakht", "oynak-9", "--at", amount, "--fit", fit.rawValue)
    let shown = try Jorga.run(["show", file], in: folder)
    let grid = drawn.output.split(separator: "\n").filter { $0.contains("┃") }
    #expect(shown.status == 0)
    #expect(shown.output.split(separator: "\n").filter { $0.contains("┃") } == grid)
  }

  @Test(arguments: ["0", "0.5", "1"])
  func `a blend of mini-notations reads back too`(amount: String) throws {
    let file = try blend("bd(3,8)", "sd*2, hh*4", "--at", amount)
    let outcome = try Jorga.run(["check", file], in: folder)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test func `rhythms that meet too late are refused`() throws {
    for (name, pulses) in [("long", 63), ("odd", 61)] {
      let bar = "x" + String(repeating: ".", count: pulses - 1)
      let bars = Array(repeating: bar, count: 64).joined(separator: " | ")
      try folder.writePattern(
        name, metre: "\(pulses)/64", grid: "1/64", rows: "kick | \(bars) |")
    }
    let outcome = try Jorga.run(
      ["blend", "long.pattern", "odd.pattern", "--fit", "tile"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.contains("these rhythms meet only after 4032 bars"))
  }

  private func writeFour() throws {
    try folder.writePattern("three", metre: "3/4", grid: "1/8", rows: "kick | x..x.. |")
    try folder.writePattern("four", metre: "4/4", grid: "1/8", rows: "snare | x...x... |")
    try folder.writePattern("clap", metre: "4/4", grid: "1/8", rows: "clap | x..x.... |")
    try folder.writePattern("seven", metre: "7/8", grid: "1/8", rows: "tek | x.x.x.. |")
    try folder.writePattern("seventh", metre: "7/8 (3+2+2)", grid: "1/8", rows: "dum | x..x.x. |")
  }

  /// Writes a blend as a pattern file, and gives its name.
  private func blend(_ arguments: String...) throws -> String {
    let outcome = try Jorga.run(
      ["blend"] + arguments + ["-o", "blend.pattern", "--force"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return "blend.pattern"
  }

  /// What eight bars hold, a line a note.
  private func events(of name: String) throws -> [Substring] {
    let outcome = try Jorga.run(["show", name, "--events", "--cycles", "8"], in: folder)
    #expect(outcome.status == 0)
    return outcome.output.split(separator: "\n").sorted()
  }

  private struct Listing: Decodable {
    struct Voice: Decodable {
      struct Note: Decodable { let onset: String }
      let voice: String
      let notes: [Note]
    }

    let voices: [Voice]
  }

  /// Each voice that sounds, and the onsets of its notes in quarter notes.
  private func onsets(of name: String) throws -> [String] {
    let outcome = try Jorga.run(["show", name, "--json"], in: folder)
    let listing = try JSONDecoder().decode(Listing.self, from: Data(outcome.bytes))
    return listing.voices.filter { !$0.notes.isEmpty }
      .map { "\($0.voice) \($0.notes.map(\.onset).joined(separator: " "))" }.sorted()
  }
}
