import Glibc
import Synchronization

/// A thread of its own that brings something back.
final class Worker<Value: Sendable> {
  private let thread: pthread_t
  private let work: Work<Value>
  private var hasEnded = false

  /// Begins a thread.
  ///
  /// - Throws: ``ALSAError`` where the system has none left.
  init(_ task: sending @escaping () -> Value) throws(ALSAError) {
    let work = Work<Value>()
    let errand = Unmanaged.passRetained(
      Errand {
        let value = task()
        work.value.withLock { $0 = value }
      })
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { errand in
        if let errand { Unmanaged<Errand>.fromOpaque(errand).takeRetainedValue().run() }
        return nil
      }, errand.toOpaque())
    guard code == 0 else {
      errand.release()
      throw ALSAError(attempt: "begin a thread", code: -code)
    }
    (self.thread, self.work) = (thread, work)
  }

  deinit {
    if !hasEnded { pthread_detach(thread) }
  }

  /// Waits until it has ended.
  ///
  /// - Returns: What it brings.
  func result() -> Value? {
    if !hasEnded { pthread_join(thread, nil) }
    hasEnded = true
    return work.value.withLock { $0 }
  }
}

private final class Work<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}

private final class Errand {
  let run: () -> Void

  init(_ run: @escaping () -> Void) { self.run = run }
}
