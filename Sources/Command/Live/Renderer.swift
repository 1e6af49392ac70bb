import CLinux
import Dispatch
import Glibc
import Synchronization

/// Makes a piece anew on a thread of its own, so that what plays does not wait for it.
///
/// Of several wishes that come while it works the last counts.
final class Renderer: Sendable {
  /// What is to be polled for reading: something was made.
  let descriptor: CInt
  private let piece: LivePiece
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "jorga.renderer")

  private struct State {
    var wish: LivePiece.Controls?
    var isWorking = false
    var made: [Result<LivePiece.Take, any Error>] = []
  }

  /// A renderer, or nothing where the system has no descriptor left.
  init?(_ piece: LivePiece) {
    self.piece = piece
    descriptor = eventfd(0, CInt(EFD_NONBLOCK | EFD_CLOEXEC))
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Asks for the piece as it is with some controls.
  func request(_ controls: LivePiece.Controls) {
    let begins = state.withLock { state in
      state.wish = controls
      defer { state.isWorking = true }
      return !state.isWorking
    }
    guard begins else { return }
    queue.async { [self] in work() }
  }

  private func work() {
    while let wish = next() {
      let made = Result { try piece.make(wish) }
      state.withLock { $0.made = [made] }
      eventfd_write(descriptor, 1)
    }
  }

  private func next() -> LivePiece.Controls? {
    state.withLock { state in
      defer { state.wish = nil }
      state.isWorking = state.wish != nil
      return state.wish
    }
  }

  /// What was made last, if it was not taken.
  func take() -> Result<LivePiece.Take, any Error>? {
    var count = eventfd_t()
    eventfd_read(descriptor, &count)
    return state.withLock { state in
      defer { state.made = [] }
      return state.made.last
    }
  }
}
