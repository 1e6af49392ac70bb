import Foundation
import TestSupport
import Testing

/// The course in `Examples`: every file of it is heard, and the walk through the verbs arrives.
@Suite struct CourseTests {
  private static let patterns = Repository.files(below: "Examples", ending: ".pattern")
  private static let scores = Repository.files(below: "Examples", ending: ".jorga")
  private static let files = patterns + scores

  @Test func `the course is numbered without a gap, scores behind patterns`() {
    let numbers = Self.files.compactMap { file in
      file.split(separator: "/").last.flatMap { Int($0.prefix(2)) }
    }
    #expect(numbers == Array(1...Self.files.count))
  }

  @Test(arguments: files + ["Examples/walk.sh"])
  func `each opens with what it teaches`(file: String) throws {
    let mark = file.hasSuffix(".jorga") ? "//" : "#"
    let lines = try Repository.text(of: file).split(separator: "\n").prefix(2)
    #expect(lines.contains { $0.hasPrefix("\(mark) Teaches: ") })
  }

  @Test func `the page of the course has a line for each`() throws {
    let lines = try Repository.text(of: "Examples/README.md").split(separator: "\n")
    let linked = lines.compactMap { line in
      line.hasPrefix("| [")
        ? line.split(separator: "(").dropFirst().first?.prefix { $0 != ")" } : nil
    }
    #expect(linked.map { "Examples/\($0)" } == Self.files)
  }

  @Test(arguments: patterns)
  func `each pattern is checked and shown`(file: String) throws {
    for verb in ["check", "show"] {
      let outcome = try Jorga.run([verb, "\(Repository.root)/\(file)"], in: Folder())
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test(arguments: files)
  func `each is rendered, twice to the same bytes`(file: String) throws {
    let folder = Folder()
    let path = "\(Repository.root)/\(file)"
    let what = file.hasSuffix(".jorga") ? [path] : ["--pattern", path]
    let renderings = try ["one.mid", "two.mid"].map { name in
      let outcome = try Jorga.run(["render"] + what + ["-o", name], in: folder)
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
    let made = ["line.mid", "walk.mid", "stretch.mid", "tile.mid", "regroup.mid", "on.mid"]
    for name in made + ["23-whole-set.mid", "mine.mid", "mine-2.mid"] {
      #expect(names.contains(name))
    }
    #expect(names.contains("between.pattern"))
  }
}
