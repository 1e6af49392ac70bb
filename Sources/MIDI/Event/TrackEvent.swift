/// Something at a place of a track.
public enum TrackEvent: Hashable, Sendable {
  /// A message to a channel.
  case message(Message)
  /// Something beside the messages.
  case meta(MetaEvent)
  /// A system exclusive message, or its first packet: the bytes behind `F0`.
  ///
  /// A whole message ends in `F7`; without it, packets follow as ``escape(_:)``.
  case systemExclusive([UInt8])
  /// The bytes behind `F7`: a further packet of a system exclusive message, or bytes to be sent as
  /// they are.
  case escape([UInt8])
}

/// An event and when it is.
public struct TimedEvent: Hashable, Sendable {
  /// When, in ticks from the beginning of the track.
  public let tick: Int
  /// What.
  public let event: TrackEvent

  /// An event at a tick.
  public init(_ event: TrackEvent, at tick: Int) {
    self.event = event
    self.tick = tick
  }
}
