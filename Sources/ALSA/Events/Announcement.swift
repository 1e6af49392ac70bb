import CALSA

/// What the sequencer tells all who listen to its announcements.
enum Announcement: Hashable {
  /// A client is new or has another name.
  case client(Int)
  /// A client is gone, with all its ports and connections.
  case clientGone(Int)
  /// A port is new or has another name.
  case port(Address)
  /// A port is gone, with all its connections.
  case portGone(Address)
  /// A port listens to another.
  case connected(Address, to: Address)
  /// A port listens to another no more.
  case disconnected(Address, from: Address)

  init?(_ record: snd_seq_event_t) {
    let address = Address(record.data.addr)
    let connection = record.data.connect
    switch snd_seq_event_type(UInt32(record.type)) {
    case SND_SEQ_EVENT_CLIENT_START, SND_SEQ_EVENT_CLIENT_CHANGE: self = .client(address.client)
    case SND_SEQ_EVENT_CLIENT_EXIT: self = .clientGone(address.client)
    case SND_SEQ_EVENT_PORT_START, SND_SEQ_EVENT_PORT_CHANGE: self = .port(address)
    case SND_SEQ_EVENT_PORT_EXIT: self = .portGone(address)
    case SND_SEQ_EVENT_PORT_SUBSCRIBED:
      self = .connected(Address(connection.sender), to: Address(connection.dest))
    case SND_SEQ_EVENT_PORT_UNSUBSCRIBED:
      self = .disconnected(Address(connection.sender), from: Address(connection.dest))
    default: return nil
    }
  }
}
