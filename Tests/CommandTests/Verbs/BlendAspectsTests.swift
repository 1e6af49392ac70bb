import Foundation
import Testing

@Suite struct BlendAspectsTests {
  private let folder = Folder()

  private func blend(_ arguments: String...) throws -> Jorga.Outcome {
    try Jorga.run(["blend", "soft.pattern", "loud.pattern"] + arguments, in: folder)
  }

  /// Two bars of a hat that agree in one place: soft and early here, loud and late there.
  private func writeTwo() throws {
    try write("soft", "hat | xx.. .... .... .... |\nhat.velocity 40")
    try write("loud", "hat | x... .... .x.. .... |\nhat.velocity 80")
  }

  private func write(_ name: String, _ rows: String) throws {
    try folder.write(
      """
      name \(name)
      region test
      metre 4/4
      grid 1/16
      tempo 120
      feel straight
      evidence C
      source a test
      \(rows)

      """, to: "\(name).pattern")
  }

  @Test func `only the accents change where only they are named`() throws {
    try writeTwo()
    let outcome = try blend("--only", "accents", "--at", "1", "-o", "out.pattern")
    #expect(outcome.status == 0)
    let text = try folder.text(of: "out.pattern")
    #expect(text.contains("| xx.. .... .... .... |") || text.contains("| xx.............. |"))
    #expect(text.contains("hat.velocity 80 40") || text.contains("80 40"))
    #expect(text.contains("accents 100%"))
  }

  @Test func `aspects have amounts of their own, and the others stay at the first`() throws {
    try writeTwo()
    let apart = try blend("--accents", "1")
    let only = try blend("--only", "accents", "--at", "1")
    #expect(apart.status == 0 && apart.output == only.output)
    #expect(apart.output.hasPrefix("accents 100%\n"))
    let several = try blend("--only", "accents,timing", "--only", "lengths", "--at", "0.5")
    #expect(several.output.hasPrefix("accents 50%, timing 50%, lengths 50%\n"))
    let all = try blend("--only", "onsets,accents,timing,lengths,voices", "--at", "0.5")
    #expect(all.output == (try blend("--at", "0.5")).output)
    let beside = try blend("--at", "0.5", "--accents", "1")
    #expect(
      beside.output.hasPrefix("onsets 50%, accents 100%, timing 50%, lengths 50%, voices 50%\n"))
  }

  @Test func `a sweep may take some aspects along`() throws {
    try writeTwo()
    let outcome = try blend("--sweep", "0:1", "--bars", "3", "--only", "accents")
    let heads = outcome.output.split(separator: "\n").filter { $0.hasSuffix("%") }
    #expect(heads == ["0%", "accents 50%", "accents 100%"])
  }

  @Test(arguments: [
    (["--only", "loudness"], "--only is one or more of onsets, accents, timing, lengths, voices"),
    (["--only", ""], "--only is one or more of"),
    (["--accents", "1.5"], "--accents is from 0 to 1"),
    (["--voices", "nan"], "--voices is from 0 to 1"), (["--json"], "--json goes with --explain"),
    (["--explain", "--sweep", "0:1"], "--explain tells of one amount"),
    (["--explain", "-o", "out.mid"], "--explain tells of one amount"),
  ])
  func `what cannot be is refused`(arguments: [String], message: String) throws {
    try writeTwo()
    let outcome = try Jorga.run(["blend", "soft.pattern", "loud.pattern"] + arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message))
  }

  @Test func `a blend is explained note by note`() throws {
    try writeTwo()
    let outcome = try blend("--at", "0.25", "--explain")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        25% from soft to loud, in steps of 1/16
        step  voice  velocity  comes from
        1     hat    50        both have it
        2     hat    40        the first alone, until 50%
        10    hat    -         the second alone, to come at 50%
        1 kept, 1 leaving, 1 coming

        measure   first  blend  second
        onsets    2      2      2
        density   1/8    1/8    1/8
        off-beat  1      1      1
        LHL       3      3      2
        Keith     1      1      1
        WNBD      2      2      2
        Witek     -      -      -
        evenness  0.195  0.195  0.981
        balance   0.019  0.019  0.805
        nPVI      175.0  175.0  25.0
        swing     1/2    1/2    1/2

        """)
  }

  @Test func `a note that has moved says from where`() throws {
    try write("soft", "hat | x... .... x... .... |")
    try write("loud", "hat | x... .... .x.. .... |")
    let before = try blend("--at", "0.25", "--explain").output
    #expect(before.contains("9     hat    78        until 50%, then step 10\n"))
    let after = try blend("--at", "0.75", "--explain").output
    #expect(after.contains("10    hat    78        from step 9, since 50%\n"))
    #expect(after.contains("1 kept, 1 moved\n"))
    let glide = try blend("--at", "0.25", "--operator", "glide", "--explain").output
    #expect(glide.contains("hat"))
  }

  /// Law: no line is wider than is asked for, and plain locales get plain letters.
  @Test(arguments: ["jump", "guided", "glide", "staged", "skeleton"])
  func `an explanation fits into sixty columns`(way: String) throws {
    let outcome = try Jorga.run(
      ["blend", "alatau-5", "house-classic", "--operator", way, "--explain"], in: folder,
      environment: ["COLUMNS": "60", "LC_ALL": "C"])
    #expect(outcome.status == 0 && !outcome.output.isEmpty)
    for line in outcome.output.split(separator: "\n") { #expect(line.utf8.count <= 60, "\(line)") }
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `an explanation is JSON for programs`() throws {
    try writeTwo()
    let outcome = try blend("--at", "0.25", "--explain", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.bytes)) as? [String: Any]
    let notes = try #require(object?["notes"] as? [[String: Any]])
    #expect(notes.compactMap { $0["kind"] as? String } == ["kept", "leaving", "coming"])
    let measures = try #require(object?["measures"] as? [String: Any])
    #expect(Set(measures.keys) == ["first", "blend", "second"])
    #expect((object?["amounts"] as? [String: Double])?["onsets"] == 0.25)
  }
}
