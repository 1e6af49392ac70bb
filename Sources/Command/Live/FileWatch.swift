import Glibc

/// Files that are edited while they are played.
///
/// It sees files that are written in place, replaced by others of their name, linked anew, touched,
/// and folders that vanish and come back. A file is told when it has not been written for a moment,
/// so that it is whole. To miss nothing, watch first and read then.
///
/// What the kernel refuses to watch is looked at once a second instead.
struct FileWatch: ~Copyable {
  private struct File {
    /// As it was told last, or found at first.
    var known: FileState?
    /// When it is told, unless it is written again.
    var due: Duration?
  }

  /// How long a file is left alone before it is told: some editors write twice.
  static let quiet = Duration.milliseconds(50)
  /// How often a file is looked at that cannot be watched.
  static let interval = Duration.seconds(1)

  /// What to poll for reading; nothing where the system watches nothing.
  let descriptor: CInt?

  private let calls: FolderWatches.Calls
  private var watches: FolderWatches?
  private var files: [String: File] = [:]
  private var nextLook: Duration?
  /// Why the system watches nothing.
  private let refusal: CInt?

  /// Watches files, whether or not they are there.
  init(_ paths: [String] = [], calls: FolderWatches.Calls = FolderWatches.Calls()) {
    let opened = calls.open()
    (descriptor, refusal) = opened >= 0 ? (opened, nil) : (nil, errno)
    self.calls = calls
    watch(paths, at: .zero)
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Why files are only looked at once a second, and what to do; nothing where all are watched.
  var trouble: String? {
    let advice =
      switch watches?.refusal ?? refusal {
      case nil: nil as String?
      case ENOSPC?: "raise it with 'sudo sysctl fs.inotify.max_user_watches=65536'"
      case EMFILE?: "raise it with 'sudo sysctl fs.inotify.max_user_instances=512'"
      case _?: "nothing else is wrong"
      }
    guard let advice, let code = watches?.refusal ?? refusal else { return nil }
    let reason =
      code == ENOSPC || code == EMFILE
      ? "the system's limit is reached" : String(cString: strerror(code))
    return "warning: edits are looked for once a second only: \(reason)\n\(advice)"
  }

  /// Watches these files instead of those before; what is known of a file that is among both stays.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - now: The time, on the clock of ``changed(at:)``.
  mutating func watch(_ paths: [String], at now: Duration) {
    let before = files
    files = [:]
    for path in paths {
      files[path] =
        before[path].map { File(known: $0.known, due: now + Self.quiet) }
        ?? File(known: FileState(of: path))
    }
    rearm()
    nextLook = unwatched.isEmpty ? nil : nextLook ?? .zero
  }

  /// The files that must be looked at.
  private var unwatched: Set<String> { watches?.unwatched ?? Set(files.keys) }

  /// When to ask for ``changed(at:)`` though there is nothing to read.
  var due: Duration? {
    (files.values.compactMap(\.due) + [nextLook].compactMap(\.self)).min()
  }

  /// Reads what has happened.
  ///
  /// - Parameter now: The time, on whatever clock; not before the last.
  /// - Returns: The files that have changed and are whole now, in order.
  mutating func changed(at now: Duration) -> [String] {
    listen(at: now)
    look(at: now)
    var changed: [String] = []
    for (path, file) in files {
      guard let due = file.due, due <= now else { continue }
      let state = FileState(of: path)
      if let state, state != file.known { changed.append(path) }
      files[path] = File(known: state)
    }
    return changed.sorted()
  }

  /// Reads what the kernel has told since.
  private mutating func listen(at now: Duration) {
    guard let descriptor, let watches else { return }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    var isMoved = false
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      for news in InotifyEvent.events(in: bytes[..<count]).flatMap({ watches.news(of: $0) }) {
        switch news {
        case .whole(let path): files[path]?.due = now + Self.quiet
        case .written(let path) where files[path]?.due != nil:
          files[path]?.due = now + Self.quiet
        case .written: break
        case .moved: isMoved = true
        }
      }
    }
    guard isMoved else { return }
    rearm()
    for path in files.keys { files[path]?.due = now + Self.quiet }
  }

  /// Looks at the files that are not watched, each second.
  private mutating func look(at now: Duration) {
    let unwatched = unwatched
    guard !unwatched.isEmpty else {
      nextLook = nil
      return
    }
    guard nextLook.map({ $0 <= now }) ?? true else { return }
    nextLook = now + Self.interval
    for path in unwatched where files[path]?.due == nil {
      if FileState(of: path) != files[path]?.known { files[path]?.due = now + Self.quiet }
    }
  }

  /// Watches all folders anew, behind the same descriptor.
  private mutating func rearm() {
    guard let descriptor else { return }
    let fresh = calls.open()
    if fresh >= 0 {
      dup2(fresh, descriptor)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      close(fresh)
    }
    watches = FolderWatches(descriptor, of: files.keys.sorted(), calls)
  }
}
