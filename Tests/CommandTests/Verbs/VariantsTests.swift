import Testing

@Suite struct VariantsTests {
  private let folder = Folder()

  init() throws {
    let score = """
      seed(7)
      let amount = 0
      bars(4)
      hats: s("hh*16?").velocity(0.5)
      drums: blend(s("bd*4"), s("bd(3,8)"), amount)

      """
    try folder.write(score, to: "night.jorga")
  }

  private func render(_ arguments: [String]) throws -> Jorga.Outcome {
    try Jorga.run(["render"] + arguments, in: folder)
  }

  /// Law: a variant is the piece with another seed.
  @Test func `each variant has the next seed`() throws {
    let outcome = try render(["night.jorga", "--variants", "12", "-o", "out.mid"])
    #expect(outcome.errors == "")
    #expect(outcome.output == "out-01.mid to out-12.mid: 12 files, 4 bars, seeds 7 to 18\n")
    #expect(try folder.names.count == 13)
    for (number, seed) in [("01", "7"), ("02", "8"), ("12", "18")] {
      let alone = try render(["night.jorga", "--seed", seed, "-o", "-"]).bytes
      #expect(try folder.bytes(of: "out-\(number).mid") == alone)
    }
    #expect(try folder.bytes(of: "out-01.mid") != folder.bytes(of: "out-02.mid"))
  }

  @Test(arguments: [
    ("made/deep/", "made/deep/night-1.mid"), ("there", "there/night-1.mid"),
    ("name.MID", "name-1.mid"), ("name", "name-1.mid"),
  ])
  func `a folder or a name says where`(output: String, file: String) throws {
    try folder.makeFolder("there")
    let outcome = try render(["night.jorga", "--variants", "1", "-o", output])
    #expect(outcome.output == "\(file): 1 file, 4 bars, seed 7\n")
    #expect(try folder.bytes(of: file).starts(with: Array("MThd".utf8)))
  }

  /// Law: a sweep begins at its first number, ends at its last, and goes in equal steps.
  @Test func `a setting goes from one number to another`() throws {
    let sweep = ["--variants", "5", "--set", "amount=0:1"]
    let outcome = try render(["night.jorga", "-o", "out.mid"] + sweep)
    #expect(outcome.errors == "")
    for (index, amount) in ["0", "0.25", "0.5", "0.75", "1"].enumerated() {
      let alone = ["--set", "amount=\(amount)", "--seed", "\(7 + index)"]
      let bytes = try render(["night.jorga", "-o", "-"] + alone).bytes
      #expect(try folder.bytes(of: "out-\(index + 1).mid") == bytes)
    }
  }

  @Test func `a mini-notation has variants, too`() throws {
    let outcome = try render(["--pattern", "hh*8?", "--variants", "2", "-o", "out/"])
    #expect(outcome.status == 0)
    #expect(try folder.bytes(of: "out/pattern-1.mid") != folder.bytes(of: "out/pattern-2.mid"))
  }

  @Test func `a file of another kind stops them`() throws {
    try folder.write("precious", to: "out-2.mid")
    let outcome = try render(["night.jorga", "--variants", "3", "-o", "out.mid"])
    #expect(outcome.status == 73)
    #expect(outcome.errors.hasPrefix("out-2.mid: error: "))
    #expect(try folder.text(of: "out-2.mid") == "precious")
    #expect(try folder.names == ["night.jorga", "out-1.mid", "out-2.mid"])
  }

  /// What is there when it stops is whole, and nothing else.
  @Test(arguments: [("TERM", 143), ("HUP", 129)])
  func `a signal stops them between two files`(signal: String, status: Int) throws {
    let outcome = try Jorga.shell(
      """
      jorga render night.jorga --variants 100000 -o out/ & child=$!
      while [ ! -e out/night-000002.mid ]; do :; done
      kill -\(signal) $child; wait $child; echo $?
      """, in: folder)
    #expect(outcome.output == "\(status)\n")
    let names = try folder.names(in: "out")
    #expect(names.count >= 2 && names.count < 100_000)
    for name in names {
      #expect(name.hasSuffix(".mid"))
      #expect(try folder.bytes(of: "out/\(name)").starts(with: Array("MThd".utf8)))
    }
  }

  @Test func `a pipe sees no progress, a terminal does`() throws {
    let arguments = "render night.jorga --variants 3 -o out.mid"
    #expect(try Jorga.shell("jorga \(arguments)", in: folder).errors == "")
    let seen = try Jorga.shell(
      "script -qec 'stty cols 30; env -u COLUMNS TERM=xterm jorga \(arguments)' /dev/null",
      in: folder)
    #expect(seen.output.contains("\r[#####"))
    let lines = seen.output.split { $0.isNewline || $0 == "\r" }
    #expect(lines.allSatisfy { $0.contains("files") || $0.count < 30 }, "\(lines)")
    let plain = try Jorga.shell(
      "script -qec 'env -u COLUMNS TERM=dumb jorga \(arguments)' /dev/null", in: folder)
    #expect(!plain.output.contains("["))
  }
}
