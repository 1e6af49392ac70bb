import Composer
import Foundation
import Testing

@Suite struct BlendOperatorTests {
  private let folder = Folder()
  private static let pair = ["blend", "balbyrauyn-core", "house-classic"]

  @Test func `jump in the order of voices is what is usual`() throws {
    let usual = try run(["--sweep", "0:1", "--bars", "5"])
    #expect(try run(["--sweep", "0:1", "--bars", "5", "--operator", "jump"]) == usual)
    #expect(try run(["--sweep", "0:1", "--bars", "5", "--order", "idiom"]) == usual)
  }

  /// Law: whatever the operator, it begins at the first rhythm; all but two end at the second.
  @Test(arguments: Operator.allCases)
  func `every operator begins at the first rhythm`(way: Operator) throws {
    let options = ["--operator", way.rawValue] + (way == .alternate ? ["--phrase", "1"] : [])
    for amount in way.arrives ? ["0", "1"] : ["0"] {
      let usual = try grid(run(["--at", amount]))
      #expect(try grid(run(["--at", amount] + options)) == usual)
    }
  }

  @Test func `a phrase has as many bars as are asked for`() throws {
    for (phrase, bars) in [("1", 1), ("3", 3), ("8", 8)] {
      _ = try run(
        ["--operator", "alternate", "--phrase", phrase, "--at", "0.6", "-o", "\(phrase).pattern"])
      let text = try folder.text(of: "\(phrase).pattern")
      let row = try #require(text.split(separator: "\n").last { $0.contains("|") })
      #expect(row.count { $0 == "|" } == bars + 1)
    }
  }

  @Test func `timing and dynamics are taken apart`() throws {
    let groove = ["--operator", "groove", "--at", "1", "-o", "-"]
    let ways = try [[], ["--only", "accents"], ["--only", "timing"], ["--timing", "0.5"]].map {
      try Jorga.run(
        ["blend", "house-classic", "samba-batucada"] + groove + $0, in: folder
      ).bytes
    }
    #expect(Set(ways).count == ways.count)
  }

  @Test func `the first is there in an interlock, and room is found by turning`() throws {
    let command = ["blend", "bd*4", "bd*4", "--operator", "interlock", "--at", "1"]
    let still = try Jorga.run(command, in: folder).output
    let turned = try Jorga.run(command + ["--rotate"], in: folder).output
    #expect(still.count { $0 == "x" } == 4)
    #expect(turned.count { $0 == "x" } == 8)
  }

  @Test(arguments: [
    (["--operator", "groove", "--timing", "2"], "--timing is from 0 to 1"),
    (["--operator", "hocket", "--only", "accents"], "hocket cannot blend aspects apart"),
    (["--phrase", "4"], "--phrase is for --operator alternate: leave it out"),
    (["--operator", "alternate", "--phrase", "0"], "--phrase is from 1 to 1024 bars"),
    (["--rotate"], "--rotate is for --operator interlock: leave it out"),
  ])
  func `an option of another operator is refused`(options: [String], message: String) throws {
    let outcome = try Jorga.run(Self.pair + options, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.contains(message))
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

  @Test(arguments: ["guided", "skeleton", "interlock", "hocket", "groove", "alternate"])
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

  @Test func `phrases are aligned where that is asked for`() throws {
    let ends = ["blend", "<[bd*4] [bd ~ ~ ~]>", "<[bd ~ ~ ~] [bd*4]>"]
    func rows(_ options: String...) throws -> [Substring] {
      try Jorga.run(ends + options, in: folder).output.split(separator: "\n")
        .filter { $0.contains("┃") }
    }
    let second = try rows("--at", "1")
    #expect(try rows("--at", "0", "--align") == second)
    #expect(try rows("--at", "0.5", "--align") == second)
    #expect(try rows("--at", "0") != second)
  }
}
