import Playback

/// What others do with our ports, and what we wait for.
extension ALSAOutput {
  /// How often what is awaited is looked for besides when something is announced: a program may
  /// open its port before it says its name, and names are not announced.
  private static let timeBetweenLooks = Duration.seconds(1)

  /// What an announcement means to our routes.
  mutating func arrivals(of announcement: Announcement) throws(ALSAError) -> [Arrival] {
    switch announcement {
    case .client, .port:
      try lookForAwaited()
      return []
    case .connected(let source, let destination):
      return change { if $0.port == source { $0.connected(destination) } }
    case .disconnected(let source, let destination):
      for index in sources.indices where sources[index].port == destination {
        sources[index].disconnected(source)
      }
      return change { if $0.port == source { $0.disconnected(destination) } }
    case .clientGone(let client): return gone { $0.client == client }
    case .portGone(let port): return gone { $0 == port }
    }
  }

  /// What has changed while announcements were lost.
  mutating func arrivalsOfLostAnnouncements() throws(ALSAError) -> [Arrival] {
    let ports = try client.ports
    var arrivals = gone { peer in !ports.contains { $0.address == peer } }
    for port in ports {
      arrivals += change { route in
        guard route.port == port.address else { return }
        for peer in route.peers where !port.listeners.contains(peer) { route.disconnected(peer) }
        for peer in port.listeners { route.connected(peer) }
      }
    }
    try lookForAwaited()
    return arrivals
  }

  private mutating func gone(where isGone: (Address) -> Bool) -> [Arrival] {
    for index in sources.indices { sources[index].gone(where: isGone) }
    return change { $0.gone(where: isGone) }
  }

  /// Changes who listens on routes, and says where the first has come or the last has gone.
  private mutating func change(_ change: (inout Link) -> Void) -> [Arrival] {
    routes.indices.compactMap { index in
      let before = routes[index].peers
      change(&routes[index])
      let peers = routes[index].peers
      if before.isEmpty, let first = peers.first {
        return .opened(route: index, by: client.name(ofClient: first.client))
      }
      return !before.isEmpty && peers.isEmpty ? .closed(route: index) : nil
    }
  }

  /// Looks for what is awaited, where it has not been done for some time.
  mutating func lookForAwaitedNowAndThen() throws(ALSAError) {
    guard try queue.now >= lastLook + Self.timeBetweenLooks else { return }
    try lookForAwaited()
  }

  /// Connects what is awaited and is there now.
  mutating func lookForAwaited() throws(ALSAError) {
    lastLook = try queue.now
    guard (routes + sources).contains(where: \.isAwaiting) else { return }
    let (client, ports) = (client, try client.ports)
    let others = ports.filter { $0.address.client != client.number }
    for index in routes.indices {
      routes[index].tie(among: others.filter(\.isDestination)) { client.connect($0, to: $1) }
    }
    for index in sources.indices {
      sources[index].tie(among: others.filter(\.isSource)) { client.connect($1, to: $0) }
    }
  }
}
