/// Where events go in real time, and what comes back.
///
/// It has a clock of its own, which never stops, and sends events when they are due by it, whatever
/// the program does meanwhile. It has routes, counted from 0 in the order in which they were opened.
/// What is sent on a route to which nobody listens is lost.
///
/// Events of one time leave in the order in which they were sent.
public protocol Output: ~Copyable {
  /// Why it fails.
  associatedtype Failure: Error

  /// The time of its clock, since it was opened.
  var now: Duration { get throws(Failure) }

  /// Whether it keeps events for which there is no room yet.
  var isCongested: Bool { get }

  /// Opens a route more; whether somebody listens is told by ``wait(until:)``, also of one that is
  /// connected at once.
  mutating func open(_ route: Route) throws(Failure)

  /// Sends events when they are due; those whose time has passed at once.
  ///
  /// What does not fit yet is kept, and sent as soon as it does.
  ///
  /// - Parameter events: The events, in order of time.
  /// - Throws: What the output fails with; what was not sent then is lost.
  mutating func send(_ events: [DueEvent]) throws(Failure)

  /// Takes back all that was sent and is due at a time or later; a time that has not passed yet.
  mutating func takeBack(from time: Duration) throws(Failure)

  /// Waits until a time, or until something arrives.
  ///
  /// - Returns: What has arrived, in order; nothing where the time has come.
  mutating func wait(until time: Duration) throws(Failure) -> [Arrival]
}

/// What comes from an output.
public enum Arrival: Hashable, Sendable {
  /// An event was received, at a time of the output's clock.
  case event(PortEvent, at: Duration)
  /// Somebody listens on a route now where nobody did before; the name of who, where it is known.
  case opened(route: Int, by: String?)
  /// Nobody listens on a route any more.
  case closed(route: Int)
  /// A file descriptor that is watched has something to read.
  case readable(CInt)
}
