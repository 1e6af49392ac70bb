import Foundation
import Testing

@Suite struct OutputFileTests {
  private let folder = Folder()

  @Test(arguments: [
    ("nowhere/out.mid", "nowhere/out.mid: error: No such file or directory"),
    ("folder", "folder: error: Is a directory"), ("folder/", "folder/: error: Is a directory"),
    (".", ".: error: Is a directory"), ("file/out.mid", "file/out.mid: error: Not a directory"),
    ("/proc/out.mid", "/proc/out.mid: error: "), ("loop.mid", "loop.mid: error: "),
    (String(repeating: "x", count: 300), ": error: File name too long"),
  ])
  func `a name that cannot be written ends with 73`(name: String, error: String) throws {
    try folder.makeFolder("folder")
    try folder.write("hello", to: "file")
    try folder.link("loop.mid", to: "loop.mid")
    let names = try folder.names
    let outcome = try render(to: name)
    #expect(outcome.status == 73)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.contains(error))
    #expect(outcome.errors.hasSuffix("\nchoose a name that can be written\n"))
    #expect(try folder.names == names)
  }

  @Test func `an empty name is refused by a sentence`() throws {
    let outcome = try render(to: "")
    #expect([64, 73].contains(outcome.status))
    #expect(!outcome.errors.hasPrefix(":"))
  }

  @Test(.enabled(if: geteuid() != 0, "nothing is forbidden to root"))
  func `a folder or a file that may not be written ends with 73`() throws {
    try folder.makeFolder("locked")
    try folder.write("MThd old", to: "old.mid")
    try folder.setPermissions(of: "locked", 0o555)
    try folder.setPermissions(of: "old.mid", 0o444)
    defer { try? folder.setPermissions(of: "locked", 0o755) }
    for name in ["locked/out.mid", "old.mid"] {
      let outcome = try render(to: name)
      #expect(outcome.status == 73)
      #expect(outcome.errors.hasPrefix("\(name): error: Permission denied"))
    }
    #expect(try folder.text(of: "old.mid") == "MThd old")
    #expect(try folder.names == ["locked", "old.mid"])
  }

  @Test(arguments: ["notes.txt", "out.mid", "song.pattern"])
  func `a file that is not a MIDI file stays whole`(name: String) throws {
    try folder.write("MT is how this begins", to: name)
    let outcome = try render(to: name)
    #expect(outcome.status == 73)
    #expect(outcome.errors.hasPrefix("\(name): error: "))
    #expect(outcome.errors.contains("say --force to replace it"))
    #expect(try folder.text(of: name) == "MT is how this begins")
    #expect(try folder.names == [name])
    #expect(try render(to: name, ["--force"]).status == 0)
    #expect(try folder.text(of: name) != "MT is how this begins")
  }

  @Test(arguments: ["MThd and anything else", ""])
  func `a MIDI file or an empty file is replaced`(old: String) throws {
    try folder.write(old, to: "out.mid")
    #expect(try render(to: "out.mid").status == 0)
    #expect(try folder.bytes(of: "out.mid") == fresh())
    #expect(try folder.names == ["out.mid"])
  }

  @Test(arguments: [
    ["--pattern", "bd zz"], ["--pattern", "bd("], ["--pattern", "nowhere"],
    ["--pattern", "1.5 bd"],
    ["--pattern", "bd", "--bars", "0"], ["--pattern", "bd*65536", "--bars", "10000"],
  ])
  func `a file stays byte for byte whole when nothing can be rendered`(
    arguments: [String]
  ) throws {
    try folder.write("MThd old", to: "old.mid")
    let outcome = try Jorga.run(["render", "-o", "old.mid"] + arguments, in: folder)
    #expect(outcome.status != 0)
    #expect(try folder.text(of: "old.mid") == "MThd old")
    #expect(try folder.names == ["old.mid"])
  }

