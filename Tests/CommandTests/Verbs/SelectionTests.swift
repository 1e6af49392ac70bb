import Foundation
import TestSupport
import Testing

@Suite struct SelectionTests {
  private let folder = Folder()

  private func ids(_ options: [String]) throws -> [String] {
    let outcome = try Jorga.run(["list", "--json"] + options, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.bytes)) as? [String: Any]
    let patterns = try #require(object?["patterns"] as? [[String: Any]])
    return patterns.compactMap { $0["id"] as? String }
  }

  @Test(arguments: ["Көроғлы", "Körogly", "korogly", "KOROGLY"])
  func `a name is found in any spelling`(word: String) throws {
    #expect(
      try ids([word]) == [
        "korogly-5-23", "korogly-6-33", "korogly-7-223", "korogly-7-43", "korogly-chain",
        "korogly-slow", "korogly-slow-b",
      ])
  }

  /// Law: what is chosen fits, and two choices choose what fits both.
  @Test func `choices choose`() throws {
    let all = try ids([])
    #expect(all.count == Repository.patternFiles.count)
    let sevens = try ids(["--metre", "7/8"])
    #expect(Set(["korogly-7-223", "korogly-chain", "lesnoto"]).isSubset(of: sevens))
    #expect(!sevens.contains("house-classic"))
    let bells = try ids(["--voice", "cowbell"])
    #expect(bells.contains("bembe-bell") && !bells.contains("adai-bas"))
    let both = try ids(["--voice", "cowbell", "--region", "africa"])
    #expect(both == (try ids(["--region", "africa"])).filter(bells.contains))
    #expect(try ids(["--tempo", "174"]).contains("dnb-two-step"))
    #expect(try !ids(["--tempo", "60-70"]).contains("dnb-two-step"))
    #expect(try ids(["--onsets", "5", "--region", "kazakh"]).contains("balbyrauyn-core"))
    let parts = try ["A", "b", "C"].map { try Set(ids(["--evidence", $0])) }
    #expect(parts.reduce(Set()) { $0.union($1) } == Set(all))
    #expect(parts[2].contains("house-classic") == false && parts[1].contains("house-classic"))
  }

  @Test func `the nearest come first, and not the rhythm itself`() throws {
    let outcome = try Jorga.run(["list", "--like", "house-classic", "--json"], in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.bytes)) as? [String: Any]
    let patterns = try #require(object?["patterns"] as? [[String: Any]])
    let distances = patterns.compactMap { $0["distance"] as? Double }
    #expect(distances.count == 12)
    #expect(distances == distances.sorted())
    #expect(patterns.first?["id"] as? String == "house-brit")
    #expect(!patterns.contains { $0["id"] as? String == "house-classic" })
    let drawn = try Jorga.run(["list", "--like", "bd*4", "--region", "kazakh"], in: folder)
    #expect(drawn.output.hasPrefix("DIST   ID"))
    #expect(try Jorga.run(["list", "--like", "nothing-such"], in: folder).status == 66)
  }

  @Test(arguments: [
    ["--tempo", "x"], ["--tempo", "9-3"], ["--onsets", "-1"], ["--evidence", "D"],
    ["--metre", "7/7"], ["--summary", "--json"],
  ])
  func `what is no choice is refused`(options: [String]) throws {
    #expect(try Jorga.run(["list"] + options, in: folder).status == 64)
  }

  @Test func `a voice that nothing has gets the nearest`() throws {
    let outcome = try Jorga.run(["list", "--voice", "cowbel"], in: folder)
    #expect(outcome.status == 66)
    #expect(
      outcome.errors == "error: no rhythm has the voice 'cowbel'\ndid you mean 'cowbell'?\n")
  }

  @Test func `what fits nothing says so`() throws {
    let outcome = try Jorga.run(["list", "zzz"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "no rhythm fits all of this\nleave something out\n")
  }

  /// Law: no line is wider than the terminal, and every rhythm has one.
  @Test(arguments: [40, 60, 80, 140], ["C", "C.UTF-8"])
  func `the table fits the terminal`(columns: Int, locale: String) throws {
    let outcome = try Jorga.run(
      ["list"], in: folder, environment: ["COLUMNS": "\(columns)", "LC_ALL": locale])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == Repository.patternFiles.count + 1)
    #expect(lines.allSatisfy { $0.count <= columns })
    #expect(lines[0].hasPrefix("ID"))
    #expect(lines[0].contains("TEMPO") == (columns > 80))
  }

  @Test func `the summary counts regions and letters`() throws {
    let lines = try Jorga.run(["list", "--summary"], in: folder).output.split(separator: "\n")
    #expect(lines.contains("kazakh          54   0  19   73"))
    #expect(lines.last?.hasSuffix("\(Repository.patternFiles.count)") == true)
  }

  /// The index that lies in the repository is the one that the program writes.
  @Test func `the index is current`() throws {
    let index = try Jorga.run(["list", "--index"], in: folder).output
    #expect(try index == Repository.text(of: "Patterns/INDEX.md"))
  }
}
