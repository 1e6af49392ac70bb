import Glibc
import Music

/// Reads text files: the one place of the notations that opens one.
///
/// The system is asked directly, as a library of hundreds of files is read whole to list it.
public enum TextFile {
  /// The whole text of a file.
  ///
  /// - Throws: ``LibraryError`` for anything that is no regular file, is larger than
  ///   ``Bounds/fileBytes``, may not be read or is not UTF-8.
  public static func read(_ path: String) throws(LibraryError) -> String {
    // Without waiting: a pipe that nobody writes to must not hold the program up.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .noSuchFile(path) : .unreadable(path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isAFolder(path)
    default: throw .notARegularFile(path)
    }
    return try text(of: bytes(of: file, path), path)
  }

  /// All bytes of an open file, read to its end whatever its size is said to be.
  private static func bytes(of file: CInt, _ path: String) throws(LibraryError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= Bounds.fileBytes else {
        throw .tooLarge(path, limit: Bounds.fileBytes)
      }
    }
  }

  private static func text(of bytes: [UInt8], _ path: String) throws(LibraryError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .notation(NotationError(.notText, at: 0, of: SourceText(name: path, "")))
    }
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }
}
