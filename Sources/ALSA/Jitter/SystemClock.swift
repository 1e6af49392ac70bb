import CALSA
import Playback

/// The clock of the system by which the kernel's timers go.
enum SystemClock {
  /// Its time.
  static var now: Duration { .nanoseconds(calsa_now()) }

  /// Sleeps until a time of it.
  static func sleep(until time: Duration) { calsa_sleep_until(Int64(time.nanoseconds)) }

  /// How far it is before the clock of a queue.
  ///
  /// Both are asked many times; of the quarter that was answered fastest, and is known best thereby,
  /// the middle one counts, as the queue's clock stands still for a moment where the kernel is late.
  static func lead(over queue: Queue) throws(ALSAError) -> Duration {
    var leads: [(width: Duration, lead: Duration)] = []
    for _ in 0..<timesAsked {
      let before = now
      let time = try queue.now
      let width = now - before
      leads.append((width, before + width / 2 - time))
    }
    let best = leads.sorted { $0.width < $1.width }.prefix(timesAsked / 4)
    return best.map(\.lead).sorted()[best.count / 2]
  }

  private static let timesAsked = 400
}
