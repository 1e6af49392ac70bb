import Glibc

/// What of a file changes whenever it is written, replaced or touched.
struct FileState: Hashable {
  private let device: dev_t
  private let number: ino_t
  private let size: off_t
  private let (modified, changed): (Time, Time)

  private struct Time: Hashable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec)
    }
  }

  /// The state of a file; nothing where there is none, or something else that cannot be read whole.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    (device, number, size) = (status.st_dev, status.st_ino, status.st_size)
    (modified, changed) = (Time(status.st_mtim), Time(status.st_ctim))
  }

  /// Whether a name is a link of either kind to a file, which is whole as soon as it is there.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
  }

  /// The names by which a file can be replaced: its own, and those that links lead to.
  static func names(of path: String) -> [String] {
    var names = [path]
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    while names.count <= 40 {
      let name = names[names.count - 1]
      let count = readlink(name, &target, target.count)
      guard count > 0 else { break }
      let next = String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      names.append(next.hasPrefix("/") ? next : folder(of: name) + "/" + next)
    }
    return names
  }

  /// The folder that a name is in, as the name has it.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a name.
  static func lastName(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
  }
}
