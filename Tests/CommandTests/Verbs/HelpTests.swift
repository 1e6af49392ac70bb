import Testing

@Suite struct HelpTests {
  private static let verbs = [
    "list", "show", "blend", "render", "play", "inspect", "import", "check", "ports", "monitor",
    "jitter", "panic",
  ]
  /// Those whose examples need a sequencer and instruments.
  private static let live = ["play", "ports", "monitor", "jitter", "panic"]
  private static let still = verbs.filter { !live.contains($0) }

  private let folder = Folder()

  @Test func `the help names every verb`() throws {
    let help = try Jorga.run(["--help"], in: folder).output
    let verbs = help.split(separator: "SUBCOMMANDS:").last?.split(separator: "\n").compactMap {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") ? $0.split(separator: " ").first : nil
    }
    #expect(verbs?.dropLast().map(String.init) == Self.verbs)
  }

  @Test(arguments: [[]] + still.map { [$0] })
  func `every example of the help works as it stands`(verb: [String]) throws {
    try folder.writePattern("my/first")
    try folder.write("let amount = 0\na: s(\"bd*4\").late(amount)\nbars(16)\n", to: "night.jorga")
    let examples = try examples(of: verb, columns: 1000)
    #expect(!examples.isEmpty)
    for example in examples {
      let outcome = try Jorga.shell(example, in: folder)
      #expect(outcome.status == 0, "\(example)")
      #expect(outcome.errors == "", "\(example)")
      #expect(!outcome.bytes.isEmpty, "\(example)")
      if let file = example.split(separator: " -o ").dropFirst().first, !file.hasSuffix("/") {
        #expect(
          try folder.bytes(of: String(file)).starts(
            with: Array((file.hasSuffix(".pattern") ? "name" : "MThd").utf8)), "\(example)")
      }
    }
  }

  @Test(arguments: [[]] + verbs.map { [$0] })
  func `an example is not torn in a window of 80 columns`(verb: [String]) throws {
    #expect(try examples(of: verb, columns: 80) == examples(of: verb, columns: 1000))
  }

  @Test(arguments: [["--help"], ["-h"], ["help"], ["--version"], []] + verbs.map { ["help", $0] })
  func `help and version go to standard output`(arguments: [String]) throws {
    let outcome = try Jorga.run(arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(!outcome.bytes.isEmpty)
    #expect(outcome.errors == "")
  }

  @Test(arguments: [(["l"], "list"), (["sh", "bd"], "show"), (["blen", "bd", "sd"], "blend")])
  func `a verb may be shortened`(arguments: [String], verb: String) throws {
    let outcome = try Jorga.run(arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(try outcome.output == Jorga.run([verb] + arguments.dropFirst(), in: folder).output)
  }

  @Test func `a verb that is none gets the nearest`() throws {
    let outcome = try Jorga.run(["shwo", "bd"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("Error: 'shwo' is no verb; did you mean 'show'?\n"))
  }

  /// Source: `sysexits.h`, EX_USAGE.
  @Test(arguments: [
    ["nothing"], ["--nothing"], ["list", "--nothing"], ["list", "--region"], ["show"],
    ["show", "bd", "sd", "hh"], ["show", "bd", "--cycles", "0"],
    ["show", "bd", "--cycles", "10001"],
    ["show", "bd", "--cycles", "x"], ["show", "bd", "--seed", "-1"], ["show", "bd", "--seed", "x"],
    ["show", "bd", "sd", "--events"], ["show", "bd", "--voice"], ["show", "bd", "--force"],
    ["show", "bd", "--events", "--voice", "kick"], ["show", "bd", "--svg"],
    ["show", "bd", "--svg", ""], ["show", "bd", "--svg", "x.svg", "--json"],
    ["show", "bd", "--necklace", "--events"],
    ["blend"], ["blend", "bd"],
    ["blend", "bd", "sd", "--at", "2"],
    ["blend", "bd", "sd", "--at", "nan"], ["blend", "bd", "sd", "--at", "-0.1"],
    ["blend", "bd", "sd", "--at"], ["blend", "bd", "sd", "--at", "0", "--sweep", "0:1"],
    ["blend", "bd", "sd", "--sweep", "0"], ["blend", "bd", "sd", "--sweep", "0:1:0"],
    ["blend", "bd", "sd", "--sweep", "0:2"], ["blend", "bd", "sd", "--sweep", ":"],
    ["blend", "bd", "sd", "--fit", "x"],
    ["blend", "bd", "sd", "--sweep", "0:1", "-o", "x.pattern"], ["render", "-o", "x.mid"],
    ["render", "--pattern", "bd"], ["render", "--pattern", "bd", "-o"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--bars", "0"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--bars", "10001"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--bars", "1.5"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--tempo", "0"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--tempo", "-1"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--tempo", "nan"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--tempo", "inf"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--tempo", "3.5"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--tempo", "1e9"],
  ])
  func `a command line that makes no sense ends with 64`(arguments: [String]) throws {
    let outcome = try Jorga.run(arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.contains("sage: jorga"))
    #expect(try folder.names == [])
  }

  @Test(arguments: ["4/5", "", "7/8 (2+2)"])
  func `a metre that is none is explained as in a pattern file`(metre: String) throws {
    let outcome = try Jorga.run(["show", "bd", "--metre", metre], in: folder)
    #expect([64, 65].contains(outcome.status))
    #expect(outcome.errors.contains("'\(metre)' is not a metre"))
    #expect(outcome.errors.contains("write one such as '4/4', or with its groups '7/8 (2+2+3)'"))
    #expect(!outcome.errors.contains("Failure("))
  }

  /// The lines below `EXAMPLE:` in the help of a verb.
  private func examples(of verb: [String], columns: Int) throws -> [String] {
    let help = try Jorga.run(
      verb + ["--help"], in: folder, environment: ["COLUMNS": "\(columns)"])
    return help.output.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "EXAMPLE:" }.dropFirst().prefix { !$0.isEmpty }
      .map { String($0.trimmingPrefix(while: \.isWhitespace)) }
  }
}
