public import Playback

extension ALSAOutput {
  /// Sends events when they are due; those whose time has passed at once.
  ///
  /// - Parameter events: The events, in order of time.
  /// - Throws: ``ALSAError`` where the sequencer is gone.
  public mutating func send(_ events: [DueEvent]) throws(ALSAError) {
    for event in events where routes.indices.contains(event.route) { backlog.append(event) }
    try sendBacklog()
  }

  /// Takes back all that was sent and is due at a time or later.
  ///
  /// - Throws: ``ALSAError`` where the sequencer is gone.
  public mutating func takeBack(from time: Duration) throws(ALSAError) {
    backlog.removeAll(from: time)
    try client.takeBack(from: time, on: queue)
  }

  /// Gives the kernel as much as it has room for.
  mutating func sendBacklog() throws(ALSAError) {
    while let next = backlog.first {
      var port = routes[next.route].port
      if case .echo = next.event { port = inside }
      guard try client.schedule(next.event, from: port, at: next.time, on: queue) else { return }
      backlog.removeFirst()
    }
  }
}
