import ArgumentParser
import FoundationEssentials
import Notation

/// Where patterns are found.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "A folder of patterns to add; it comes before $JORGA_PATTERNS and the library's own.")
  var patterns: String?

  /// The folders: the user's, the environment's, and the one that came with the program.
  func library() throws -> Library {
    let environment = ProcessInfo.processInfo.environment["JORGA_PATTERNS"]
    let folders = [patterns, environment.flatMap { $0.isEmpty ? nil : $0 }, Self.own]
    do {
      return try Library(folders: folders.compactMap(\.self))
    } catch {
      throw Failure(error)
    }
  }

  /// The folder `Patterns` beside the program or above it, as in a checkout, or in `share/jorga`.
  private static var own: String? {
    let files = FileManager.default
    guard let program = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      return nil
    }
    var folder = URL(filePath: program).deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      for name in ["Patterns", "share/jorga/Patterns"] {
        let path = folder.appending(path: name).path
        if files.fileExists(atPath: "\(path)/README.md") { return path }
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}
