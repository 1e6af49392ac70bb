import FoundationEssentials
import Glibc
import Music
import TestSupport
import Testing

@testable import Notation

@Suite final class LibraryTests {
  private let root = FileManager.default.temporaryDirectory.path + "/jorga-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  @Test func `every pattern file of the project is found by its name`() throws {
    let library = try Library(folders: ["\(Repository.root)/Patterns"])
    let names = Repository.patternFiles.compactMap { $0.split(separator: "/").last }
      .map { String($0.dropLast(".pattern".count)) }
    #expect(library.ids == names.sorted())
    let (read, failed) = library.rhythms()
    #expect(failed.isEmpty)
    #expect(read.map(\.origin.id) == library.ids)
  }

  @Test func `files stand in a folder or one level below`() throws {
    try write("top.pattern")
    try write("folk/below.pattern")
    try write("folk/deep/deeper.pattern")
    try write("folk/readme.md")
    try write(".hidden.pattern")
    let library = try Library(folders: [root])
    #expect(library.ids == ["below", "top"])
    #expect(library.path(of: "below") == "\(root)/folk/below.pattern")
    #expect(library.path(of: "deeper") == nil)
  }

  @Test func `the first folder comes before the second`() throws {
    try write("mine/son.pattern", name: "Mine")
    try write("theirs/folk/son.pattern", name: "Theirs")
    try write("theirs/clave.pattern", name: "Clave")
    let library = try Library(folders: ["\(root)/mine", "\(root)/theirs"])
    #expect(library.ids == ["clave", "son"])
    #expect(try library.rhythm(named: "son").origin.name == "Mine")
    #expect(try library.rhythm(named: "clave").origin.name == "Clave")
  }

  @Test func `an unknown name gets the nearest known one`() throws {
    try write("balbyrauyn-core.pattern")
    let library = try Library(folders: [root])
    #expect(throws: LibraryError.noSuchPattern("balbyraun-core", nearest: "balbyrauyn-core")) {
      try library.rhythm(named: "balbyraun-core")
    }
    #expect(throws: LibraryError.noSuchPattern("techno", nearest: nil)) {
      try library.rhythm(named: "techno")
    }
  }

  @Test func `a file that cannot be read is listed beside the others`() throws {
    try write("good.pattern")
    try write("bad.pattern", text: "name")
    let (read, failed) = try Library(folders: [root]).rhythms()
    #expect(read.map(\.origin.id) == ["good"])
    #expect(failed.count == 1)
  }

  @Test func `a folder that is not there is an error`() throws {
    let path = try write("file.pattern")
    for path in ["\(root)/nowhere", path, ""] {
      #expect(throws: LibraryError.notAFolder(path)) { try Library(folders: [path]) }
    }
  }

  @Test func `only a file can be read`() throws {
    try write("folder.pattern/inner.pattern")
    #expect(mkfifo("\(root)/pipe.pattern", 0o600) == 0)
    symlink("\(root)/nowhere", "\(root)/dangling.pattern")
    symlink("loop.pattern", "\(root)/loop.pattern")
    symlink("/dev/zero", "\(root)/device.pattern")
    expect("folder.pattern") { .isAFolder($0) }
    expect("pipe.pattern") { .notARegularFile($0) }
    expect("device.pattern") { .notARegularFile($0) }
    expect("nowhere.pattern") { .noSuchFile($0) }
    expect("nowhere/at/all.pattern") { .noSuchFile($0) }
    expect("dangling.pattern") { .noSuchFile($0) }
    #expect(throws: LibraryError.self) { try Library.rhythm(at: "\(self.root)/loop.pattern") }
    #expect(throws: LibraryError.noSuchFile("")) { try Library.rhythm(at: "") }
  }

  @Test func `a link to a file is that file`() throws {
    let path = try write("real/son.pattern", name: "Son")
    symlink(path, "\(root)/link.pattern")
    let rhythm = try Library(folders: [root]).rhythm(named: "link")
    #expect(rhythm.origin.name == "Son")
    #expect(rhythm.origin.id == "link")
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0x00], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x6E, 0x00, 0x61]]
      as [[UInt8]])
  func `what is not UTF-8 text is refused`(bytes: [UInt8]) throws {
    let path = "\(root)/binary.pattern"
    try Data(bytes).write(to: URL(filePath: path))
    #expect(throws: Self.fault(.notText, in: path)) { try Library.rhythm(at: path) }
  }

  @Test func `an empty file has nothing in it`() throws {
    let path = try write("empty.pattern", text: "")
    #expect(throws: Self.fault(.emptyFile, in: path)) { try Library.rhythm(at: path) }
  }

  @Test func `a byte order mark and other line ends are read over`() throws {
    let text = Draft().text
    let path = try write("windows.pattern", text: "\u{FEFF}" + text.replacing("\n", with: "\r\n"))
    #expect(try Library.rhythm(at: path) == Rhythm(parsing: text, name: "x"))
  }

  @Test func `a file has at most a mebibyte`() throws {
    let text = Draft().text
    let rest = Bounds.fileBytes - text.utf8.count
    let path = try write("large.pattern", text: text + String(repeating: "\n", count: rest))
    #expect(try Library.rhythm(at: path) == Rhythm(parsing: text, name: "x"))
    try write("large.pattern", text: text + String(repeating: "\n", count: rest + 1))
    expect("large.pattern") { .tooLarge($0, limit: Bounds.fileBytes) }
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `a file without permission is refused`() throws {
    let path = try write("locked.pattern")
    #expect(chmod(path, 0) == 0)
    expect("locked.pattern") { .unreadable($0) }
  }

  private static let printed: [(LibraryError, String)] = [
    (.noSuchPattern("x", nearest: "y"), "error: no pattern is called 'x'\ndid you mean 'y'?"),
    (
      .noSuchPattern("x", nearest: nil),
      "error: no pattern is called 'x'\nsee 'jorga list' for all names"
    ),
    (.noSuchFile("a/b"), "a/b: error: there is no such file\ncheck the name"),
    (.isAFolder("a/b"), "a/b: error: this is a folder\nname a file in it"),
    (
      .notARegularFile("a/b"),
      "a/b: error: this is a device or a pipe\nname a file on the disk"
    ),
    (.notAFolder("a/b"), "a/b: error: there is no such folder\ncheck the name"),
    (.unreadable("a/b"), "a/b: error: this cannot be read\ncheck its permissions"),
    (.tooLarge("a/b", limit: 9), "a/b: error: this has more than 9 bytes\nname a smaller file"),
    (
      .noSuchFile("a\u{1B}[2J"), "a·[2J: error: there is no such file\ncheck the name"
    ),
    (
      .noSuchPattern("\u{1B}c", nearest: "y"),
      "error: no pattern is called '·c'\ndid you mean 'y'?"
    ),
    (
      fault(.notText, in: "a/b"),
      "a/b:1:1: error: this is not text in UTF-8\n\n^\ngive a text file"
    ),
  ]

  @Test(arguments: printed)
  func `an error says where it is and what to do`(error: LibraryError, text: String) {
    #expect(error.description == text)
  }

  private static func fault(_ fault: NotationError.Fault, in path: String) -> LibraryError {
    .notation(NotationError(fault, at: 0, of: SourceText(name: path, "")))
  }

  private func expect(
    _ name: String, at location: SourceLocation = #_sourceLocation,
    throws error: (String) -> LibraryError
  ) {
    let path = "\(root)/\(name)"
    #expect(throws: error(path), sourceLocation: location) { try Library.rhythm(at: path) }
  }

  /// Writes a pattern file, and the folders it needs.
  @discardableResult
  private func write(_ path: String, name: String = "Test", text: String? = nil) throws -> String {
    let url = URL(filePath: "\(root)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let text = text ?? Draft(["name": name]).text
    try Data(text.utf8).write(to: url)
    return url.path
  }
}
