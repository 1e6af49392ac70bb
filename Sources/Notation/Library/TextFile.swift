import FoundationEssentials
import Music

/// Reads text files: the one place of the notations that touches a disk.
public enum TextFile {
  /// The whole text of a file.
  ///
  /// - Throws: ``LibraryError`` for anything that is no regular file, is larger than
  ///   ``Bounds/fileBytes``, may not be read or is not UTF-8.
  public static func read(_ path: String) throws(LibraryError) -> String {
    let (type, size) = try attributes(of: path)
    guard type != .typeDirectory else { throw .isAFolder(path) }
    guard type == .typeRegular else { throw .notARegularFile(path) }
    guard size <= Bounds.fileBytes else { throw .tooLarge(path, limit: Bounds.fileBytes) }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw .unreadable(path) }
    guard let text = String(validating: data, as: UTF8.self), !text.contains("\0") else {
      throw .notation(NotationError(.notText, at: 0, of: SourceText(name: path, "")))
    }
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }

  private static func attributes(
    of path: String
  ) throws(LibraryError) -> (FileAttributeType?, Int) {
    let resolved = URL(filePath: path).resolvingSymlinksInPath().path
    guard let found = try? FileManager.default.attributesOfItem(atPath: resolved) else {
      throw FileManager.default.fileExists(atPath: path) ? .unreadable(path) : .noSuchFile(path)
    }
    return (found[.type] as? FileAttributeType, found[.size] as? Int ?? 0)
  }
}
