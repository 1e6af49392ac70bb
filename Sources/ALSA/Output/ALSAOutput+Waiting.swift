public import Playback

extension ALSAOutput {
  /// What has happened.
  private enum Incident {
    case received(Received)
    case arrival(Arrival)
  }

  /// The most that is read at once, so that a flood keeps nobody from anything else.
  private static let readAtOnce = 4096

  /// Waits until a time, or until something arrives.
  ///
  /// - Returns: What has arrived, in order; nothing where the time has come.
  /// - Throws: ``ALSAError`` where the sequencer is gone.
  public mutating func wait(until time: Duration) throws(ALSAError) -> [Arrival] {
    try incidents(until: time).map { incident in
      switch incident {
      case .received(let received): .event(received.event, at: received.time)
      case .arrival(let arrival): arrival
      }
    }
  }

  /// Waits until a time, or until an event arrives or something is to be read; tells who has sent
  /// each event.
  ///
  /// - Returns: What others have sent to the port `in`, in order.
  /// - Throws: ``ALSAError`` where the sequencer is gone.
  public mutating func receive(until time: Duration) throws(ALSAError) -> [Received] {
    try incidents(until: time).compactMap { incident in
      guard case .received(let received) = incident else { return nil }
      return received
    }
  }

  private mutating func incidents(until time: Duration) throws(ALSAError) -> [Incident] {
    while true {
      try sendBacklog()
      try lookForAwaitedNowAndThen()
      var incidents = try read()
      let rest = incidents.isEmpty ? try time - now : .zero
      let readable = try descriptors.wait(for: rest, orRoom: !backlog.isEmpty)
      incidents += readable.map { .arrival(.readable($0)) }
      if incidents.isEmpty && rest <= .zero { incidents = try read() }
      if !incidents.isEmpty || rest <= .zero { return incidents }
    }
  }

  /// All that has come.
  private mutating func read() throws(ALSAError) -> [Incident] {
    var incidents: [Incident] = []
    for _ in 0..<Self.readAtOnce {
      guard let item = try inbox.next() else { break }
      switch item {
      case .events(let events): incidents += events.filter { isForUs($0) }.map { .received($0) }
      case .announcement(let announcement):
        incidents += try arrivals(of: announcement).map { .arrival($0) }
      case .overflow: incidents += try arrivalsOfLostAnnouncements().map { .arrival($0) }
      }
    }
    return incidents
  }

  /// Whether an event is an echo of ours, or came in by the port that is for events of others.
  private func isForUs(_ received: Received) -> Bool {
    let isEcho = if case .echo = received.event { true } else { false }
    return isEcho
      ? received.source == inside && received.port == inside.port
      : received.port == input?.port
  }
}
