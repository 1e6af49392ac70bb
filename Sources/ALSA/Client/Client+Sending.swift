import CALSA
import Glibc
public import Playback

extension Client {
  /// Lets a queue send an event from a port to all who listen to it, when it is due.
  ///
  /// Wraps `snd_seq_event_output_direct`: each event goes to the kernel by itself, so that none is
  /// forgotten in a buffer. What is due already is sent within the call. Events of one time leave in
  /// the order of the calls.
  ///
  /// - Parameters:
  ///   - event: The event; an echo goes to the port itself, which must be one of input.
  ///   - port: The port that it leaves by, one of ours.
  ///   - time: When, by the queue's clock.
  ///   - queue: The queue.
  /// - Returns: False where it has to wait for room, and was not taken.
  /// - Throws: ``ALSAError`` where it never will be.
  public func schedule(
    _ event: PortEvent, from port: Address, at time: Duration, on queue: Queue
  ) throws(ALSAError) -> Bool {
    let answer = event.withRecord { record in
      record.address(event, from: port)
      record.queue = UInt8(queue.number)
      record.flags |= UInt8(SND_SEQ_TIME_STAMP_REAL | SND_SEQ_TIME_MODE_ABS)
      record.time.time = time.record
      return snd_seq_event_output_direct(handle, &record)
    }
    guard answer != -EAGAIN else { return false }
    try check("send an event") { answer }
    return true
  }

  /// Sends an event now, past all queues; a receiver that has no room for it loses it.
  ///
  /// - Parameters:
  ///   - event: The event; an echo goes to the port itself, which must be one of input.
  ///   - port: The port that it leaves by, one of ours.
  public func sendNow(_ event: PortEvent, from port: Address) {
    _ = event.withRecord { record in
      record.address(event, from: port)
      record.queue = UInt8(SND_SEQ_QUEUE_DIRECT)
      return snd_seq_event_output_direct(handle, &record)
    }
  }

  /// Takes back what is due on a queue at a time or later.
  ///
  /// Wraps `snd_seq_remove_events`.
  ///
  /// - Throws: ``ALSAError`` where the kernel refuses.
  public func takeBack(from time: Duration, on queue: Queue) throws(ALSAError) {
    try withRecord(snd_seq_remove_events_malloc, snd_seq_remove_events_free) {
      (removal) throws(ALSAError) in
      snd_seq_remove_events_set_condition(
        removal, UInt32(SND_SEQ_REMOVE_OUTPUT | SND_SEQ_REMOVE_TIME_AFTER))
      snd_seq_remove_events_set_queue(removal, queue.record)
      var stamp = snd_seq_timestamp_t(time: time.record)
      snd_seq_remove_events_set_time(removal, &stamp)
      try check("take events back") { snd_seq_remove_events(handle, removal) }
    }
  }
}

extension snd_seq_event_t {
  /// Says from where to where an event goes: to all who listen, an echo to where it came from.
  fileprivate mutating func address(_ event: PortEvent, from port: Address) {
    source = port.record
    if case .echo = event {
      dest = port.record
    } else {
      dest.client = UInt8(SND_SEQ_ADDRESS_SUBSCRIBERS)
      dest.port = UInt8(SND_SEQ_ADDRESS_UNKNOWN)
    }
  }
}
