import Composer
import Foundation
import Testing

@Suite struct BlendOperatorTests {
  private let folder = Folder()
  private static let pair = ["blend", "balbyrauyn-core", "house-classic"]

  @Test func `jump in the order of voices is what is usual`() throws {
    let usual = try run(["--sweep", "0:1", "--bars", "5"])
    #expect(try run(["--sweep", "0:1", "--bars", "5", "--operator", "jump"]) == usual)
    #expect(try run(["--sweep", "0:1", "--bars", "5", "--order", "voice"]) == usual)
  }

  /// Law: whatever the operator, the ends are the same.
  @Test(arguments: Operator.allCases)
  func `every operator begins and ends at the rhythms`(way: Operator) throws {
    for amount in ["0", "1"] {
      let usual = try run(["--at", amount])
      #expect(try run(["--at", amount, "--operator", way.rawValue]) == usual)
    }
  }

  @Test func `each operator and each order goes its own way`() throws {
    let sweep = ["--sweep", "0:1", "--bars", "17"]
    let ways = try Operator.allCases.map { try run(sweep + ["--operator", $0.rawValue]) }
    #expect(Set(ways).count == Operator.allCases.count)
    let orders = try Jump.Settings.Order.allCases.map { try run(sweep + ["--order", $0.rawValue]) }
    #expect(Set(orders).count == orders.count)
  }

  @Test(arguments: Operator.allCases, ["0.3", "0.5"])
  func `what is between is written as a pattern and read back`(
    way: Operator, amount: String
  ) throws {
    let options = ["--at", amount, "--operator", way.rawValue]
    let drawn = try run(options)
    let written = try Jorga.run(
      Self.pair + options + ["-o", "blend.pattern", "--force"], in: folder)
    #expect(written.status == 0)
    let shown = try Jorga.run(["show", "blend.pattern"], in: folder)
    #expect(shown.status == 0)
    #expect(grid(shown.output) == grid(drawn))
  }

  @Test(arguments: Operator.allCases)
  func `a sweep becomes a file, the same bytes each time`(way: Operator) throws {
    let files = try ["1.mid", "2.mid"].map { name in
      let outcome = try Jorga.run(
        Self.pair + ["--operator", way.rawValue, "--sweep", "0:1", "--bars", "16", "-o", name],
        in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      return try folder.bytes(of: name)
    }
    #expect(files[0] == files[1])
    #expect(try Jorga.run(["inspect", "1.mid"], in: folder).status == 0)
  }

  @Test(arguments: ["guided", "skeleton"])
  func `an operator with an order of its own takes no other`(way: String) throws {
    let outcome = try Jorga.run(
      Self.pair + ["--operator", way, "--order", "weak"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("\(way) has an order of its own: leave --order out"))
  }

  private func run(_ options: [String]) throws -> String {
    let outcome = try Jorga.run(Self.pair + options, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return outcome.output
  }

  private func grid(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.contains("│") }
  }
}
