import CALSA
import Glibc
import Playback

/// Reads what has come to a client, whole system exclusives among it.
public struct Inbox {
  /// What can be read.
  enum Item {
    /// Events that came as one.
    case events([Received])
    /// Something happened elsewhere.
    case announcement(Announcement)
    /// More came than there was room for: all that had come until then is lost.
    case overflow
  }

  private let client: Client
  private var parts = SystemExclusiveParts()

  /// What comes to a client.
  public init(of client: Client) {
    self.client = client
  }

  /// All events that have come so far; those that were lost for want of room are not told.
  ///
  /// Wraps `snd_seq_event_input`.
  ///
  /// - Returns: The events in order; none where none has come.
  /// - Throws: ``ALSAError`` where the sequencer is gone.
  public mutating func receive() throws(ALSAError) -> [Received] {
    var received: [Received] = []
    while let item = try next() {
      if case .events(let events) = item { received += events }
    }
    return received
  }

  /// What came next; nothing where nothing has come.
  mutating func next() throws(ALSAError) -> Item? {
    while true {
      var event: UnsafeMutablePointer<snd_seq_event_t>?
      let answer = snd_seq_event_input(client.handle, &event)
      switch -answer {
      case EAGAIN: return nil
      case EINTR: continue
      case ENOSPC:
        parts = SystemExclusiveParts()
        return .overflow
      default: try check("receive an event") { answer }
      }
      guard let event, let item = item(event.pointee) else { continue }
      return item
    }
  }

  /// What an event of ALSA is to us.
  private mutating func item(_ record: snd_seq_event_t) -> Item? {
    let source = Address(record.source)
    if source.client == Address.announcements.client {
      // The owner of a port is told besides what all are told; once is enough.
      guard source == .announcements, let announcement = Announcement(record) else { return nil }
      if case .clientGone(let client) = announcement { parts.forget(client: client) }
      return .announcement(announcement)
    }
    let events = PortEvent.events(of: record).compactMap { event in
      guard case .systemExclusive(let part) = event else { return event }
      return parts.join(part, from: source).map { .systemExclusive($0) }
    }
    guard !events.isEmpty else { return nil }
    let time = Duration(record.time.time)
    return .events(
      events.map {
        Received(event: $0, source: source, port: Int(record.dest.port), time: time)
      })
  }
}
