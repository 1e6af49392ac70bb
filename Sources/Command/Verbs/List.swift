import ArgumentParser
import Music
import Notation

/// The verb `list`.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the library.",
    discussion: """
      The letter says how well a rhythm is documented: A, a notation was opened; B, recalled \
      and not opened again; C, a reconstruction.

      A second letter is that of rows which rest on less.

      EXAMPLE:
        jorga list --region kazakh
        jorga list korogly
        jorga list --metre 7/8 --tempo 100-140 --voice dum
        jorga list --summary
      """)

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var options: LibraryOptions

  @Flag(help: "Count the rhythms by region and letter.")
  var summary = false

  @Flag(help: "Print an index of the library in Markdown.")
  var index = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard [summary, index, json].count(where: \.self) <= 1 else {
      throw ValidationError("say one of --summary, --index and --json")
    }
  }

  func run() throws {
    let library = try options.library()
    if library.ids.isEmpty {
      StandardOutput.complain("no patterns were found\nname their folder with --patterns")
    }
    let (read, failed) = library.rhythms()
    let rhythms = try selection.selected(of: read)
    try StandardOutput.write(text(of: rhythms))
    if rhythms.isEmpty && !read.isEmpty {
      StandardOutput.complain("no rhythm fits all of this\nleave something out")
    }
    guard failed.isEmpty else {
      let message = failed.map(\.description).joined(separator: "\n")
      throw Failure(code: .badText, message: message)
    }
  }

  private func text(of rhythms: [Rhythm]) throws -> String {
    if json { return try JSON.text(of: ["patterns": rhythms.map(Entry.init)]) }
    if summary { return Catalogue(rhythms).summary }
    return index ? Catalogue(rhythms).index : table(of: rhythms)
  }

  private func table(of rhythms: [Rhythm]) -> String {
    let rows = rhythms.map { rhythm in
      [
        rhythm.origin.id, rhythm.origin.region, rhythm.shortMetre, rhythm.tempo.written,
        rhythm.writtenLetters, rhythm.origin.name,
      ].map(\.printable)
    }
    let head = ["ID", "REGION", "METRE", "TEMPO", "EV", "NAME"]
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    return ([head] + rows).map { row in
      let cells = zip(row, widths).map { padded($0, $1) }.joined(separator: "  ")
      let end = cells.lastIndex { $0 != " " }.map { cells.index(after: $0) }
      return String(cells[..<(end ?? cells.startIndex)]) + "\n"
    }.joined()
  }

  private struct Entry: Encodable {
    let id, name, native, region, metre, tempo, evidence, source: String
    let tags: [String]

    init(_ rhythm: Rhythm) {
      let origin = rhythm.origin
      (id, name, native, region) = (origin.id, origin.name, origin.native, origin.region)
      (metre, tempo) = (rhythm.metreText, rhythm.tempo.written)
      (evidence, source, tags) = (origin.evidence.rawValue, origin.source, origin.tags)
    }
  }
}
