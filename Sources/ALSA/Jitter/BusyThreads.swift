import Synchronization

/// Threads that do nothing but take time from others, until it ends.
public struct BusyThreads: ~Copyable {
  private final class End: Sendable {
    let hasCome = Atomic(false)
  }

  private let end = End()
  private var threads: [Worker<Void>] = []

  /// Begins some threads; none has real-time rights.
  ///
  /// - Throws: ``ALSAError`` where the system has not so many left.
  public init(_ count: Int) throws(ALSAError) {
    do throws(ALSAError) {
      for _ in 0..<count {
        threads.append(
          try Worker { [end] in while !end.hasCome.load(ordering: .relaxed) {} })
      }
    } catch {
      end.hasCome.store(true, ordering: .relaxed)
      throw error
    }
  }

  deinit {
    end.hasCome.store(true, ordering: .relaxed)
    for thread in threads { _ = thread.result() }
  }
}
