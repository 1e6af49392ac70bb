import Music
import Playback

/// Events for which the kernel has no room yet, in the order of their times.
struct Backlog {
  private var events: [DueEvent] = []
  /// How many of them have been taken already.
  private var taken = 0

  /// The most bytes of a system exclusive that are sent as one, which any receiver has room for.
  ///
  /// A receiver has room for 200 events by default, each of which holds 28 bytes.
  /// Source: Linux, `include/sound/seq_kernel.h`, `SNDRV_SEQ_DEFAULT_CLIENT_EVENTS`.
  private static let bytesAtOnce = 256

  var isEmpty: Bool { taken == events.count }

  /// The one to be sent next.
  var first: DueEvent? { isEmpty ? nil : events[taken] }

  /// Adds an event behind all that are due by then, a long one in parts.
  mutating func append(_ event: DueEvent) {
    guard case .systemExclusive(let bytes) = event.event, bytes.count > Self.bytesAtOnce else {
      return insert(event)
    }
    for start in stride(from: 0, to: bytes.count, by: Self.bytesAtOnce) {
      let part = Array(bytes[start..<min(start + Self.bytesAtOnce, bytes.count)])
      insert(DueEvent(.systemExclusive(part), at: event.time, on: event.route))
    }
  }

  private mutating func insert(_ event: DueEvent) {
    guard let last = events.last, !isEmpty, last.time > event.time else {
      return events.append(event)
    }
    let place = events[taken...].partitioningIndex { $0.time > event.time }
    events.insert(event, at: place)
  }

  /// Takes away the one that was sent.
  mutating func removeFirst() {
    taken += 1
    guard isEmpty || taken >= 1024 && 2 * taken >= events.count else { return }
    events.removeFirst(taken)
    taken = 0
  }

  /// Takes away all that are due at a time or later.
  mutating func removeAll(from time: Duration) {
    let kept = events[taken...].prefix { $0.time < time }
    events = Array(kept)
    taken = 0
  }
}