  /// A limit of the shell stands for a full disk: files may have one block.
  @Test(arguments: ["trap '' XFSZ; ", ""])
  func `a file stays whole when there is no room for the new one`(trap: String) throws {
    try folder.write("MThd old", to: "old.mid")
    let command = "jorga render --pattern 'bd*16' --bars 1000 -o old.mid"
    let outcome = try Jorga.shell("\(trap)ulimit -f 1; \(command)", in: folder)
    #expect(outcome.status == 74)
    #expect(outcome.errors == "old.mid: error: File too large\nmake room, or write elsewhere\n")
    #expect(try folder.text(of: "old.mid") == "MThd old")
    #expect(try folder.names == ["old.mid"])
  }

  @Test func `a device stays a device`() throws {
    let outcome = try render(to: "/dev/null")
    #expect(outcome.status == 0)
    #expect(
      try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        == .typeCharacterSpecial)
  }

  @Test func `a full disk ends with 74`() throws {
    let outcome = try render(to: "/dev/full")
    #expect(outcome.status == 74)
    #expect(
      outcome.errors == """
        /dev/full: error: No space left on device
        make room, or write elsewhere

        """)
  }

  @Test func `a pipe without a reader is refused, not waited for`() throws {
    #expect(mkfifo("\(folder.path)/pipe.mid", 0o600) == 0)
    #expect(try render(to: "pipe.mid").status == 73)
  }

  @Test func `a pipe with a reader is written into`() throws {
    #expect(mkfifo("\(folder.path)/pipe.mid", 0o600) == 0)
    let outcome = try Jorga.shell(
      "cat pipe.mid > copy.mid & exec 3> pipe.mid; jorga render --pattern bd -o pipe.mid; "
        + "exec 3>&-; wait", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(try folder.bytes(of: "copy.mid") == fresh())
  }

  @Test(arguments: ["MThd old", "", nil])
  func `the target of a link is written, and the link stays`(old: String?) throws {
    try folder.makeFolder("elsewhere")
    if let old { try folder.write(old, to: "elsewhere/real.mid") }
    try folder.link("link.mid", to: "elsewhere/real.mid")
    #expect(try render(to: "link.mid").status == 0)
    #expect(try folder.type(of: "link.mid") == .typeSymbolicLink)
    #expect(try folder.bytes(of: "elsewhere/real.mid") == fresh())
    #expect(try folder.names == ["elsewhere", "link.mid"])
  }

  @Test(arguments: [0o600, 0o640, 0o664, 0o755])
  func `a file that is replaced keeps its permissions`(permissions: Int) throws {
    try folder.write("MThd old", to: "old.mid")
    try folder.setPermissions(of: "old.mid", permissions)
    #expect(try render(to: "old.mid").status == 0)
    #expect(try folder.permissions(of: "old.mid") == permissions)
  }

  @Test(arguments: [("022", 0o644), ("077", 0o600), ("002", 0o664)])
  func `a new file has the permissions that the user wants`(mask: String, mode: Int) throws {
    let command = "umask \(mask); jorga render --pattern bd -o new.mid"
    #expect(try Jorga.shell(command, in: folder).status == 0)
    #expect(try folder.permissions(of: "new.mid") == mode)
  }

  @Test(arguments: ["out.mid", "name with blanks.mid", "қобыз.mid", "-x.mid", "out"])
  func `any name will do`(name: String) throws {
    let outcome = try Jorga.run(["render", "--pattern", "bd", "--output=\(name)"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output == "\(name): 8 bars, 8 notes, 1 track, 120 BPM\n")
    #expect(try folder.bytes(of: name) == fresh())
  }

  private func render(to name: String, _ options: [String] = []) throws -> Jorga.Outcome {
    try Jorga.run(["render", "--pattern", "bd", "-o", name] + options, in: folder)
  }

  /// What the file must hold.
  private func fresh() throws -> [UInt8] {
    try Jorga.run(["render", "--pattern", "bd", "-o", "-"], in: folder).bytes
  }
}
