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

      EXAMPLE:
        jorga list --region kazakh
      """)

  @OptionGroup var options: LibraryOptions

  @Option(help: "Only rhythms of a region, such as kazakh.")
  var region: String?

  @Option(help: "Only rhythms with a tag, such as kuy.")
  var tag: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let library = try options.library()
    if library.ids.isEmpty {
      StandardOutput.complain("no patterns were found\nname their folder with --patterns")
    }
    let (read, failed) = library.rhythms()
    let rhythms = read.filter { rhythm in
      (region.map { $0.lowercased() == rhythm.origin.region.lowercased() } ?? true)
        && (tag.map { rhythm.origin.tags.contains($0.lowercased()) } ?? true)
    }
    try check(region, "region", among: read.map(\.origin.region))
    try check(tag, "tag", among: read.flatMap(\.origin.tags))
    try StandardOutput.write(
      json ? JSON.text(of: ["patterns": rhythms.map(Entry.init)]) : table(of: rhythms))
    guard failed.isEmpty else {
      let message = failed.map(\.description).joined(separator: "\n")
      throw Failure(code: .badText, message: message)
    }
  }

  /// Refuses a word to filter by that no rhythm has, with the nearest that one has.
  private func check(_ word: String?, _ what: String, among known: [String]) throws {
    guard let word, !known.contains(where: { $0.lowercased() == word.lowercased() }) else { return }
    let nearest = Suggestion.nearest(to: word, among: Set(known).sorted())
    let advice =
      nearest.map { "did you mean '\($0)'?" }
      ?? "write one of: \(Set(known).sorted().joined(separator: ", "))"
    throw Failure(
      code: .noInput, message: "error: no rhythm has the \(what) '\(word.printable)'\n\(advice)")
  }

  private func table(of rhythms: [Rhythm]) -> String {
    let rows = rhythms.map { rhythm in
      [
        rhythm.origin.id, rhythm.origin.region, rhythm.metreText, rhythm.tempo.written,
        rhythm.origin.evidence.rawValue, rhythm.origin.name,
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
