import ArgumentParser
import Music
import Notation

/// The verb `check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks pattern files, or the whole library.",
    discussion: """
      EXAMPLE:
        jorga check
        jorga check my/first.pattern "bd(3,8) hh*2"
      """)

  @Argument(help: "Names, pattern files or quoted mini-notations; the library where none is said.")
  var names: [String] = []

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let library = try options.library()
    guard !(names.isEmpty && library.ids.isEmpty) else {
      throw Failure(
        code: .noInput, message: "error: no patterns were found\nname their folder with --patterns")
    }
    var faults: [Failure] = []
    if names.isEmpty { faults = library.rhythms().failed.map(Failure.init) }
    for name in names {
      do { _ = try Material(name, in: library) } catch let failure as Failure {
        faults.append(failure)
      }
    }
    guard faults.isEmpty else {
      throw Failure(
        code: faults[0].code, message: faults.map(\.message).joined(separator: "\n\n"))
    }
    let count = names.isEmpty ? library.ids.count : names.count
    try StandardOutput.write("\(count) checked, no faults\n")
  }
}
