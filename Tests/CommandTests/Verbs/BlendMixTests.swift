import Testing

@Suite struct BlendMixTests {
  private let folder = Folder()
  private static let names = ["adai-bas", "house-classic", "samba-batucada"]

  @Test func `three rhythms are mixed, as much of each where nothing is said`() throws {
    let usual = try run([])
    #expect(usual.hasPrefix("33.3% : 33.3% : 33.3%\n"))
    #expect(try run(["--weights", "1:1:1"]) == usual)
    #expect(try run(["--weights", "20%:20%:20%", "--operator", "race"]) == usual)
    #expect(try run(["--operator", "barycentre"]) != usual)
    #expect(try run(["--weights", "2:1:1"]) != usual)
  }

  /// Law: a rhythm that has all the weight is there alone, and a sweep passes each.
  @Test(arguments: ["race", "barycentre"])
  func `a sweep goes through each rhythm`(way: String) throws {
    let sweep = try run(["--operator", way, "--sweep", "0:1", "--bars", "3"])
    for (weights, amount) in [("1:0:0", "0"), ("0:5:0", "0.5"), ("0:0:0.1", "1")] {
      let alone = try grid(run(["--operator", way, "--weights", weights]))
      #expect(!alone.isEmpty)
      #expect(try grid(run(["--operator", way, "--at", amount])) == alone)
      #expect(sweep.contains(alone.joined(separator: "\n")))
    }
  }

  /// Law: the order of the names does not matter to a race in one metre.
  @Test func `the order of the names does not matter`() throws {
    func rows(_ names: [String], _ weights: String) throws -> [Substring] {
      let outcome = try Jorga.run(["blend"] + names + ["--weights", weights], in: folder)
      #expect(outcome.status == 0)
      return grid(outcome.output)
    }
    let one = try rows(["adai-bas", "afro-house", "baladi"], "1:2:3")
    #expect(try rows(["baladi", "adai-bas", "afro-house"], "3:1:2") == one)
  }

  @Test func `two rhythms have weights too`() throws {
    let command = ["blend", "adai-bas", "house-classic"]
    let weights = try Jorga.run(command + ["--weights", "3:1"], in: folder).output
    #expect(try Jorga.run(command + ["--at", "0.25"], in: folder).output == weights)
  }

  @Test func `a mix is written as a file and as a pattern`() throws {
    for file in ["mix.mid", "mix.pattern"] {
      let outcome = try Jorga.run(
        ["blend"] + Self.names + ["--weights", "2:1:1", "-o", file], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(outcome.output.contains("fit: adai-bas tile"))
    }
    #expect(try Jorga.run(["check", "mix.pattern"], in: folder).status == 0)
    #expect(try Jorga.run(["inspect", "mix.mid"], in: folder).status == 0)
  }

  @Test(arguments: [
    (["--weights", "1:2"], "--weights has a number for each of the 3 rhythms"),
    (["--weights", "0:0:0"], "--weights are not all zero"),
    (["--weights", "1:-2:1"], "--weights are not below zero"),
    (["--weights", "1:x:1"], "--weights is a number for each rhythm, such as 2:1:1"),
    (["--weights", "1:inf:1"], "--weights is a number for each rhythm, such as 2:1:1"),
    (["--weights", ""], "--weights is a number for each rhythm, such as 2:1:1"),
    (["--weights", "1:1:1", "--at", "0"], "say --weights, or --at or --sweep, not both"),
    (["--operator", "jump"], "jump blends two rhythms: say --operator race or barycentre"),
    (["--order", "weak"], "race has an order of its own: leave --order out"),
  ])
  func `what makes no sense is refused`(options: [String], message: String) throws {
    let outcome = try Jorga.run(["blend"] + Self.names + options, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.contains(message))
  }

  private func run(_ options: [String]) throws -> String {
    let outcome = try Jorga.run(["blend"] + Self.names + options, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return outcome.output
  }

  private func grid(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.contains("┃") }
  }
}
