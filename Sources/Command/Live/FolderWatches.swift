import Glibc

/// The folders of some files, watched by the kernel, with the folders that these are in.
///
/// A folder that is not there is awaited in the nearest that is.
struct FolderWatches {
  /// The calls of the system, which a test may replace.
  struct Calls {
    var open: () -> CInt = { inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC)) }
    var add: (CInt, String, UInt32) -> CInt = { inotify_add_watch($0, $1, $2) }
  }

  /// What an event means.
  enum News: Hashable {
    /// A file may be whole now that was not before.
    case whole(String)
    /// A file is being written.
    case written(String)
    /// A folder came or went: all must be watched anew.
    case moved
  }

  private struct Watch {
    /// The files whose names are in this folder, by these names.
    var files: [String: Set<String>] = [:]
    /// Names of folders that are not there yet.
    var awaited: Set<String> = []
  }

  /// What happens to files.
  private static let fileEvents = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ATTRIB | IN_MODIFY)
  /// What brings a folder.
  private static let arrivals = UInt32(IN_CREATE | IN_MOVED_TO)
  /// What takes a folder away.
  private static let departures = UInt32(IN_DELETE_SELF | IN_MOVE_SELF)
  /// Only folders; and what was asked of the same folder before stays asked.
  private static let manner = UInt32(IN_ONLYDIR | IN_MASK_ADD)

  private let descriptor: CInt
  private let calls: Calls
  private var watches: [CInt: Watch] = [:]

  /// The files that could not be watched.
  private(set) var unwatched: Set<String> = []
  /// Why the first of them could not.
  private(set) var refusal: CInt?

  /// Watches the folders of files.
  init(_ descriptor: CInt, of paths: some Sequence<String>, _ calls: Calls) {
    (self.descriptor, self.calls) = (descriptor, calls)
    for path in paths {
      for name in FileState.names(of: path) { watch(name, as: path) }
    }
  }

  /// What an event means for the files.
  func news(of event: InotifyEvent) -> [News] {
    if event.has(Int(IN_Q_OVERFLOW)) { return [.moved] }
    guard let watch = watches[event.watch] else { return [] }
    if event.has(Int(IN_DELETE_SELF), Int(IN_MOVE_SELF), Int(IN_IGNORED), Int(IN_UNMOUNT)) {
      return [.moved]
    }
    if event.has(Int(IN_CREATE), Int(IN_MOVED_TO)), watch.awaited.contains(event.name) {
      return [.moved]
    }
    let isWhole = event.has(Int(IN_CLOSE_WRITE), Int(IN_MOVED_TO), Int(IN_ATTRIB))
    return watch.files[event.name, default: []].sorted().map { path in
      isWhole || event.has(Int(IN_CREATE)) && FileState.isLink(path) ? .whole(path) : .written(path)
    }
  }

  private mutating func watch(_ name: String, as path: String) {
    var folder = FileState.folder(of: name)
    var missing: String?
    var events = Self.fileEvents
    while true {
      let number = calls.add(descriptor, folder, events | Self.departures | Self.manner)
      if number >= 0 {
        if let missing {
          watches[number, default: Watch()].awaited.insert(missing)
        } else {
          watches[number, default: Watch()].files[FileState.lastName(of: name), default: []]
            .insert(path)
        }
        return watchAbove(folder)
      }
      guard errno == ENOENT || errno == ENOTDIR, folder != ".", folder != "/" else {
        if refusal == nil { refusal = errno }
        unwatched.insert(path)
        return
      }
      missing = FileState.lastName(of: folder)
      folder = FileState.folder(of: folder)
      events = Self.arrivals
    }
  }

  /// Sees whether one of the folders around is taken away; where that may not be seen it is not.
  private mutating func watchAbove(_ folder: String) {
    var folder = folder
    while folder != "." && folder != "/" {
      folder = FileState.folder(of: folder)
      let number = calls.add(descriptor, folder, Self.departures | Self.manner)
      if number >= 0, watches[number] == nil { watches[number] = Watch() }
    }
  }
}
