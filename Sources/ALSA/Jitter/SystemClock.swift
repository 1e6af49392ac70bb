import Glibc

/// The clock of the system by which the kernel's timers go.
enum SystemClock {
  /// Its time.
  static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Sleeps until a time of it.
  static func sleep(until time: Duration) {
    let parts = time.components
    var time = timespec(
      tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
    while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil) == EINTR {}
  }

  /// How far it is before the clock of a queue: what was asked fastest of many times is known best.
  static func lead(over queue: Queue) throws(ALSAError) -> Duration {
    var (best, lead) = (Duration.seconds(3600), Duration.zero)
    for _ in 0..<200 {
      let before = now
      let time = try queue.now
      let after = now
      guard after - before < best else { continue }
      best = after - before
      lead = before + best / 2 - time
    }
    return lead
  }
}
