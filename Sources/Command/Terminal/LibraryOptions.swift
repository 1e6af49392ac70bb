import ArgumentParser
import Notation

/// Where patterns are found.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "A folder of patterns to add; it comes before $JORGA_PATTERNS and the library's own.")
  var patterns: String?

  /// The user's folder, the environment's, and the one that came with the program.
  func library() throws -> Library {
    do {
      return try Library(folders: [patterns].compactMap(\.self) + Library.usualFolders())
    } catch {
      throw Failure(error)
    }
  }
}
