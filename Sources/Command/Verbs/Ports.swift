import ALSA
import ArgumentParser

/// The verb `ports`.
struct Ports: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the MIDI ports of this machine, and who is connected to whom.",
    discussion: """
      One can play to a port of direction 'in', and listen to one of direction 'out'. A port is \
      named by its numbers, such as 128:0, or by the name of its client, its own, or both with a \
      colon between them; capitals do not matter, and the beginning of a name is enough.

      EXAMPLE:
        jorga ports
        jorga ports --json
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let client = try Client()
    let ports = try client.ports.filter { $0.address.client != client.number }
    guard !json else { return try StandardOutput.write(JSON.text(of: ports.map(Entry.init))) }
    let clients = Dictionary(ports.map { ($0.address.client, $0.client) }) { first, _ in first }
    let rows = ports.map { port in
      [
        port.address.description, port.client, port.name,
        Entry(port).directions.joined(separator: ", "), port.isHardware ? "device" : "program",
        connections(of: port, clients),
      ]
    }
    let table = Table(
      ["PORT", "CLIENT", "NAME", "DIRECTION", "KIND", "CONNECTIONS"], rows, expendable: ["KIND"])
    try StandardOutput.write(table.text(columns: StandardOutput.limit))
  }

  /// Who is connected to a port, by name where that is known.
  private func connections(of port: Port, _ clients: [Int: String]) -> String {
    func words(_ preposition: String, _ peers: [Address]) -> [String] {
      peers.map { "\(preposition) \($0) \(clients[$0.client] ?? "")" }
    }
    return (words("to", port.listeners) + words("from", port.sources)).joined(separator: ", ")
  }

  /// A port as JSON.
  private struct Entry: Encodable {
    let port: String
    let client: String
    let name: String
    let directions: [String]
    let isDevice: Bool
    let to: [String]
    let from: [String]

    init(_ port: Port) {
      self.port = port.address.description
      client = port.client
      name = port.name
      directions = [port.isDestination ? "in" : nil, port.isSource ? "out" : nil].compactMap(\.self)
      isDevice = port.isHardware
      to = port.listeners.map(\.description)
      from = port.sources.map(\.description)
    }
  }
}
