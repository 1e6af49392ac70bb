import ArgumentParser
import Music
import Notation

extension Failure {
  /// A fault of a rhythm that can be read, at its file where it is one of the library's.
  fileprivate init(_ lint: Lint, in library: Library) {
    let place = library.path(of: lint.subject) ?? lint.subject
    self.init(
      code: .badText,
      message: "\(place.printable): error: \(lint.fault.message)\n\(lint.fault.advice)")
  }
}

/// The verb `check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks pattern files, or the whole library.",
    discussion: """
      Beside what cannot be read it tells voices that no kit knows, tempi that nobody plays, two \
      files of one name and two names for one rhythm.

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
    if names.isEmpty {
      let (read, failed) = library.rhythms()
      faults = failed.map(Failure.init)
      faults += (library.lints + Lint.all(of: read)).map { Failure($0, in: library) }
    }
    for name in names {
      do {
        guard case .rhythm(let rhythm) = try Material(name, in: library) else { continue }
        faults += Lint.all(of: [rhythm]).map { Failure($0, in: library) }
      } catch let failure as Failure {
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
