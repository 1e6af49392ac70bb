import Drawing
import FoundationEssentials
import Glibc
import Notation

/// A file that is written beside its name and renamed, so that a failure leaves the old one whole.
struct OutputFile {
  /// What a file holds, and so what it may replace without being asked.
  enum Kind {
    case midi
    case pattern
    case picture

    /// How each file begins that may be replaced; nothing where none may.
    fileprivate var beginning: [UInt8]? {
      switch self {
      case .midi: Array("MThd".utf8)
      case .pattern: nil
      case .picture: Array(Poster.beginning.utf8)
      }
    }

    fileprivate var stranger: String {
      switch self {
      case .midi, .pattern: "a file that is no MIDI file has this name"
      case .picture: "a file that jorga did not draw has this name"
      }
    }
  }

  /// The name as the user wrote it; `-` is standard output.
  let path: String

  /// What the file shall hold.
  let kind: Kind

  /// A file for a piece of music: its name says whether as a pattern.
  init(path: String) {
    self.init(path: path, kind: path.lowercased().hasSuffix(".pattern") ? .pattern : .midi)
  }

  /// A file for something.
  init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// Writes the whole file; by force, a file of another kind or a pattern may be replaced.
  ///
  /// Where it is urgent it is on the disk before it gets its name; one of thousands is left to the
  /// system, which writes it within seconds.
  func write(_ bytes: [UInt8], force: Bool, isUrgent: Bool = true) throws {
    guard path != "-" else { return try StandardOutput.write(bytes) }
    var status = stat()
    let target = Self.target(of: path)
    guard stat(target, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return try replace(target, bytes, nil, isUrgent) }
      throw failure(errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw failure(EISDIR)
    case S_IFREG:
      guard access(path, W_OK) == 0 else { throw failure(errno) }
      guard force || status.st_size == 0 || mayBeReplaced() else { throw precious }
      try replace(target, bytes, status.st_mode & 0o7777, isUrgent)
    default: try writeInto(bytes)
    }
  }

  /// Makes a folder of this name, and those that it is in, where they are not there.
  func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        code: .cannotWrite,
        message: "\(path.printable): error: this cannot be made a folder\n"
          + "choose another name, or a place where you may write")
    }
  }

  /// Where a name leads when its links are followed, even to nothing.
  private static func target(of path: String) -> String {
    var target = path
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target) else {
        break
      }
      let folder = URL(filePath: target).deletingLastPathComponent()
      target = next.hasPrefix("/") ? next : folder.appending(path: next).path
    }
    return target
  }

  /// Whether the file that is there is one that this program wrote, or could have.
  private func mayBeReplaced() -> Bool {
    guard let beginning = kind.beginning, let file = fopen(path, "rb") else { return false }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: beginning.count)
    return fread(&head, 1, head.count, file) == head.count && head == beginning
  }

  private var precious: Failure {
    Failure(
      code: .cannotWrite,
      message: "\(path.printable): error: \(kind.stranger)\n"
        + "choose another name, or say --force to replace it")
  }

  /// Writes a new file in the same folder, then gives it the name; a signal to stop waits for it.
  private func replace(
    _ target: String, _ bytes: [UInt8], _ mode: mode_t?, _ isUrgent: Bool
  ) throws {
    try HeldSignals.during { try replaceAtOnce(target, bytes, mode, isUrgent) }
  }

  private func replaceAtOnce(
    _ target: String, _ bytes: [UInt8], _ mode: mode_t?, _ isUrgent: Bool
  ) throws {
    let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    var name = Array("\(target[..<slash]).jorga-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw failure(errno) }
    do throws(WriteFailure) {
      try fill(descriptor, bytes, mode, isUrgent)
      guard rename(name, target) == 0 else { throw WriteFailure(code: errno) }
    } catch {
      unlink(name)
      throw failure(error.code)
    }
  }

  /// Writes the new file; where it is urgent, it makes sure that it is on the disk before it gets
  /// the name.
  private func fill(
    _ descriptor: CInt, _ bytes: [UInt8], _ mode: mode_t?, _ isUrgent: Bool
  ) throws(WriteFailure) {
    var code: CInt = 0
    do throws(WriteFailure) {
      try FileDescriptor(number: descriptor).write(bytes)
      let mask = umask(0)
      umask(mask)
      let isDone =
        fchmod(descriptor, mode ?? (0o666 & ~mask)) == 0 && (!isUrgent || fsync(descriptor) == 0)
      if !isDone { code = errno }
    } catch {
      code = error.code
    }
    if close(descriptor) != 0 && code == 0 { code = errno }
    guard code == 0 else { throw WriteFailure(code: code) }
  }

  /// Writes into a device or a pipe, which must not be replaced.
  private func writeInto(_ bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFL, O_WRONLY)
    do throws(WriteFailure) {
      try FileDescriptor(number: descriptor).write(bytes)
    } catch {
      throw failure(error.code)
    }
  }

  private func failure(_ code: CInt) -> Failure {
    let isDisk = [ENOSPC, EDQUOT, EIO, EFBIG].contains(code)
    let advice = isDisk ? "make room, or write elsewhere" : "choose a name that can be written"
    return Failure(
      code: isDisk ? .disk : .cannotWrite,
      message: "\(path.printable): error: \(WriteFailure(code: code).reason)\n\(advice)")
  }
}
