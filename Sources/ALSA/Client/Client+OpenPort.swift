import CALSA
import Glibc

/// What a port of ours is for.
public enum PortUse: Hashable, Sendable {
  /// Events leave by it to all who listen.
  case source
  /// Events come in by it from all who are connected.
  case sink
  /// Events come in by it that nobody else may send: no patch bay shows it, and it has the last of
  /// all numbers, so that the first is that of a port that somebody may want.
  case hidden

  /// The last number that a port can have.
  ///
  /// Source: Linux, `include/uapi/sound/asequencer.h`, `SNDRV_SEQ_ADDRESS_UNKNOWN` is the number
  /// behind it, which older kernels give to a port too.
  fileprivate static let last: CInt = 252

  /// What the kernel and others may do with it.
  var capabilities: CInt {
    switch self {
    case .source: SND_SEQ_PORT_CAP_READ | SND_SEQ_PORT_CAP_SUBS_READ
    case .sink: SND_SEQ_PORT_CAP_WRITE | SND_SEQ_PORT_CAP_SUBS_WRITE
    case .hidden: SND_SEQ_PORT_CAP_WRITE | SND_SEQ_PORT_CAP_NO_EXPORT
    }
  }
}

extension Client {
  /// Opens a port.
  ///
  /// Wraps `snd_seq_create_port`.
  ///
  /// - Parameters:
  ///   - name: The name that patch bays show.
  ///   - use: What it is for.
  ///   - queue: Whose real time is stamped on what comes in, by the kernel as it is delivered; it
  ///     may be another client's.
  /// - Returns: Its address.
  /// - Throws: ``ALSAError`` where the client has all ports that it may have.
  public func openPort(
    _ name: String, _ use: PortUse, stampedBy queue: Queue? = nil
  ) throws(ALSAError) -> Address {
    if let queue, queue.client !== self { try join(queue: queue.number) }
    return try openPort(name, use, stampedByQueue: queue?.number)
  }

  /// Says that we use a queue of another client, which may belong to another thread.
  func join(queue: Int) throws(ALSAError) {
    try check("use a queue") { snd_seq_set_queue_usage(handle, CInt(queue), 1) }
  }

  /// Opens a port whose events are stamped by a queue that we use, named by its number.
  func openPort(
    _ name: String, _ use: PortUse, stampedByQueue queue: Int?
  ) throws(ALSAError) -> Address {
    try withRecord(snd_seq_port_info_malloc, snd_seq_port_info_free) {
      (port) throws(ALSAError) in
      snd_seq_port_info_set_name(port, name)
      snd_seq_port_info_set_capability(port, UInt32(use.capabilities))
      snd_seq_port_info_set_type(
        port,
        UInt32(
          SND_SEQ_PORT_TYPE_MIDI_GENERIC | SND_SEQ_PORT_TYPE_SOFTWARE
            | SND_SEQ_PORT_TYPE_APPLICATION))
      snd_seq_port_info_set_midi_channels(port, 16)
      if use == .hidden {
        snd_seq_port_info_set_port(port, PortUse.last)
        snd_seq_port_info_set_port_specified(port, 1)
      }
      if let queue {
        snd_seq_port_info_set_timestamping(port, 1)
        snd_seq_port_info_set_timestamp_real(port, 1)
        snd_seq_port_info_set_timestamp_queue(port, CInt(queue))
      }
      try check("open a port") { snd_seq_create_port(handle, port) }
      return Address(client: number, port: Int(snd_seq_port_info_get_port(port)))
    }
  }

  /// Connects two ports; one of them is ours.
  ///
  /// Wraps `snd_seq_subscribe_port`.
  ///
  /// - Returns: Whether they are connected now, also where they were before.
  @discardableResult
  public func connect(_ source: Address, to destination: Address) -> Bool {
    let answer = connection(source, destination) { snd_seq_subscribe_port(handle, $0) }
    // A port that somebody has for himself alone is as busy as one that is connected already.
    return answer == 0
      || answer == -EBUSY && (try? listeners(to: source).contains(destination)) == true
  }

  /// Disconnects two ports, of which one is ours; two that are not connected remain so.
  ///
  /// Wraps `snd_seq_unsubscribe_port`.
  public func disconnect(_ source: Address, from destination: Address) {
    _ = connection(source, destination) { snd_seq_unsubscribe_port(handle, $0) }
  }

  private func connection(
    _ source: Address, _ destination: Address, _ change: (OpaquePointer) -> CInt
  ) -> CInt? {
    try? withRecord(snd_seq_port_subscribe_malloc, snd_seq_port_subscribe_free) {
      (connection) throws(ALSAError) in
      var (from, to) = (source.record, destination.record)
      snd_seq_port_subscribe_set_sender(connection, &from)
      snd_seq_port_subscribe_set_dest(connection, &to)
      return change(connection)
    }
  }
}
