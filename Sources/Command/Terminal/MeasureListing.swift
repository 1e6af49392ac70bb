import Music
import Notation

/// The measures of a rhythm and of its voices, as a table or as JSON.
struct MeasureListing: Encodable {
  private enum CodingKeys: CodingKey {
    case measures, voices
  }

  private let whole: [MeasureFigure]
  private let voices: [(name: String, figures: [MeasureFigure])]

  init(of rhythm: Rhythm) throws {
    do throws(MusicError) {
      whole = MeasureFigure.all(of: try Measures(of: rhythm))
      voices = try rhythm.parts.map { part throws(MusicError) in
        (part.voice.name, MeasureFigure.all(of: try Measures(of: part.voice, in: rhythm)))
      }
    } catch {
      throw Failure(error, in: rhythm.origin.id)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(MeasureFigure.values(whole), forKey: .measures)
    let voices = Dictionary(
      uniqueKeysWithValues: voices.map { ($0.name, MeasureFigure.values($0.1)) })
    try container.encode(voices, forKey: .voices)
  }
}

extension MeasureListing {
  /// The whole rhythm, then each voice; columns that do not fit stand below.
  func text(columns: Int) -> String {
    let rows = [("all voices", whole)] + voices.map { ($0.name.printable, $0.figures) }
    let label = rows.map(\.0.count).max() ?? 0
    let widths = whole.indices.map { index in
      max(whole[index].head.count, rows.map { $0.1[index].text?.count ?? 1 }.max() ?? 0)
    }
    var blocks: [String] = []
    var first = 0
    while first < widths.count {
      var (end, width) = (first, label)
      while end < widths.count, end == first || width + 2 + widths[end] <= columns {
        width += 2 + widths[end]
        end += 1
      }
      blocks.append(block(first..<end, rows, label: label, widths))
      first = end
    }
    return blocks.joined(separator: "\n") + "\n" + Self.legend
  }

  private func block(
    _ columns: Range<Int>, _ rows: [(String, [MeasureFigure])], label: Int, _ widths: [Int]
  ) -> String {
    let head = line("", columns.map { whole[$0].head }, label: label, widths[columns])
    let body = rows.map { name, figures in
      line(name, columns.map { figures[$0].text ?? "-" }, label: label, widths[columns])
    }
    return ([head] + body).joined()
  }

  private func line(
    _ name: String, _ cells: [String], label: Int, _ widths: ArraySlice<Int>
  ) -> String {
    let cells = zip(cells, widths).map { cell, width in
      String(repeating: " ", count: width - cell.count) + cell
    }
    return padded(name, label) + "  " + cells.joined(separator: "  ") + "\n"
  }

  /// What a reader needs who sees the table for the first time.
  private static let legend = """
    density: share of steps that sound; off-beat: onsets that no
    even beat meets; LHL, Keith, WNBD, Witek: syncopation; nPVI:
    contrast of neighbouring intervals; swing: what the first of
    two steps takes of both; -: has no meaning here

    """
}
