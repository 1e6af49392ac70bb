import Testing

@Suite struct StandardOutputTests {
  private let folder = Folder()

  @Test func `a MIDI file goes to standard output, and nothing else`() throws {
    try #require(
      try Jorga.run(["render", "--pattern", "bd", "-o", "x.mid"], in: folder).status == 0)
    let outcome = try Jorga.run(["render", "--pattern", "bd", "-o", "-"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(try outcome.bytes == folder.bytes(of: "x.mid"))
    #expect(try folder.names == ["x.mid"])
  }

  @Test(arguments: [
    "jorga list | true", "jorga --help | true", "jorga list --json | head -c 1 > /dev/null",
    "jorga show 'bd*64' --events --cycles 2000 | head -n 1 > /dev/null",
    "jorga render --pattern 'bd*64' --bars 2000 -o - | head -c 4 > /dev/null",
    "jorga show nothing-here 2>&1 | true",
    "{ jorga list --json; echo $? >&3; } 3> status | true; grep -qx 0 status",
  ])
  func `a reader that goes away is no fault`(script: String) throws {
    for _ in 0..<5 {
      let outcome = try Jorga.shell(script, in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
    }
  }

  @Test(arguments: [
    ["list"], ["list", "--json"], ["show", "adai-bas"], ["show", "bd", "--events"], ["check"],
    ["blend", "adai-bas", "nawakht"], ["render", "--pattern", "bd", "-o", "-"],
  ])
  func `a full disk ends with 74`(arguments: [String]) throws {
    let outcome = try Jorga.run(arguments, in: folder, output: "/dev/full")
    #expect(outcome.status == 74)
    #expect(
      outcome.errors == """
        standard output: error: No space left on device
        make room, or write elsewhere

        """)
  }

  @Test func `standard output that is closed is told`() throws {
    let outcome = try Jorga.shell("jorga list >&-", in: folder)
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("standard output: error: Bad file descriptor\n"))
  }
}
