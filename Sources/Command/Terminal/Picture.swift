import Composer
import Music
import Notation

/// A rhythm as a person reads it: what it is, its grid, what its strokes mean.
struct Picture {
  let ascii: Bool

  func text(of rhythm: Rhythm, withOrigin: Bool) throws -> String {
    do {
      let grid = try Grid(rhythm, isPlain: ascii, isColoured: StandardOutput.isColoured)
        .lines(columns: StandardOutput.columns)
      let head = withOrigin ? head(of: rhythm) + [""] : []
      return (head + grid + Self.legend(of: rhythm)).map { $0 + "\n" }.joined()
    } catch {
      throw Failure(
        code: .badText,
        message: "\(rhythm.origin.id.printable): error: this is too fine to be drawn as a grid\n"
          + "list it with 'jorga show --events', or render it")
    }
  }

  private func head(of rhythm: Rhythm) -> [String] {
    let origin = rhythm.origin
    let separator = ascii ? ", " : " · "
    let title = [origin.name, ascii ? "" : origin.native].filter { !$0.isEmpty }
    let facts = [origin.region, rhythm.metreText, "\(rhythm.tempo.written) BPM"]
    let lines = [
      title.joined(separator: separator), origin.gloss,
      facts.filter { !$0.isEmpty }.joined(separator: separator),
      "evidence \(origin.evidence.rawValue): \(origin.evidence.meaning)",
      "source \(origin.source)", origin.note.isEmpty ? "" : "note \(origin.note)",
    ]
    return lines.filter { !$0.isEmpty }.map(\.printable)
  }

  /// The strokes that are not told by the letters alone.
  private static func legend(of rhythm: Rhythm) -> [String] {
    let used = Set(rhythm.parts.flatMap { $0.notes.map(\.stroke) })
    let strokes = Stroke.allCases.filter { used.contains($0) }
    guard !strokes.isEmpty, strokes != [.normal] else { return [] }
    return ["", strokes.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: ", ")]
  }
}
