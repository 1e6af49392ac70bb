import CALSA

/// A queue of the kernel: a clock that never stops, by which events are sent when they are due.
///
/// Its clock begins at zero when it is opened. It is freed when nothing uses it any more, and what
/// is not due then is never sent.
public final class Queue {
  let client: Client

  /// Its number among the queues of the machine.
  public let number: Int

  /// What drives it.
  public let timer: QueueTimer

  /// Allocates a queue with the finest timer that the kernel gives, and starts it.
  ///
  /// Wraps `snd_seq_alloc_named_queue`, `snd_seq_set_queue_timer` and `snd_seq_control_queue`.
  ///
  /// - Parameters:
  ///   - client: Its owner.
  ///   - name: Its name.
  ///   - resolution: How often a second the timer should look for what is due.
  /// - Throws: ``ALSAError`` where the machine has all queues that it may have, or no timer.
  public init(
    of client: Client, name: String = "Jorga", resolution: Int = QueueTimer.finest
  ) throws(ALSAError) {
    self.client = client
    let queue = try check("allocate a queue") { snd_seq_alloc_named_queue(client.handle, name) }
    number = Int(queue)
    do throws(ALSAError) {
      timer = try QueueTimer(driving: queue, of: client, resolution: resolution)
      try check("start the queue") {
        snd_seq_control_queue(client.handle, queue, CInt(SND_SEQ_EVENT_START.rawValue), 0, nil)
      }
      try check("start the queue") { snd_seq_drain_output(client.handle) }
    } catch {
      snd_seq_free_queue(client.handle, queue)
      throw error
    }
  }

  deinit {
    snd_seq_free_queue(client.handle, record)
  }

  var record: CInt { CInt(number) }

  /// Its time, since it was started.
  public var now: Duration {
    get throws(ALSAError) {
      try status("ask the queue for its time") { status in
        snd_seq_queue_status_get_real_time(status).map { Duration($0.pointee) } ?? .zero
      }
    }
  }

  /// How many events wait in it to be due.
  public var waiting: Int {
    get throws(ALSAError) {
      try status("ask the queue for its events") { Int(snd_seq_queue_status_get_events($0)) }
    }
  }

  /// Something of how it is just now.
  private func status<Answer>(
    _ attempt: String, _ answer: (OpaquePointer) -> Answer
  ) throws(ALSAError) -> Answer {
    try withRecord(snd_seq_queue_status_malloc, snd_seq_queue_status_free) {
      (status) throws(ALSAError) in
      try check(attempt) { snd_seq_get_queue_status(client.handle, record, status) }
      return answer(status)
    }
  }
}
