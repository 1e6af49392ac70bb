import CLinux
import Glibc

/// The signals that end, suspend and continue the program, read from a descriptor instead of
/// breaking into what it does.
///
/// To be made first of all, for a thread that was begun before would still be broken into; those
/// begun later inherit that these signals are held back. When the value ends they do again what they
/// did before. Signals that were ignored when the program was started, as by `nohup`, stay so.
struct Signals: ~Copyable {
  /// A signal that came.
  enum Kind: CaseIterable, Hashable, Sendable {
    case hangup
    case interrupt
    case quit
    case terminate
    case suspend
    case resume

    /// The number of the system.
    var number: CInt {
      switch self {
      case .hangup: SIGHUP
      case .interrupt: SIGINT
      case .quit: SIGQUIT
      case .terminate: SIGTERM
      case .suspend: SIGTSTP
      case .resume: SIGCONT
      }
    }

    /// Whether it asks the program to end.
    var isEnd: Bool { self != .suspend && self != .resume }

    /// The exit code of a program that it ends, as a shell tells it.
    var exitCode: CInt { 128 + number }
  }

  /// What to poll for reading.
  let descriptor: CInt
  private let before: sigset_t

  /// Holds the signals back; nothing where the system has no descriptor left, and then they do what
  /// they did.
  init?() {
    var (held, before) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    for kind in Kind.allCases where !Self.isIgnored(kind) { sigaddset(&held, kind.number) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    let descriptor = signalfd(-1, &held, CInt(SFD_NONBLOCK | SFD_CLOEXEC))
    guard descriptor >= 0 else {
      pthread_sigmask(SIG_SETMASK, &before, nil)
      return nil
    }
    (self.descriptor, self.before) = (descriptor, before)
  }

  deinit {
    close(descriptor)
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// The signals that came since, each once.
  func read() -> [Kind] {
    var kinds: [Kind] = []
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while true {
      let count = Glibc.read(descriptor, &info, size)
      if count == size {
        let kind = Kind.allCases.first { $0.number == CInt(info.ssi_signo) }
        if let kind, !kinds.contains(kind) { kinds.append(kind) }
      } else if count >= 0 || errno != EINTR {
        return kinds
      }
    }
  }

  /// Stops the program as the suspend key does where nobody minds it; comes back when it is
  /// continued, or at once where nobody could continue it.
  func suspend() {
    var (stop, held) = (sigset_t(), sigset_t())
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, &held)
    raise(SIGTSTP)
    pthread_sigmask(SIG_SETMASK, &held, nil)
  }

  private static func isIgnored(_ kind: Kind) -> Bool {
    var action = sigaction()
    guard sigaction(kind.number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
