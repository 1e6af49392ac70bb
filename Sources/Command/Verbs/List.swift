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

  @Option(
    help: """
      The nearest to a rhythm first, with their distances: a name, a pattern file or a quoted \
      mini-notation.
      """)
  var like: String?

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
    let entries = try entries(of: selection.selected(of: read), in: library)
    let rhythms = entries.map(\.rhythm)
    try StandardOutput.write(text(of: entries))
    if rhythms.isEmpty && !read.isEmpty {
      StandardOutput.complain("no rhythm fits all of this\nleave something out")
    }
    guard failed.isEmpty else {
      let message = failed.map(\.description).joined(separator: "\n")
      throw Failure(code: .badText, message: message)
    }
  }

  /// A rhythm, and how far it is from the one that was named.
  private struct Found {
    let rhythm: Rhythm
    let distance: Fraction?
  }

  /// The rhythms by name, or the nearest first.
  private func entries(of rhythms: [Rhythm], in library: Library) throws -> [Found] {
    guard let like else { return rhythms.map { Found(rhythm: $0, distance: nil) } }
    let wanted = try Material(like, in: library).rhythm(
      in: selection.metre ?? .common, chance: Chance(seed: 0))
    do {
      let outline = try Outline(wanted)
      let found = try rhythms.filter { $0.origin.id != wanted.origin.id }.map { rhythm in
        Found(rhythm: rhythm, distance: try outline.distance(to: Outline(rhythm)))
      }
      return found.sorted { ($0.distance ?? 0) < ($1.distance ?? 0) }.prefix(Self.neighbours)
        .map(\.self)
    } catch let error as MusicError {
      throw Failure(error, in: wanted.origin.id)
    }
  }

  /// How many neighbours of a rhythm are listed.
  private static let neighbours = 12

  private func text(of entries: [Found]) throws -> String {
    let rhythms = entries.map(\.rhythm)
    if json { return try JSON.text(of: ["patterns": entries.map(Entry.init)]) }
    if summary { return Catalogue(rhythms).summary }
    return index ? Catalogue(rhythms).index : table(of: entries)
  }

  private func table(of entries: [Found]) -> String {
    let rows = entries.map { entry in
      let rhythm = entry.rhythm
      let columns = [
        rhythm.origin.id, rhythm.origin.region, rhythm.shortMetre, rhythm.tempo.written,
        rhythm.writtenLetters, rhythm.origin.name,
      ]
      return (entry.distance.map { [$0.thousandths] } ?? []) + columns
    }
    let head =
      (like == nil ? [] : ["DIST"]) + ["ID", "REGION", "METRE", "TEMPO", "EV", "NAME"]
    return Table(head, rows, expendable: ["TEMPO", "REGION", "METRE"])
      .text(columns: StandardOutput.limit)
  }

  private struct Entry: Encodable {
    let id, name, native, region, metre, tempo, evidence, source: String
    let tags: [String]
    let distance: Double?

    init(_ found: Found) {
      let rhythm = found.rhythm
      distance = found.distance?.approximation
      let origin = rhythm.origin
      (id, name, native, region) = (origin.id, origin.name, origin.native, origin.region)
      (metre, tempo) = (rhythm.metreText, rhythm.tempo.written)
      (evidence, source, tags) = (origin.evidence.rawValue, origin.source, origin.tags)
    }
  }
}

extension Fraction {
  /// A number from 0 to 1 with three decimals.
  fileprivate var thousandths: String {
    let rounded = Int((approximation * 1000).rounded())
    return "\(rounded / 1000).\(String(1000 + rounded % 1000).dropFirst())"
  }
}
