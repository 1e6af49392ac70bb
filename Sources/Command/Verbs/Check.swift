import ArgumentParser
import MIDI
import Music
import Notation
import Scores

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
    abstract: "Finds every fault in scores and patterns, or in the whole library.",
    discussion: """
      Beside what cannot be read it tells voices that no kit knows, tempi that nobody plays, two \
      files of one name and two names for one rhythm. A score is read and played to its end.

      EXAMPLE:
        jorga check
        jorga check night.jorga my/first.pattern "bd(3,8) hh*2"
        jorga check - < night.jorga
      """)

  @Argument(
    help: """
      Scores, pattern files, names or quoted mini-notations, '-' for a score on standard input; \
      the library where none is said.
      """)
  var names: [String] = []

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let library = try options.library()
    guard !(names.isEmpty && library.ids.isEmpty) else {
      throw Failure(
        code: .noInput, message: "error: no patterns were found\nname their folder with --patterns")
    }
    var faults = names.isEmpty ? faults(of: library) : []
    for name in names {
      faults +=
        try ScoreFile.isScore(name)
        ? self.faults(ofScore: name, library)
        : self.faults(ofPattern: name, library)
    }
    guard faults.isEmpty else {
      throw Failure(
        code: faults[0].code, message: faults.map(\.message).joined(separator: "\n\n"))
    }
    let count = names.isEmpty ? library.ids.count : names.count
    try StandardOutput.write("\(count) checked, no faults\n")
  }

  private func faults(of library: Library) -> [Failure] {
    let (read, failed) = library.rhythms()
    let faults = failed.flatMap { error -> [Failure] in
      guard case .notation(let first) = error else { return [Failure(error)] }
      return Failure.all(inFile: first.line.file) ?? [Failure(error)]
    }
    return faults + (library.lints + Lint.all(of: read)).map { Failure($0, in: library) }
  }

  private func faults(ofPattern name: String, _ library: Library) throws -> [Failure] {
    do {
      guard case .rhythm(let rhythm) = try Material(name, in: library) else { return [] }
      return Lint.all(of: [rhythm]).map { Failure($0, in: library) }
    } catch let failure as Failure {
      let path = library.path(of: name) ?? name
      return Failure.all(inFile: path) ?? [failure]
    }
  }

  /// What cannot be read, and else what cannot be played.
  private func faults(ofScore name: String, _ library: Library) throws -> [Failure] {
    do {
      let file = try ScoreFile(name)
      let timeline = try file.song(on: file.shelf(in: library)).rendered()
      do { _ = try Performance(of: timeline, on: .generalMIDI) } catch {
        throw Failure(error, in: file.source.name)
      }
      return []
    } catch let failure as Failure {
      return [failure]
    }
  }
}

extension Failure {
  /// Every fault of a pattern file; nothing where there is no such file, or none in it.
  fileprivate static func all(inFile path: String) -> [Failure]? {
    guard let faults = try? Library.faults(at: path), !faults.isEmpty else { return nil }
    return faults.map { Failure($0) }
  }
}
