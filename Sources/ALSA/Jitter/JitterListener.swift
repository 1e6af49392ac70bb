import Playback

/// What hears a test pattern: a client of its own, as another program would be.
struct JitterListener {
  /// An event that came.
  struct Hearing: Sendable {
    /// Which one of the pattern.
    let number: Int
    /// When it was delivered, as the kernel stamps it by its queue.
    let stamp: Duration
    /// When it was here, by the system's clock.
    let arrival: Duration
  }

  /// Where it listens.
  let port: Address
  private let client: Client

  /// A listener for which the kernel stamps by a queue of some number.
  init(stampedByQueue queue: Int) throws(ALSAError) {
    client = try Client(name: "Jorga jitter")
    try client.join(queue: queue)
    port = try client.openPort("in", .sink, stampedByQueue: queue)
  }

  /// All that comes from a port until it says stop, or else for some time.
  func hear(_ player: Address, atMost time: Duration) throws(ALSAError) -> [Hearing] {
    var (inbox, descriptors) = (Inbox(of: client), Descriptors(of: client))
    var hearings: [Hearing] = []
    hearings.reserveCapacity(TestPattern.counts.upperBound)
    let end = SystemClock.now + time
    while SystemClock.now < end {
      _ = try descriptors.wait(for: end - SystemClock.now, orRoom: false)
      while let item = try inbox.next() {
        let arrival = SystemClock.now
        guard case .events(let events) = item else { continue }
        for received in events where received.source == player {
          switch received.event {
          case .songPosition(let number):
            hearings.append(Hearing(number: number, stamp: received.time, arrival: arrival))
          case .stop: return hearings
          default: break
          }
        }
      }
    }
    return hearings
  }
}
