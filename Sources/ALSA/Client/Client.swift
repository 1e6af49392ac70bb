import CALSA
import Glibc

/// An open connection to the sequencer, the owner of ports and queues.
///
/// It is closed when nothing uses it any more; its ports and queues go with it, and events of it
/// that are not due yet. No call waits.
public final class Client {
  let handle: OpaquePointer

  /// The number under which others see it.
  public let number: Int

  /// How many events may wait to be due, and how many to be read: what the kernel gives at most.
  ///
  /// Source: Linux, `include/sound/seq_kernel.h`, `SNDRV_SEQ_MAX_EVENTS` and
  /// `SNDRV_SEQ_MAX_CLIENT_EVENTS`; a larger number is not refused, but changes nothing.
  public static let room = 2000

  /// How much of that room must be free again before a program that waits for room is woken.
  static let roomToWakeFor = 32

  /// Opens the sequencer.
  ///
  /// Wraps `snd_seq_open`, `snd_seq_set_client_name` and `snd_seq_set_client_pool`.
  ///
  /// - Parameter name: The name that patch bays show.
  /// - Throws: ``ALSAError``; most often because the machine has no sequencer.
  public init(name: String = "Jorga") throws(ALSAError) {
    calsa_be_quiet()
    var opened: OpaquePointer?
    try check("open the sequencer") {
      snd_seq_open(&opened, "default", SND_SEQ_OPEN_DUPLEX, SND_SEQ_NONBLOCK)
    }
    guard let opened else { throw ALSAError(attempt: "open the sequencer", code: -ENODEV) }
    handle = opened
    number = Int(snd_seq_client_id(opened))
    try check("name the client") { snd_seq_set_client_name(opened, name) }
    try enlargePools()
  }

  deinit {
    snd_seq_close(handle)
  }

  private func enlargePools() throws(ALSAError) {
    try withRecord(snd_seq_client_pool_malloc, snd_seq_client_pool_free) {
      (pool) throws(ALSAError) in
      try check("ask for the client's room") { snd_seq_get_client_pool(handle, pool) }
      snd_seq_client_pool_set_output_pool(pool, Self.room)
      snd_seq_client_pool_set_input_pool(pool, Self.room)
      snd_seq_client_pool_set_output_room(pool, Self.roomToWakeFor)
      try check("enlarge the client's room") { snd_seq_set_client_pool(handle, pool) }
    }
  }
}
