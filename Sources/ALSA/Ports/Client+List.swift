import CALSA
import Glibc

extension Client {
  /// All ports that others may connect to, in the order of their addresses, but the system's own.
  ///
  /// Wraps `snd_seq_query_next_client`, `snd_seq_query_next_port` and
  /// `snd_seq_query_port_subscribers`.
  ///
  /// - Throws: ``ALSAError`` where there is no memory.
  public var ports: [Port] {
    get throws(ALSAError) {
      try withRecord(snd_seq_client_info_malloc, snd_seq_client_info_free) {
        (client) throws(ALSAError) in
        var ports: [Port] = []
        snd_seq_client_info_set_client(client, -1)
        while snd_seq_query_next_client(handle, client) >= 0 {
          let number = Int(snd_seq_client_info_get_client(client))
          guard number != Address.announcements.client else { continue }
          let name = snd_seq_client_info_get_name(client).map { String(cString: $0) } ?? ""
          ports += try self.ports(ofClient: number, named: name)
        }
        return ports
      }
    }
  }

  private func ports(ofClient number: Int, named client: String) throws(ALSAError) -> [Port] {
    try withRecord(snd_seq_port_info_malloc, snd_seq_port_info_free) {
      (port) throws(ALSAError) in
      var ports: [Port] = []
      snd_seq_port_info_set_client(port, CInt(number))
      snd_seq_port_info_set_port(port, -1)
      while snd_seq_query_next_port(handle, port) >= 0 {
        let capabilities = CInt(bitPattern: snd_seq_port_info_get_capability(port))
        guard capabilities & SND_SEQ_PORT_CAP_NO_EXPORT == 0 else { continue }
        let type = CInt(bitPattern: snd_seq_port_info_get_type(port))
        let address = Address(client: number, port: Int(snd_seq_port_info_get_port(port)))
        let (reading, writing) = (PortUse.source.capabilities, PortUse.sink.capabilities)
        ports.append(
          Port(
            address: address, client: client,
            name: snd_seq_port_info_get_name(port).map { String(cString: $0) } ?? "",
            isSource: capabilities & reading == reading,
            isDestination: capabilities & writing == writing,
            isHardware: type & SND_SEQ_PORT_TYPE_HARDWARE != 0,
            listeners: try peers(of: address, SND_SEQ_QUERY_SUBS_READ),
            sources: try peers(of: address, SND_SEQ_QUERY_SUBS_WRITE)))
      }
      return ports
    }
  }

  /// Who listens to a port.
  func listeners(to port: Address) throws(ALSAError) -> [Address] {
    try peers(of: port, SND_SEQ_QUERY_SUBS_READ)
  }

  private func peers(
    of port: Address, _ side: snd_seq_query_subs_type_t
  ) throws(ALSAError) -> [Address] {
    try withRecord(snd_seq_query_subscribe_malloc, snd_seq_query_subscribe_free) {
      (query) throws(ALSAError) in
      var (root, peers): (snd_seq_addr_t, [Address]) = (port.record, [])
      snd_seq_query_subscribe_set_root(query, &root)
      snd_seq_query_subscribe_set_type(query, side)
      snd_seq_query_subscribe_set_index(query, 0)
      while snd_seq_query_port_subscribers(handle, query) >= 0 {
        guard let peer = snd_seq_query_subscribe_get_addr(query) else { break }
        peers.append(Address(peer.pointee))
        snd_seq_query_subscribe_set_index(query, CInt(peers.count))
      }
      return peers
    }
  }

  /// The name of a client; nothing where there is none of that number.
  func name(ofClient number: Int) -> String? {
    let name = try? withRecord(snd_seq_client_info_malloc, snd_seq_client_info_free) {
      (client) throws(ALSAError) in
      try check("ask for a client") {
        snd_seq_get_any_client_info(handle, CInt(number), client)
      }
      return snd_seq_client_info_get_name(client).map { String(cString: $0) }
    }
    return name ?? nil
  }
}
