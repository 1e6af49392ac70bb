import CALSA

/// Where a port of the sequencer is: the number of its client, and its own number there.
public struct Address: Hashable, Sendable {
  /// The number of the client, 0 to 191.
  public let client: Int
  /// The number of the port at its client, 0 to 253.
  public let port: Int

  /// The address of two numbers.
  public init(client: Int, port: Int) {
    self.client = client
    self.port = port
  }

  init(_ address: snd_seq_addr_t) {
    self.init(client: Int(address.client), port: Int(address.port))
  }

  /// Reads two numbers with a colon between them, as ``description`` writes them.
  ///
  /// - Returns: Nothing where the text is no address.
  public init?(_ text: String) {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { UInt8($0) }
    guard numbers.count == 2, let client = numbers[0], let port = numbers[1] else { return nil }
    self.init(client: Int(client), port: Int(port))
  }

  /// Tells of all that happens: clients and ports that come and go, connections.
  static let announcements = Address(
    client: Int(SND_SEQ_CLIENT_SYSTEM), port: Int(SND_SEQ_PORT_SYSTEM_ANNOUNCE))

  var record: snd_seq_addr_t {
    snd_seq_addr_t(client: UInt8(truncatingIfNeeded: client), port: UInt8(truncatingIfNeeded: port))
  }
}

extension Address: CustomStringConvertible {
  /// The numbers as ALSA's tools write them, such as `128:0`.
  public var description: String { "\(client):\(port)" }
}
