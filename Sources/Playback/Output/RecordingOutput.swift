/// An output that remembers what would have been sent; its clock moves only while it waits.
///
/// It is for tests, and for showing what a port would be sent.
public struct RecordingOutput: Output {
  /// The routes that were opened.
  public private(set) var routes: [Route] = []
  /// What has left, in order.
  public private(set) var delivered: [DueEvent] = []
  /// The time of its clock.
  public private(set) var now = Duration.zero
  /// What was sent and is not due yet, in order of time.
  private var queued: [DueEvent] = []
  /// What will arrive, in order of time.
  private var coming: [(time: Duration, arrival: Arrival)] = []

  /// There is always room.
  public var isCongested: Bool { false }

  /// An output to which nothing was sent.
  public init() {}

  /// Opens a route, to which somebody listens at once.
  public mutating func open(_ route: Route) {
    arrive(.opened(route: routes.count, by: route.destination), at: now)
    routes.append(route)
  }

  /// Lets something arrive at a time.
  ///
  /// - Complexity: O(n) for n things that are to arrive.
  public mutating func arrive(_ arrival: Arrival, at time: Duration) {
    let place = coming.firstIndex { $0.time > time } ?? coming.count
    coming.insert((time, arrival), at: place)
  }

  /// Keeps events until they are due.
  ///
  /// - Parameter events: The events, in order of time.
  public mutating func send(_ events: [DueEvent]) {
    for event in events {
      let due = max(event.time, now)
      let place = queued.lastIndex { $0.time <= due }.map { $0 + 1 } ?? 0
      queued.insert(event, at: place)
    }
  }

  /// Forgets what is due from a time on.
  public mutating func takeBack(from time: Duration) {
    queued.removeAll { $0.time >= time }
  }

  /// Moves its clock to a time, or to the next arrival before it.
  public mutating func wait(until time: Duration) -> [Arrival] {
    let next = min(time, coming.first?.time ?? time)
    now = max(now, next)
    let due = queued.prefix { $0.time <= now }
    queued.removeFirst(due.count)
    var arrivals: [Arrival] = []
    for event in due {
      if case .echo = event.event {
        arrivals.append(.event(event.event, at: event.time))
      } else {
        delivered.append(event)
      }
    }
    while let first = coming.first, first.time <= now {
      arrivals.append(first.arrival)
      coming.removeFirst()
    }
    return arrivals
  }

  /// Forgets what has left, once it was looked at.
  public mutating func forget() { delivered = [] }
}
