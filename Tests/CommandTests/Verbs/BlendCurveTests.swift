import Testing

@Suite struct BlendCurveTests {
  private let folder = Folder()
  private static let pair = ["blend", "adai-bas", "house-classic"]

  @Test(arguments: [
    (["--curve", "linear"], ["0%", "25%", "50%", "75%", "100%"]),
    (["--curve", "smooth"], ["0%", "15.6%", "50%", "84.4%", "100%"]),
    (["--curve", "hold:2"], ["0%", "0%", "0%", "50%", "100%"]),
    (["--curve", "there-and-back:2"], ["0%", "50%", "100%", "50%", "0%"]),
    (["--curve", "steps:2"], ["0%", "0%", "50%", "50%", "100%"]),
  ])
  func `a sweep takes the way of its curve`(options: [String], amounts: [Substring]) throws {
    let output = try run(["--sweep", "0:1", "--bars", "5"] + options)
    let labels = output.split(separator: "\n").compactMap { line in
      line.split(separator: " ").prefix(2).first { $0.hasSuffix("%") }
    }
    #expect(labels == amounts)
  }

  /// Law: where the amount stands still it does not matter when it may change.
  @Test(arguments: ["beats", "steps"])
  func `beats of one amount are the bar`(places: String) throws {
    let still = ["--sweep", "0.4:0.4", "--bars", "2", "-o", "-"]
    #expect(try bytes(still + ["--curve-at", places]) == bytes(still))
    let moving = ["--sweep", "0:1", "--bars", "4", "-o", "-"]
    #expect(try bytes(moving + ["--curve-at", places]) != bytes(moving))
  }

  /// Law: a lag changes nothing at the ends, and in the middle the kick is behind.
  @Test func `low voices set out later`() throws {
    for amount in ["0", "1"] {
      let usual = try run(["--at", amount])
      #expect(try run(["--at", amount, "--lag", "2"]) == usual)
    }
    let rows = try ["0", "8"].map { lag in
      try Jorga.run(
        ["blend", "bd, hh", "bd*4, hh*8", "--at", "0.5", "--lag", lag], in: folder
      ).output.split(separator: "\n").filter { $0.contains("┃") }
        .map { row in row.count { $0 == "x" } }
    }
    #expect(rows[1] == [1, 8])
    #expect(rows[0] != rows[1])
  }

  @Test(arguments: [
    (["--curve", "smooth"], "--curve and --curve-at are for a sweep: say --sweep 0:1"),
    (["--curve-at", "beats"], "--curve and --curve-at are for a sweep: say --sweep 0:1"),
    (["--sweep", "0:1", "--curve", "hold"], "--curve is linear, smooth, hold:4"),
    (["--sweep", "0:1", "--curve", "hold:-1"], "--curve is linear, smooth, hold:4"),
    (["--sweep", "0:1", "--curve", "steps:0"], "--curve is linear, smooth, hold:4"),
    (["--sweep", "0:1", "--curve", "smooth:2"], "--curve is linear, smooth, hold:4"),
    (["--sweep", "0:1", "--curve", "steps:99999999999999999999"], "--curve is linear"),
    (["--lag", "9"], "--lag is from 0 to 8"), (["--lag", "nan"], "--lag is from 0 to 8"),
  ])
  func `what makes no sense is refused`(options: [String], message: String) throws {
    let outcome = try Jorga.run(Self.pair + options, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.contains(message))
  }

  private func run(_ options: [String]) throws -> String {
    let outcome = try Jorga.run(Self.pair + options, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return outcome.output
  }

  private func bytes(_ options: [String]) throws -> [UInt8] {
    try Jorga.run(Self.pair + options, in: folder).bytes
  }
}
