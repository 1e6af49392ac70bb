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

  /// What files that are made of it are called, where nobody says it.
  var stem: String {
    let file = source.name.split(separator: "/").last.map(String.init) ?? ""
    return file.hasSuffix(".jorga") ? String(file.dropLast(".jorga".count)) : "score"
  }

  /// The pattern files that the score names, as paths.
  var named: [String] {
    String(source.characters).split(separator: "\"").filter { $0.hasSuffix(".pattern") }
      .map { "\(folder)/\($0)" }
  }

  /// Where the score finds what it names.
  func shelf(in library: Library) -> Shelf { Shelf(library: library, folder: folder) }

  /// The piece that the score means, with other values for some of its definitions, another seed or
  /// one tempo for the whole.
  func song(
    on shelf: Shelf, setting settings: [Setting] = [], at part: Fraction = 0, seed: UInt64? = nil,
    tempo: Tempo? = nil
  ) throws -> Song {
    do {
      var song = try Song(source.setting(settings, at: part), on: shelf)
      if let seed { song.seed = seed }
      if let tempo { song.hold(tempo) }
      return song
    } catch {
      throw Failure(code: .badText, message: error.description)
    }
  }
}

extension Song {
  /// Some bars of the piece, or all, as a timeline.
  func rendered(
    _ bars: Range<Int>? = nil, knobs: [Int: Fraction] = [:]
  ) throws -> Timeline {
    do { return try timeline(bars: bars, knobs: knobs) } catch {
      throw Failure(code: .badText, message: error.description)
    }
  }
}

extension Setting {
  /// A setting of the command line.
  init(reading text: String) throws {
    do { try self.init(parsing: text) } catch { throw Failure(error) }
  }
}
