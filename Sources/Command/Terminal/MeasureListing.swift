import Music
import Notation

/// The measures of a rhythm and of its voices, as a table or as JSON.
struct MeasureListing: Encodable {
  private enum CodingKeys: CodingKey {
    case measures, voices
  }

  /// One measure: what heads its column, its key in JSON, and its value for a person and a program.
  private struct Figure {
    let head, key: String
    let text: String?
    let number: Double?
  }

  private let whole: [Figure]
  private let voices: [(name: String, figures: [Figure])]

  init(of rhythm: Rhythm) throws {
    do throws(MusicError) {
      whole = Self.figures(try Measures(of: rhythm))
      voices = try rhythm.parts.map { part throws(MusicError) in
        (part.voice.name, Self.figures(try Measures(of: part.voice, in: rhythm)))
      }
    } catch {
      throw Failure(error, in: rhythm.origin.id)
    }
  }

  private static func figures(_ measures: Measures) -> [Figure] {
    [
      count("onsets", "onsets", measures.onsets), ratio("density", "density", measures.density),
      count("off-beat", "offBeatness", measures.offBeatness),
      count("LHL", "lhl", measures.syncopation), count("Keith", "keith", measures.keith),
      ratio("WNBD", "wnbd", measures.noteToBeatDistance), count("Witek", "witek", measures.witek),
      decimal("evenness", "evenness", measures.evenness, digits: 3),
      decimal("balance", "balance", measures.balance, digits: 3),
      decimal("nPVI", "nPVI", measures.variability?.approximation, digits: 1),
      ratio("swing", "swing", measures.swing),
    ]
  }

  private static func count(_ head: String, _ key: String, _ value: Int?) -> Figure {
    Figure(head: head, key: key, text: value.map { "\($0)" }, number: value.map { Double($0) })
  }

  private static func ratio(_ head: String, _ key: String, _ value: Fraction?) -> Figure {
    let text = value.map { $0.denominator == 1 ? "\($0.numerator)" : $0.description }
    return Figure(head: head, key: key, text: text, number: value?.approximation)
  }

  /// A value, not below 0, that has so many digits behind the point for a person.
  private static func decimal(
    _ head: String, _ key: String, _ value: Double?, digits: Int
  ) -> Figure {
    let unit = (0..<digits).reduce(1) { power, _ in power * 10 }
    let text = value.map { value in
      let parts = Int((value * Double(unit)).rounded())
      return "\(parts / unit)." + "\(unit + parts % unit)".dropFirst()
    }
    return Figure(head: head, key: key, text: text, number: value)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.numbers(of: whole), forKey: .measures)
    let voices = Dictionary(uniqueKeysWithValues: voices.map { ($0.name, Self.numbers(of: $0.1)) })
    try container.encode(voices, forKey: .voices)
  }

  private static func numbers(of figures: [Figure]) -> [String: Double?] {
    Dictionary(uniqueKeysWithValues: figures.map { ($0.key, $0.number) })
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
    _ columns: Range<Int>, _ rows: [(String, [Figure])], label: Int, _ widths: [Int]
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
