import TestSupport
import Testing

@Suite struct CheckTests {
  private let folder = Folder()

  @Test func `the whole library is without faults`() throws {
    let outcome = try Jorga.run(["check"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output == "\(Repository.patternFiles.count) checked, no faults\n")
  }

  @Test func `names, files and mini-notations are checked together`() throws {
    try folder.writePattern("mine")
    let outcome = try Jorga.run(["check", "mine.pattern", "adai-bas", "bd(3,8) hh*2"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output == "3 checked, no faults\n")
  }

  @Test func `every fault is told, an empty line between two`() throws {
    let outcome = try Jorga.run(["check", "bd(", "nowhere.pattern", "adai-bass", "bd"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.bytes.isEmpty)
    #expect(
      outcome.errors == """
        mini-notation:1:3: error: this '(' is not closed
        bd(
          ^
        write ')' where it ends

        nowhere.pattern: error: there is no such file
        check the name

        error: no pattern is called 'adai-bass'
        did you mean 'adai-bas'?

        """)
  }

  @Test(
    arguments: [
      (["nowhere.pattern", "bd("], 66), (["bd(", "nowhere.pattern"], 65),
      (["adai-bas", "bd("], 65),
    ] as [([String], Int32)])
  func `the first fault decides the exit code`(names: [String], status: Int32) throws {
    #expect(try Jorga.run(["check"] + names, in: folder).status == status)
  }

  @Test func `a fault in a file is pointed at`() throws {
    try folder.writePattern("mine", rows: "kick      | x.q. |")
    let outcome = try Jorga.run(["check", "mine.pattern"], in: folder)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors == """
        mine.pattern:12:15: error: 'q' is not a step
        kick      | x.q. |
                      ^
        write one of X x g D d U u t i m o p, '.' for a rest or '-' to hold

        """)
  }

  @Test func `a fault in a folder of one's own is found too`() throws {
    try folder.writePattern("mine/good")
    try folder.write("", to: "mine/empty.pattern")
    let outcome = try Jorga.run(["check", "--patterns", "mine"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("mine/empty.pattern:1:1: error: "))
  }

  @Test func `what can be read may be wrong all the same`() throws {
    try folder.writePattern("mine/one")
    try folder.writePattern("mine/two")
    try folder.writePattern("mine/deep/one")
    try folder.writePattern("mine/three", rows: "kik       | x... |")
    let outcome = try Jorga.run(["check", "--patterns", "mine"], in: folder)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors == """
        mine/deep/one.pattern: error: 'mine/one.pattern' has the same name
        give one of them another name

        mine/three.pattern: error: no instrument is known for the voice 'kik'
        did you mean 'kick'?

        mine/two.pattern: error: 'one' sounds the same
        keep one, or name 'one' in the note

        """)
  }
}
