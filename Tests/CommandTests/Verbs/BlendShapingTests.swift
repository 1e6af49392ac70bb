import Testing

@Suite struct BlendShapingTests {
  private let folder = Folder()
  private static let pair = ["blend", "adai-bas", "house-classic"]

  @Test func `notes are kept and added by their share`() throws {
    let blend = ["blend", "hh*8", "hh*8", "--at", "0"]
    let counts = try [
      [], ["--keep", "50%"], ["--keep", "0.5"], ["--keep", "0%"], ["--fill", "25%"],
      ["--fill", "100%"], ["--keep", "50%", "--fill", "100%"],
    ].map { options in
      let outcome = try Jorga.run(blend + options, in: folder)
      #expect(outcome.status == 0)
      let row = outcome.output.split(separator: "\n").first { $0.contains("┃") }
      return row?.count { $0 == "x" } ?? 0
    }
    #expect(counts == [8, 4, 4, 0, 10, 16, 8])
  }

  @Test func `what was reached is printed`() throws {
    let clave = ["blend", "claves(5,16)", "claves*4", "--syncopation"]
    let plain = try Jorga.run(clave + ["0"], in: folder).output
    #expect(plain.contains("syncopation: "))
    #expect(plain.contains(", asked for 0\n"))
    let walk = try Jorga.run(
      Self.pair + ["--sweep", "0:1", "--bars", "8", "--syncopation", "0.8", "-o", "a.mid"],
      in: folder)
    #expect(walk.status == 0)
    #expect(walk.output.contains(/syncopation: 0\.\d+ to \d(\.\d+)?, asked for 0\.8\n/))
  }

  /// Law: the more is asked for, the more there is; and what is reached already changes nothing.
  @Test func `more is more`() throws {
    let reached = try ["0", "0.4", "0.8", "1.2", "5"].map { goal in
      let output = try Jorga.run(Self.pair + ["--syncopation", goal], in: folder).output
      let text = output.split(separator: "syncopation: ").last?.prefix { $0 != "," }
      return try #require(text.flatMap { Double($0) })
    }
    #expect(zip(reached, reached.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(reached.first != reached.last)
  }

  /// Law: one hat ends the other, so that no two of them strike together.
  @Test func `hats are one instrument`() throws {
    let blend = ["blend", "hh*4, oh*4", "hh*4, oh*4", "--at", "0"]
    func strokes(_ options: [String]) throws -> Int {
      try Jorga.run(blend + options, in: folder).output.count { $0 == "x" }
    }
    #expect(try strokes([]) == 8)
    #expect(try strokes(["--choke"]) == 4)
  }

  @Test func `what is nearer than a flam is left out`() throws {
    let blend = ["blend", "hh*64", "hh*64", "--at", "0"]
    func notes(_ options: [String]) throws -> String {
      try Jorga.run(blend + options + ["-o", "a.mid", "--bars", "1"], in: folder).output
    }
    #expect(try notes([]).contains(" 64 notes"))
    // A step of 31.25 ms at 120: each second note is left.
    #expect(try notes(["--resolve", "60"]).contains(" 32 notes"))
  }

  @Test(arguments: [
    ["--keep", "120%"], ["--keep", "60"], ["--keep", "x"], ["--fill", "-1%"], ["--fill", "nan"],
    ["--syncopation", "-1"], ["--syncopation", "x"], ["--syncopation", "17"],
    ["--resolve", "0"], ["--resolve", "1001"], ["--resolve", "nan"],
  ])
  func `what makes no sense is refused`(options: [String]) throws {
    let outcome = try Jorga.run(Self.pair + options, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.contains("sage: jorga"))
  }

  @Test(arguments: [
    ["korogly-slow", "house-classic"], ["oynak-9", "tintal"], ["alatau-5", "break-amen-4bar"],
    ["nawakht", "adai-bas", "house-classic"],
  ])
  func `all of it together goes into a file and a pattern`(names: [String]) throws {
    let options = [
      "--keep", "80%", "--fill", "20%", "--syncopation", "0.5", "--choke", "--resolve", "60",
      "--lag", "0.5",
    ]
    let file = try Jorga.run(
      ["blend"] + names + options
        + ["--sweep", "0:1", "--curve", "smooth", "--curve-at", "beats", "--bars", "4"]
        + ["-o", "a.mid"], in: folder)
    #expect(file.status == 0)
    #expect(file.errors == "")
    #expect(try Jorga.run(["inspect", "a.mid"], in: folder).status == 0)
    let pattern = try Jorga.run(
      ["blend"] + names + options + ["--at", "0.5", "-o", "a.pattern"], in: folder)
    #expect(pattern.status == 0)
    #expect(try Jorga.run(["check", "a.pattern"], in: folder).status == 0)
  }
}
