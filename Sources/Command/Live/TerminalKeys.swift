import CLinux
import Glibc

/// The keys of a terminal, each as soon as it is pressed.
///
/// The terminal is as it was when the value ends, and between ``release()`` and ``attend()``. What
/// ends the program in any other way must restore ``before``.
struct TerminalKeys: ~Copyable {
  private enum State {
    /// The terminal is as it was found.
    case released
    /// So it is, as the program is in its background.
    case waiting
    case attending
  }

  private let terminal: CInt
  private var parser = KeyParser()
  private var state = State.released

  /// The mode in which the terminal was found.
  private(set) var before: TerminalMode

  /// For how long bytes may be the beginning of a key.
  private static let patience = Duration.milliseconds(50)
  /// When the last bytes came.
  private var lastRead = ContinuousClock.now

  /// Keys of a terminal, or nothing where it is none.
  init?(of terminal: CInt = STDIN_FILENO) {
    guard let before = TerminalMode(of: terminal) else { return nil }
    (self.terminal, self.before) = (terminal, before)
    attend()
  }

  deinit {
    if state == .attending { before.restore() }
  }

  /// What to poll for reading; nothing while the keys are not for this program.
  var descriptor: CInt? { state == .attending ? terminal : nil }

  /// Takes the keys, where the program is in the foreground: at first, and when it is continued.
  mutating func attend() {
    guard TerminalMode.isForeground(terminal) else {
      state = .waiting
      return
    }
    if state != .attending, let present = TerminalMode(of: terminal) { before = present }
    state = .attending
    before.withKeysAtOnce.restore()
  }

  /// Gives the terminal back as it was found, before the program is suspended.
  mutating func release() {
    if state == .attending { before.restore() }
    state = .released
  }

  /// Whether a key has begun that is given up, or is the escape key, if nothing comes for a while:
  /// then ``settle()`` is to be asked, again and again.
  var isWaiting: Bool { parser.isWaiting }

  /// The escape key, when it is known to be that.
  mutating func settle() -> [TypedKey] {
    lastRead.duration(to: .now) < Self.patience ? [] : parser.settle()
  }

  /// The keys that were pressed since; nothing where the terminal has gone away.
  ///
  /// To be asked now and then even where there is no ``descriptor``: not every shell tells a program
  /// that it is in the foreground again.
  mutating func read() -> [TypedKey]? {
    if state == .waiting { attend() }
    var keys: [TypedKey] = []
    var bytes = [UInt8](repeating: 0, count: 256)
    while state == .attending {
      guard clinux_is_readable(terminal) != 0 else { break }
      let count = Glibc.read(terminal, &bytes, bytes.count)
      if count > 0 {
        keys += parser.read(bytes[..<count])
        lastRead = .now
      } else if count == 0 || errno != EINTR && errno != EAGAIN {
        state = .released
        return keys.isEmpty ? nil : keys
      }
    }
    return keys
  }
}
