import Glibc
import Playback

extension JitterBench {
  /// Plays the pattern, and tells the listener when it is over, however it ends.
  ///
  /// - Returns: Whether it was played to its end.
  mutating func play(
    _ times: [Duration], by method: Method, lead: Duration, watching descriptor: CInt?,
    until isOver: () -> Bool
  ) throws(ALSAError) -> Bool {
    let (client, port) = (output.client, output.port(of: 0))
    defer { client.sendNow(.stop, from: port) }
    return switch method {
    case .queue: try playByQueue(times, until: isOver)
    case .direct: playDirect(times, lead: lead, watching: descriptor, until: isOver)
    }
  }

  /// Gives the kernel the pattern ahead, a part at a time, as a piece is played.
  ///
  /// - Returns: Whether it was played to its end.
  private mutating func playByQueue(
    _ times: [Duration], until isOver: () -> Bool
  ) throws(ALSAError) -> Bool {
    var next = 0
    while true {
      let now = try output.now
      let rest = times[next...].prefix { $0 <= now + Self.lookahead }
      try output.send(
        rest.indices.map { DueEvent(.songPosition($0), at: times[$0], on: 0) })
      next = rest.endIndex
      let end = (times.last ?? now) + Self.timeToArrive
      if now >= end { return true }
      for arrival in try output.wait(until: min(now + Self.lookahead / 3, end)) {
        if case .readable = arrival, isOver() { return false }
      }
    }
  }

  /// Sleeps until each event of the pattern is due, and sends it past all queues.
  ///
  /// - Returns: Whether it was played to its end.
  private func playDirect(
    _ times: [Duration], lead: Duration, watching descriptor: CInt?, until isOver: () -> Bool
  ) -> Bool {
    let port = output.port(of: 0)
    for (number, time) in times.enumerated() {
      SystemClock.sleep(until: time + lead)
      output.client.sendNow(.songPosition(number), from: port)
      if let descriptor, Self.isReadable(descriptor), isOver() { return false }
    }
    SystemClock.sleep(until: SystemClock.now + Self.timeToArrive)
    return true
  }

  /// How long after it was due the last event is waited for.
  private static let timeToArrive = Duration.milliseconds(50)

  private static func isReadable(_ descriptor: CInt) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0
  }
}
