/// A port of any client, and who is connected to it.
public struct Port: Hashable, Sendable {
  /// Where it is.
  public let address: Address
  /// The name of its client.
  public let client: String
  /// Its own name.
  public let name: String
  /// Whether events come out of it, to whoever listens.
  public let isSource: Bool
  /// Whether events can be sent to it.
  public let isDestination: Bool
  /// Whether it leads to a device rather than to a program.
  public let isHardware: Bool
  /// Who listens to it.
  public let listeners: [Address]
  /// To whom it listens.
  public let sources: [Address]
}

extension Port: CustomStringConvertible {
  /// Its address and its name, such as `128:0 FLUID Synth (411):Synth input port (411:0)`.
  public var description: String { "\(address) \(client):\(name)" }
}
