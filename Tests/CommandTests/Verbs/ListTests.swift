import Foundation
import TestSupport
import Testing

@Suite struct ListTests {
  private let folder = Folder()

  @Test func `the table has a line for every rhythm`() throws {
    let outcome = try Jorga.run(["list"], in: folder)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(lines.first?.split(separator: " ").first == "ID")
    let ids = Repository.patternFiles.compactMap {
      $0.split(separator: "/").last?.dropLast(".pattern".count)
    }
    #expect(lines.dropFirst().compactMap { $0.split(separator: " ").first } == ids.sorted())
  }

  @Test func `the table of a region, as a user sees it`() throws {
    try writeThree()
    let outcome = try Jorga.run(["list", "--patterns", "mine", "--region", "here"], in: folder)
    #expect(
      outcome.output == """
        ID     REGION  METRE                    TEMPO    EV  NAME
        five   here    5/8 (2+3)                100-120  C   Five
        mixed  here    4/4, 7/8 (3+2+2), 21/16  100-120  C   Mixed
        plain  here    4/4                      100-120  C   Plain

        """)
  }

  @Test(arguments: [
    (["--region", "here"], ["five", "mixed", "plain"]),
    (["--region", "HERE"], ["five", "mixed", "plain"]),
    (["--tag", "test-odd"], ["five", "mixed"]), (["--tag", "Test-Odd"], ["five", "mixed"]),
    (["--tag", "test-slow", "--region", "here"], ["mixed"]),
    (["--tag", "test-odd", "--region", "kazakh"], []),
  ])
  func `a region or a tag chooses`(options: [String], ids: [String]) throws {
    try writeThree()
    #expect(try list(["--patterns", "mine"] + options).map(\.id) == ids)
  }

  @Test(arguments: [
    (["--region", "hare"], "no rhythm has the region 'hare'\ndid you mean 'here'?"),
    (["--tag", "test-old"], "no rhythm has the tag 'test-old'\ndid you mean 'test-odd'?"),
    (["--tag", "test-odd", "--region", "here "], "no rhythm has the region 'here '"),
    (["--region", "nowhere-at-all"], "no rhythm has the region 'nowhere-at-all'\nwrite one of: "),
  ])
  func `a region or a tag that nothing has gets the nearest`(
    options: [String], message: String
  ) throws {
    try writeThree()
    let outcome = try Jorga.run(["list", "--patterns", "mine"] + options, in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.hasPrefix("error: \(message)"))
  }

  @Test func `the JSON of a rhythm, word for word`() throws {
    try writeThree()
    let outcome = try Jorga.run(
      ["list", "--patterns", "mine", "--tag", "test-slow", "--json"], in: folder)
    #expect(
      outcome.output == """
        {
          "patterns" : [
            {
              "evidence" : "C",
              "id" : "mixed",
              "metre" : "4/4, 7/8 (3+2+2), 21/16",
              "name" : "Mixed",
              "native" : "Сынақ",
              "region" : "here",
              "source" : "a test",
              "tags" : [
                "test-odd",
                "test-slow"
              ],
              "tempo" : "100-120"
            }
          ]
        }

        """)
  }

  @Test func `the JSON has every rhythm with its facts`() throws {
    let entries = try list([])
    #expect(entries.count == Repository.patternFiles.count)
    for entry in entries {
      #expect(Repository.patternFiles.contains("Patterns/\(entry.region)/\(entry.id).pattern"))
      #expect(["A", "B", "C"].contains(entry.evidence))
      #expect(!entry.name.isEmpty && !entry.source.isEmpty)
    }
    #expect(entries.first { $0.id == "adai-bas" }?.native == "Адай")
  }

  @Test func `a folder of one's own comes first, one level deep`() throws {
    try folder.writePattern("mine/adai-bas")
    try folder.writePattern("mine/deep/one")
    try folder.writePattern("mine/deep/deeper/two")
    let entries = try list(["--patterns", "mine"])
    #expect(entries.count == Repository.patternFiles.count + 1)
    #expect(entries.filter { $0.region == "here" }.map(\.id) == ["adai-bas", "one"])
  }

  @Test func `a folder of the environment is read`() throws {
    try folder.writePattern("mine/only")
    let outcome = try Jorga.run(
      ["list", "--region", "here"], in: folder, environment: ["JORGA_PATTERNS": "mine"])
    #expect(outcome.output.contains("\nonly  here"))
  }

  @Test func `a program that was installed finds the library beside it`() throws {
    try folder.makeFolder("bin")
    try folder.write("", to: "share/jorga/Patterns/README.md")
    try folder.writePattern("share/jorga/Patterns/here/only")
    let outcome = try Jorga.shell(
      "cp \"$(command -v jorga)\" bin/jorga && bin/jorga list", in: folder,
      environment: ["JORGA_PATTERNS": ""])
    #expect(outcome.errors == "")
    #expect(outcome.output.split(separator: "\n").map { $0.prefix(4) } == ["ID  ", "only"])
  }

  @Test func `what can be read is listed beside what cannot`() throws {
    try folder.writePattern("mine/good")
    try folder.write("name Bad\n", to: "mine/bad.pattern")
    let outcome = try Jorga.run(["list", "--patterns", "mine", "--region", "here"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("\ngood"))
    #expect(outcome.errors.hasPrefix("mine/bad.pattern:"))
  }

  @Test(arguments: ["nowhere", "mine/good.pattern"])
  func `a folder that is not there is named`(name: String) throws {
    try folder.writePattern("mine/good")
    let outcome = try Jorga.run(["list", "--patterns", name], in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors == "\(name): error: there is no such folder\ncheck the name\n")
  }

  private struct Entry: Decodable {
    let id, name, native, region, metre, tempo, evidence, source: String
    let tags: [String]
  }

  private func list(_ options: [String]) throws -> [Entry] {
    let outcome = try Jorga.run(["list", "--json"] + options, in: folder)
    #expect(outcome.status == 0)
    let entries = try JSONDecoder().decode([String: [Entry]].self, from: Data(outcome.bytes))
    return try #require(entries["patterns"])
  }

  private func writeThree() throws {
    try folder.writePattern("mine/plain")
    try folder.writePattern(
      "mine/five", metre: "5/8 (2+3)", grid: "1/8", tags: "test-odd", rows: "kick      | x.x.. |")
    try folder.writePattern(
      "mine/mixed", metre: "4/4, 7/8 (3+2+2), 21/16", grid: "1/16", tags: "test-odd, test-slow",
      rows: "kick      | x............... | x............. | x.................... |")
  }
}
