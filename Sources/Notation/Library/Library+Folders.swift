import FoundationEssentials

extension Library {
  /// The folders in which patterns are looked for where no other is named: that of the environment
  /// variable `JORGA_PATTERNS`, and the one that came with the program or the package.
  public static func usualFolders() -> [String] {
    let environment = ProcessInfo.processInfo.environment["JORGA_PATTERNS"]
    return [environment.flatMap { $0.isEmpty ? nil : $0 }, own].compactMap(\.self)
  }

  /// The folder `Patterns` beside the program or above it, as in a checkout, in `share/jorga`, or
  /// where the package was built.
  private static var own: String? {
    let files = FileManager.default
    func patterns(in folder: URL) -> String? {
      ["Patterns", "share/jorga/Patterns"].map { folder.appending(path: $0).path }
        .first { files.fileExists(atPath: "\($0)/README.md") }
    }
    if let program = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      var folder = URL(filePath: program).deletingLastPathComponent()
      while folder.pathComponents.count > 1 {
        if let found = patterns(in: folder) { return found }
        folder.deleteLastPathComponent()
      }
    }
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return patterns(in: package)
  }
}
