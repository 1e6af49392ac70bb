/// Plays a piece on an output: tells the transport the time, and does what it asks for.
///
///     var sequencer = try Sequencer(playing: schedule, on: ALSAOutput())
///     try sequencer.perform { $0.play(at: $1) }
///     while try !sequencer.hasEnded() { _ = try sequencer.turn() }
public struct Sequencer<Out: Output & ~Copyable>: ~Copyable {
  /// What is to be sent.
  public private(set) var transport: Transport
  /// Where it is sent.
  public private(set) var output: Out
  /// The ports of tracks that have a route.
  private var ports: Set<String> = []

  /// How often something is asked for anew.
  private static var mostRetries: Int { 4 }

  /// Plays a piece on an output, by some routes, and by one more for each port that its tracks name.
  ///
  /// - Throws: What the output fails with.
  public init(
    _ transport: Transport, on output: consuming Out, by routes: [Route] = [Route()]
  ) throws(Out.Failure) {
    self.transport = transport
    self.output = output
    for route in routes { try open(route) }
    try openPorts()
  }

  private mutating func open(_ route: Route) throws(Out.Failure) {
    transport.add(route)
    try output.open(route)
  }

  private mutating func openPorts() throws(Out.Failure) {
    for port in transport.schedule.tracks.compactMap(\.port) where ports.insert(port).inserted {
      try open(Route(to: port, for: port))
    }
  }

  /// The time of the output's clock.
  public func now() throws(Out.Failure) -> Duration { try output.now }

  /// Whether the piece has ended, and its last event has left.
  public func hasEnded() throws(Out.Failure) -> Bool {
    transport.hasEnded(at: try output.now - Transport.timeToAct)
  }

  /// Asks the transport for something at the time that it is.
  ///
  /// Where that took so long that what it takes back may have left, it is asked anew.
  ///
  /// - Parameter command: What to ask for; it may be called more than once.
  /// - Throws: What the output fails with.
  public mutating func perform(
    _ command: (inout Transport, Duration) -> [Transport.Action]
  ) throws(Out.Failure) {
    var answer = transport
    var actions = command(&answer, try output.now)
    for _ in 0..<Self.mostRetries where try isTooLate(for: actions) {
      answer = transport
      actions = command(&answer, try output.now)
    }
    transport = answer
    for action in actions {
      switch action {
      case .send(let events): try output.send(events)
      case .takeBack(let time): try output.takeBack(from: time)
      }
    }
  }

  private func isTooLate(for actions: [Transport.Action]) throws(Out.Failure) -> Bool {
    for case .takeBack(let time) in actions { return try output.now >= time }
    return false
  }

  /// Plays another piece from the next bar line or beat on.
  ///
  /// - Throws: What the output fails with.
  public mutating func replace(with schedule: Schedule) throws(Out.Failure) {
    for port in schedule.tracks.compactMap(\.port) where ports.insert(port).inserted {
      try open(Route(to: port, for: port))
    }
    try perform { $0.replace(with: schedule, at: $1) }
  }

  /// Plays on for a while, or until something arrives.
  ///
  /// - Parameter time: Until when at the latest; else as long as the transport can wait.
  /// - Returns: What has arrived. Who listens was told to the transport already.
  /// - Throws: What the output fails with.
  public mutating func turn(until time: Duration? = nil) throws(Out.Failure) -> [Arrival] {
    try perform { $0.advance(to: $1) }
    let next = try output.now + transport.step
    let arrivals = try output.wait(until: time.map { min($0, next) } ?? next)
    for arrival in arrivals {
      switch arrival {
      case .opened(let route, _): try perform { $0.open(route: route, at: $1) }
      case .closed(let route): try perform { $0.close(route: route, at: $1) }
      case .event, .readable: break
      }
    }
    return arrivals
  }

  /// Ends: lets go all keys, puts back what is turned, and waits until that has left.
  ///
  /// - Throws: What the output fails with.
  public mutating func end() throws(Out.Failure) {
    try perform { $0.end(at: $1) }
    while try !hasEnded() || output.isCongested {
      _ = try turn(until: try output.now + Transport.timeToAct)
    }
  }

  /// Does something with the output that is not for the transport.
  ///
  /// - Returns: What it returns.
  /// - Throws: What it throws.
  public mutating func withOutput<Result, Failure: Error>(
    _ body: (inout Out) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(&output)
  }
}

extension Sequencer: Copyable where Out: Copyable {}
