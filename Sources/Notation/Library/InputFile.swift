import Glibc
import Music

/// Reads files: the one place that opens one to read it.
///
/// The system is asked directly, as a library of hundreds of files is read whole to list it.
public enum InputFile {
  /// The real path of a file that lies in a folder or below it, links followed.
  ///
  /// - Throws: ``LibraryError`` where there is no such file, or it lies elsewhere.
  static func path(of path: String, inside folder: String) throws(LibraryError) -> String {
    guard !path.hasPrefix("/") else { throw .outside(path) }
    guard let file = realPath("\(folder)/\(path)") else {
      throw path.split(separator: "/").contains("..") ? .outside(path) : .noSuchFile(path)
    }
    guard let home = realPath(folder), file.hasPrefix(home == "/" ? home : "\(home)/") else {
      throw .outside(path)
    }
    return "\(folder)/\(path)"
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The whole text of a file.
  ///
  /// - Throws: ``LibraryError`` for anything that is no regular file, is larger than
  ///   ``Bounds/fileBytes``, may not be read or is not UTF-8.
  public static func text(of path: String) throws(LibraryError) -> String {
    try text(of: bytes(of: path, most: Bounds.fileBytes), path)
  }

  /// The whole text of standard input.
  ///
  /// - Throws: ``LibraryError`` where it has more than ``Bounds/fileBytes`` or is not UTF-8.
  public static func standardText() throws(LibraryError) -> String {
    let name = "standard input"
    return try text(
      of: bytes(of: STDIN_FILENO, name, expected: 0, most: Bounds.fileBytes), name)
  }

  /// All bytes of a file.
  ///
  /// - Throws: ``LibraryError`` for anything that is no regular file, has more bytes than it may
  ///   have or may not be read.
  public static func bytes(of path: String, most: Int) throws(LibraryError) -> [UInt8] {
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
    guard status.st_size <= most else { throw .tooLarge(path, limit: most) }
    return try bytes(of: file, path, expected: Int(status.st_size), most: most)
  }

  /// All bytes of an open file, read to its end whatever its size is said to be.
  private static func bytes(
    of file: CInt, _ path: String, expected: Int, most: Int
  ) throws(LibraryError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let room = max(expected - bytes.count, 1 << 12)
      var failed = false
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let result = Glibc.read(file, buffer.baseAddress, room)
        failed = result < 0 && errno != EINTR
        count = max(0, result)
      }
      guard !failed else { throw .unreadable(path) }
      guard !part.isEmpty else { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= most else { throw .tooLarge(path, limit: most) }
    }
  }

  private static func text(of bytes: [UInt8], _ path: String) throws(LibraryError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .notation(NotationError(.notText, at: 0, of: SourceText(name: path, "")))
    }
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }
}
