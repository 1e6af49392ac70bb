/// A port of ours, what it is to be connected to, and who is connected to it.
struct Link {
  /// How far it has come with what it is to be connected to.
  enum State: Hashable {
    /// It is not there yet, or no more.
    case awaited
    /// It is connected.
    case tied(Address)
    /// It is left alone: nothing is wanted, or somebody has disconnected it.
    case free
  }

  /// Ours.
  let port: Address
  /// What it is to be connected to, as the user calls it.
  let wanted: String?
  private(set) var state: State
  /// All that are connected to it, the first one first.
  private(set) var peers: [Address] = []

  init(_ port: Address, to wanted: String?) {
    self.port = port
    self.wanted = wanted
    state = wanted == nil ? .free : .awaited
  }

  var isAwaiting: Bool { state == .awaited }

  /// Connects it to what is awaited, where that is among some ports.
  mutating func tie(among ports: [Port], by connect: (_ ours: Address, Address) -> Bool) {
    guard isAwaiting, let wanted, let port = PortSearch(wanted, among: ports).port,
      connect(self.port, port.address)
    else { return }
    state = .tied(port.address)
  }

  mutating func connected(_ peer: Address) {
    if !peers.contains(peer) { peers.append(peer) }
  }

  /// Somebody has disconnected it: what is wanted is not forced on them.
  mutating func disconnected(_ peer: Address) {
    peers.removeAll { $0 == peer }
    if state == .tied(peer) { state = .free }
  }

  /// Ports are gone: what is wanted may come back.
  mutating func gone(where isGone: (Address) -> Bool) {
    peers.removeAll(where: isGone)
    if case .tied(let peer) = state, isGone(peer) { state = .awaited }
  }
}
