import Music
import Notation
import Scores

/// A score as a user names it: a file that ends in `.jorga`, or `-` for standard input.
struct ScoreFile {
  let source: SourceText
  /// The folder in which the score may name files.
  let folder: String

  /// Whether a name on the command line is that of a score.
  static func isScore(_ name: String) -> Bool { name == "-" || name.hasSuffix(".jorga") }

  init(_ path: String) throws {
    do {
      if path == "-" {
        source = SourceText(name: "standard input", try InputFile.standardText())
        folder = "."
      } else {
        source = SourceText(name: path, try InputFile.text(of: path))
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        folder = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
      }
    } catch {
      throw Failure(error)
    }
  }

  /// The piece that the score means.
  func song(on library: Library) throws -> Song {
    do { return try Song(source, on: Shelf(library: library, folder: folder)) } catch {
      throw Failure(code: .badText, message: error.description)
    }
  }
}
