import Music
import Notation

/// The library as a whole: counts, and an index that can be read without the program.
struct Catalogue {
  private let regions: [(name: String, rhythms: [Rhythm])]

  init(_ rhythms: [Rhythm]) {
    regions = Dictionary(grouping: rhythms, by: \.origin.region).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// How many rhythms each region has, by their letters.
  var summary: String {
    var rows = [["REGION", "A", "B", "C", "ALL"]]
    for region in regions { rows.append(row(region.name, region.rhythms)) }
    rows.append(row("all", regions.flatMap(\.rhythms)))
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        column == 0 ? padded(cell.0, cell.1) : aligned(cell.0, cell.1)
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A page of Markdown: a table for each region.
  var index: String {
    var lines = ["# Index", "", "Written by `jorga list --index`. The letter is explained on the"]
    lines[2] += " [page of the format](README.md); letters behind a stroke are those of rows that"
    lines.append("rest on less than the rhythm itself.")
    for region in regions {
      lines += ["", "## \(region.name)", "", "| file | name | metre | tempo | letter |"]
      lines.append("| --- | --- | --- | --- | --- |")
      lines += region.rhythms.map { rhythm in
        let origin = rhythm.origin
        let name = origin.native.isEmpty ? origin.name : "\(origin.name) · \(origin.native)"
        let link = "[\(origin.id)](\(region.name)/\(origin.id).pattern)"
        return "| \(link) | \(name) | \(rhythm.shortMetre) | \(rhythm.tempo.written) "
          + "| \(rhythm.writtenLetters) |"
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func row(_ name: String, _ rhythms: [Rhythm]) -> [String] {
    let counts = Origin.Evidence.allCases.map { letter in
      rhythms.count { $0.origin.evidence == letter }
    }
    return [name] + (counts + [rhythms.count]).map(String.init)
  }

  private func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension Rhythm {
  /// The metre, or the first bars of a long chain of different ones.
  var shortMetre: String {
    guard Set(bars).count > 1, bars.count > 4 else { return metreText }
    return bars.prefix(3).map(\.description).joined(separator: ", ") + " … (\(bars.count) bars)"
  }
}
