import Foundation
import TestSupport
import Testing

/// The course in `Examples`: every file of it is heard, and the walk through the verbs arrives.
@Suite struct CourseTests {
  private static let files = Repository.files(below: "Examples", ending: ".pattern")

  @Test func `the course is numbered without a gap`() {
    let numbers = Self.files.compactMap { file in
      file.split(separator: "/").last.flatMap { Int($0.prefix(2)) }
    }
    #expect(numbers == Array(1...Self.files.count))
  }

  @Test(arguments: files + ["Examples/walk.sh"])
  func `each opens with what it teaches`(file: String) throws {
    let lines = try Repository.text(of: file).split(separator: "\n").prefix(2)
    #expect(lines.contains { $0.hasPrefix("# Teaches: ") })
  }

  @Test(arguments: files)
  func `each is checked, shown and rendered, twice to the same bytes`(file: String) throws {
    let folder = Folder()
    let path = "\(Repository.root)/\(file)"
    for verb in ["check", "show"] {
      let outcome = try Jorga.run([verb, path], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let renderings = try ["one.mid", "two.mid"].map { name in
      let outcome = try Jorga.run(["render", "--pattern", path, "-o", name], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try folder.bytes(of: name)
    }
    #expect(renderings[0] == renderings[1])
    #expect(renderings[0].starts(with: Array("MThd".utf8)))
  }

  @Test func `the walk through the verbs arrives`() throws {
    let folder = Folder()
    let outcome = try Jorga.shell(
      "sh '\(Repository.root)/Examples/walk.sh'", in: folder,
      environment: ["JORGA": Jorga.program, "OUT": folder.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = try folder.names
    for name in ["line.mid", "walk.mid", "stretch.mid", "tile.mid", "regroup.mid", "on.mid"] {
      #expect(names.contains(name))
    }
    #expect(names.contains("between.pattern"))
  }
}
