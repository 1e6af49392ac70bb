import Foundation
import Testing

/// What a NAME on the command line stands for, and what is said where it stands for nothing.
@Suite struct MaterialTests {
  private let folder = Folder()

  @Test(
    arguments: ["show", "check"],
    [
      (
        "nothing-here",
        "error: no pattern is called 'nothing-here'\nsee 'jorga list' for all names\n"
      ),
      ("adai-bsa", "error: no pattern is called 'adai-bsa'\ndid you mean 'adai-bas'?\n"),
      (
        "house-clasic",
        "error: no pattern is called 'house-clasic'\ndid you mean 'house-classic'?\n"
      ),
      ("nawakhr", "error: no pattern is called 'nawakhr'\ndid you mean 'nawakht'?\n"),
      ("none.pattern", "none.pattern: error: there is no such file\ncheck the name\n"),
      ("no/where.pattern", "no/where.pattern: error: there is no such file\ncheck the name\n"),
      ("./folder", "./folder: error: this is a folder\nname a file in it\n"),
      ("folder.pattern", "folder.pattern: error: this is a folder\nname a file in it\n"),
      (
        "/dev/null",
        "/dev/null: error: this is a device or a pipe\nname a file on the disk\n"
      ),
      (
        "pipe.pattern",
        "pipe.pattern: error: this is a device or a pipe\nname a file on the disk\n"
      ),
      ("loop.pattern", "loop.pattern: error: this cannot be read\ncheck its permissions\n"),
      (
        "large.pattern",
        "large.pattern: error: this has more than 1048576 bytes\nname a smaller file\n"
      ),
    ])
  func `what is not there ends with 66`(verb: String, name: (String, String)) throws {
    try folder.makeFolder("folder")
    try folder.makeFolder("folder.pattern")
    try folder.link("loop.pattern", to: "loop.pattern")
    try folder.write(String(repeating: "x", count: 1 << 20 + 1), to: "large.pattern")
    #expect(mkfifo("\(folder.path)/pipe.pattern", 0o600) == 0)
    let outcome = try Jorga.run([verb, name.0], in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors == name.1)
  }

  @Test(arguments: [
    ("empty.pattern", "", "the file is empty"),
    ("blank.pattern", "\n \n\t\n", "the file is empty"),
    ("binary.pattern", "\u{0}\u{1}MThd", "this is not text in UTF-8"),
    ("words.pattern", "Hello, world!\n", "'Hello,' is not a key of a pattern file"),
  ])
  func `a file that holds no pattern ends with 65`(
    name: String, text: String, message: String
  ) throws {
    try folder.write(text, to: name)
    let outcome = try Jorga.run(["show", name], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.hasPrefix("\(name):1:1: error: \(message)"))
    #expect(!outcome.errors.contains("'~' for a rest"))
  }

  @Test func `bytes that are not UTF-8 are no text`() throws {
    try folder.write([0x6E, 0xFF, 0xFE, 0x0A], to: "bytes.pattern")
    let outcome = try Jorga.run(["show", "bytes.pattern"], in: folder)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.hasPrefix("bytes.pattern:1:1: error: this is not text in UTF-8"))
  }

  @Test(.enabled(if: geteuid() != 0, "nothing is forbidden to root"))
  func `a file that may not be read ends with 66`() throws {
    try folder.writePattern("secret")
    try folder.setPermissions(of: "secret.pattern", 0)
    let outcome = try Jorga.run(["show", "secret.pattern"], in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.errors == "secret.pattern: error: this cannot be read\ncheck its permissions\n")
  }

  @Test(arguments: ["\u{FEFF}", ""], ["\n", "\r\n"])
  func `a file from any editor is read`(mark: String, newline: String) throws {
    try folder.writePattern("plain")
    let text = try folder.text(of: "plain.pattern").replacing("\n", with: newline)
    try folder.write(mark + text, to: "other/plain.pattern")
    let outcome = try Jorga.run(["show", "other/plain.pattern"], in: folder)
    #expect(outcome.errors == "")
    #expect(try outcome.output == Jorga.run(["show", "plain.pattern"], in: folder).output)
  }

  @Test func `a name is found in any case, a file by its path, through a link too`() throws {
    let outcome = try Jorga.run(["show", "nawakht"], in: folder)
    #expect(try Jorga.run(["show", "NaWakht"], in: folder).output == outcome.output)
    try folder.writePattern("mine")
    try folder.link("other", to: "mine.pattern")
    let mine = try Jorga.run(["show", "mine.pattern"], in: folder)
    for name in ["./mine.pattern", "\(folder.path)/mine.pattern", "./other"] {
      let other = try Jorga.run(["show", name], in: folder)
      #expect(other.status == 0)
      #expect(other.output == mine.output)
    }
  }

  @Test(arguments: [
    ("bdd", "error: no pattern is called 'bdd'\nsee 'jorga list' for all names\n"),
    (
      "hatt*2 sd",
      """
      mini-notation:1:1: error: no instrument plays 'hatt'
      hatt*2 sd
      ^
      did you mean 'hat'?

      """
    ),
    (
      "bd [sd zzzz]",
      """
      mini-notation:1:8: error: no instrument plays 'zzzz'
      bd [sd zzzz]
             ^
      write a voice such as 'bd', a note such as 'c4', or a key from 0 to 127

      """
    ),
    (
      "bd [1.5 128]",
      """
      mini-notation:1:5: error: '1.5' is no sound
      bd [1.5 128]
          ^
      write a voice such as 'bd', a note such as 'c4', or a key from 0 to 127

      """
    ),
  ])
  func `a sound that is none gets the nearest`(text: String, errors: String) throws {
    let outcome = try Jorga.run(["render", "--pattern", text, "-o", "out.mid"], in: folder)
    #expect(outcome.errors == errors)
    #expect(outcome.status == (text == "bdd" ? 66 : 65))
    #expect(try folder.names == [])
  }

  @Test func `a file that is there is no mini-notation`() throws {
    try Data("# Not a pattern\n".utf8).write(to: URL(filePath: "\(folder.path)/README.md"))
    let outcome = try Jorga.run(["show", "README.md"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("README.md:"))
  }
}
