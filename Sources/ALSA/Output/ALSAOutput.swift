import Glibc
public import Playback

/// The sequencer of the kernel as an output: a client with a port for each route, and a queue that
/// sends what is due.
///
/// Nothing of it waits but ``wait(until:)``: not for a destination that is slow or dead, nor for
/// room. When it ends, what is not due yet is never sent, and its ports are gone.
public struct ALSAOutput: ~Copyable, Output {
  /// Its client.
  public let client: Client
  /// Its queue.
  public let queue: Queue
  /// Where echoes and announcements come in.
  let inside: Address
  /// Where events of others come in, and what they are to come from.
  var sources: [Link] = []
  var input: Address?
  var routes: [Link] = []
  var inbox: Inbox
  var backlog = Backlog()
  var descriptors: Descriptors
  /// When what is awaited was looked for last.
  var lastLook = Duration.zero

  /// Opens the sequencer.
  ///
  /// - Parameters:
  ///   - name: The name that patch bays show.
  ///   - resolution: How often a second its queue looks for what is due.
  /// - Throws: ``ALSAError``; most often because the machine has no sequencer.
  public init(
    name: String = "Jorga", resolution: Int = QueueTimer.finest
  ) throws(ALSAError) {
    let client = try Client(name: name)
    let queue = try Queue(of: client, name: name, resolution: resolution)
    let inside = try client.openPort("inside", .hidden, stampedBy: queue)
    guard client.connect(.announcements, to: inside) else {
      throw ALSAError(attempt: "listen to the sequencer's announcements", code: -ENODEV)
    }
    self.client = client
    self.queue = queue
    self.inside = inside
    inbox = Inbox(of: client)
    descriptors = Descriptors(of: client)
  }

  deinit {
    // Whoever else holds the queue would keep it sending.
    try? client.takeBack(from: .zero, on: queue)
  }

  /// The time of its queue.
  public var now: Duration {
    get throws(ALSAError) { try queue.now }
  }

  /// Whether it keeps events for which the kernel has no room yet.
  public var isCongested: Bool { !backlog.isEmpty }

  /// Opens a port for a route, called as its destination, its tracks, or else `out`; where the
  /// destination is given in numbers, as the client that has them now.
  ///
  /// - Throws: ``ALSAError`` where the client has all ports that it may have.
  public mutating func open(_ route: Route) throws(ALSAError) {
    let numbers = route.destination.flatMap { Address($0) }
    let client = numbers.flatMap { self.client.name(ofClient: $0.client) }
    let name = client ?? route.destination ?? route.tracks ?? "out"
    routes.append(Link(try self.client.openPort(name, .source), to: route.destination))
    try lookForAwaited()
  }

  /// Opens the port `in`, where it is not open yet, and connects a source to it whenever that is
  /// there.
  ///
  /// - Parameter source: The source, as `NAME` or `CLIENT:PORT`; where nothing is said others
  ///   connect to the port.
  /// - Returns: The address of the port.
  /// - Throws: ``ALSAError`` where the client has all ports that it may have.
  @discardableResult
  public mutating func listen(to source: String? = nil) throws(ALSAError) -> Address {
    let port: Address
    if let input { port = input } else { port = try client.openPort("in", .sink, stampedBy: queue) }
    input = port
    guard let source else { return port }
    sources.append(Link(port, to: source))
    try lookForAwaited()
    return port
  }

  /// The address of a route's port.
  public func port(of route: Int) -> Address { routes[route].port }

  /// The destinations and sources that are not there, as they were given.
  public var awaited: [String] {
    (routes + sources).filter(\.isAwaiting).compactMap(\.wanted)
  }

  /// Lets ``wait(until:)`` tell whenever a descriptor has something to read, until it is let go; also
  /// at its end, each time.
  public mutating func watch(_ descriptor: CInt) {
    descriptors.insert(descriptor)
  }

  /// Watches a descriptor no longer.
  public mutating func ignore(_ descriptor: CInt) {
    descriptors.remove(descriptor)
  }
}
