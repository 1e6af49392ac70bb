import Testing

@Suite struct CheckScoreTests {
  private let folder = Folder()

  @Test func `scores, patterns and names are checked together`() throws {
    try folder.write("a: s(\"bd*4\")\n", to: "a.jorga")
    try folder.writePattern("mine")
    let outcome = try Jorga.run(
      ["check", "a.jorga", "mine.pattern", "adai-bas", "bd"], in: folder)
    #expect(outcome.errors == "")
    #expect(outcome.output == "4 checked, no faults\n")
  }

  @Test func `every fault of every file is told`() throws {
    try folder.write("tempo(0)\na: s(\"bd\").chanel(3)\nlet b = (1\n", to: "a.jorga")
    try folder.writePattern("mine", metre: "4/5", rows: "kick      | x.q. |")
    try folder.writePattern("yours", rows: "kick      | x.q. |\nsnare     | x.r. |")
    let outcome = try Jorga.run(
      ["check", "a.jorga", "mine.pattern", "yours.pattern", "no.jorga"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.bytes.isEmpty)
    let places = outcome.errors.split(separator: "\n").filter { $0.contains(" error: ") }
      .map { $0.split(separator: " ")[0] }
    #expect(
      places == [
        "a.jorga:1:7:", "a.jorga:2:12:", "a.jorga:3:9:", "mine.pattern:4:11:",
        "yours.pattern:12:15:", "yours.pattern:13:15:", "no.jorga:",
      ])
  }

  @Test func `standard input is a score`() throws {
    let good = try Jorga.shell("echo 'a: s(\"bd\")' | jorga check -", in: folder)
    #expect(good.output == "1 checked, no faults\n")
    let bad = try Jorga.shell("echo 'a: s(\"bd\"' | jorga check -", in: folder)
    #expect(bad.status == 65)
    #expect(bad.errors.hasPrefix("standard input:1:5: error: "))
  }

  @Test func `what cannot be played is told too`() throws {
    try folder.write("a: s(\"bd*100\").fast(200).fast(200)\nbars(1)\n", to: "a.jorga")
    let loud = (0..<17).map { "t\($0): note(\"c4\").program(\($0 + 1))\n" }.joined()
    try folder.write(loud, to: "b.jorga")
    let outcome = try Jorga.run(["check", "a.jorga", "b.jorga"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("a.jorga:1:1: error: a: "))
    #expect(outcome.errors.contains("b.jorga: error: "))
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/", "a.jorga/b"])
  func `what is no file is refused`(path: String) throws {
    try folder.link("x.jorga", to: path)
    let outcome = try Jorga.run(["render", "x.jorga", "-o", "out.mid"], in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.errors.hasPrefix("x.jorga: error: "))
    #expect(try folder.names == ["x.jorga"])
  }
}
