import FoundationEssentials

/// Texts that are stored in `Tests/Golden` as they are meant to be, or elsewhere in the package.
///
/// With `RECORD` in the environment what a test makes is stored instead; that run fails, so that no
/// text is accepted unread.
public enum Golden {
  /// Why a text is not the stored one, or nothing where it is.
  public static func fault(in text: String, storedAt path: String) throws -> String? {
    let url = URL(filePath: "\(Repository.root)/\(path)")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return "\(path) was recorded: read it, and run without RECORD"
    }
    guard let stored = try? Repository.text(of: path) else {
      return "\(path) is not there: RECORD=1 stores it"
    }
    return stored == text ? nil : "\(path) is another text:\n\(text)"
  }
}
