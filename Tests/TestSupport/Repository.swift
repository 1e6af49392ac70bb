import FoundationEssentials

/// Where the project's files are, for tests that read them.
public enum Repository {
  /// The folder of the package.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Every pattern file of the library.
  public static let patternFiles = files(below: "Patterns", ending: ".pattern")

  /// The files below a folder of the package whose names end in some way, in order.
  public static func files(below folder: String, ending: String) -> [String] {
    let found = try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
    return (found ?? [])
      .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }

  /// The text of a file of the package.
  public static func text(of path: String) throws -> String {
    try String(contentsOf: URL(filePath: "\(root)/\(path)"), encoding: .utf8)
  }
}
