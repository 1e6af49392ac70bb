import ALSA
import Notation

/// The ports that a user may mean: those of the machine, without our own.
struct PortChoice {
  /// Which way events go, seen from the program.
  enum Direction {
    /// Out of the program, into the port.
    case to
    /// Out of the port, into the program.
    case from
  }

  private let all: [Port]
  private let direction: Direction

  /// The ports as a client sees them.
  init(of client: Client, _ direction: Direction) throws(ALSAError) {
    self.init(try client.ports.filter { $0.address.client != client.number }, direction)
  }

  init(_ ports: [Port], _ direction: Direction) {
    all = ports
    self.direction = direction
  }

  /// Those that events can go to, or come from.
  var ports: [Port] {
    all.filter { direction == .to ? $0.isDestination : $0.isSource }
  }

  /// The port that is called by a word.
  func port(_ word: String) throws(Failure) -> Port {
    switch PortSearch(word, among: ports) {
    case .found(let port): return port
    case .several(let ports):
      throw Failure(
        code: .noInput,
        message: "error: more than one port is called '\(word.printable)'\n"
          + "write one of:\n\(Self.lines(ports))")
    case .nothing: throw Failure(code: .noInput, message: "error: \(nothing(word))")
    }
  }

  /// Refuses a word that no port will ever answer to.
  ///
  /// That is one for several ports, or for one of the other direction; a port that is not there may
  /// still come.
  func check(_ word: String) throws(Failure) {
    if case .nothing = PortSearch(word, among: ports), PortSearch(word, among: all).port == nil {
      return
    }
    _ = try port(word)
  }

  /// Why a word finds nothing, and what to do.
  func nothing(_ word: String) -> String {
    if let port = PortSearch(word, among: all).port {
      let fault = direction == .to ? "takes no events" : "sends no events"
      return "the port '\(port.description.printable)' \(fault)\nlist all with 'jorga ports'"
    }
    return "no port is called '\(word.printable)'\n"
      + (nearest(to: word).map { "did you mean '\($0.printable)'? " } ?? "")
      + "list them with 'jorga ports'"
  }

  /// A name in which a word stands, or the nearest to it, in whole or in its first word.
  func nearest(to word: String) -> String? {
    let names = ports.flatMap { [$0.client, $0.name] }
    let beginnings = names.compactMap { $0.split(separator: " ").first.map(String.init) }
    return names.first { !word.isEmpty && $0.lowercased().contains(word.lowercased()) }
      ?? Suggestion.nearest(to: word, among: names + beginnings)
  }

  /// Refuses to go on where a port that is there cannot be connected.
  static func checkConnected(_ output: borrowing ALSAOutput) throws(Failure) {
    guard let port = output.awaited.first else { return }
    throw Failure(
      code: .noInput,
      message: "error: '\(port.printable)' cannot be connected to\n"
        + "end the program that has it for itself alone; 'jorga ports' tells who is connected")
  }

  /// Ports as lines of a message.
  static func lines(_ ports: [Port]) -> String {
    ports.map { "  \($0.description.printable)" }.joined(separator: "\n")
  }
}
