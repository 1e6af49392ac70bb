import Glibc

/// What a live program writes to a terminal or a pipe without ever waiting for its reader.
///
/// What the reader does not take is kept for a while; where it becomes too much, what comes then is
/// lost.
struct LiveOutput: ~Copyable {
  /// How many bytes are kept.
  private static let most = 1 << 16

  private let descriptor: CInt
  private let isOwn: Bool
  private var rest: [UInt8] = []

  /// Output to what a descriptor leads to.
  ///
  /// A terminal and a pipe are opened once more, for the manner of a descriptor is shared with all
  /// programs that have it. A file never makes anybody wait.
  init(to descriptor: CInt) {
    var status = stat()
    let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    var own: CInt = -1
    if kind == S_IFCHR || kind == S_IFIFO {
      own = open("/proc/self/fd/\(descriptor)", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    }
    (self.descriptor, isOwn) = own >= 0 ? (own, true) : (descriptor, false)
  }

  deinit {
    if isOwn { close(descriptor) }
  }

  /// Whether everything was taken.
  var isIdle: Bool { rest.isEmpty }

  /// Writes a text, as far as the reader takes it now.
  mutating func write(_ text: String) {
    let bytes = Array(text.utf8)
    guard rest.count + bytes.count <= Self.most else { return flush() }
    rest += bytes
    flush()
  }

  /// Writes on with what was kept.
  mutating func flush() {
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno != EINTR {
        if errno != EAGAIN { rest = [] }
        return
      }
    }
  }
}
