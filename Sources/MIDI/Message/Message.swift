public import Music

/// A message to one channel.
///
/// Source: *MIDI 1.0 Detailed Specification*, channel voice messages.
public enum Message: Hashable, Sendable {
  /// A key goes up: `8n kk vv`, `vv` how fast.
  case noteOff(Key, release: Level, Channel)
  /// A key goes down: `9n kk vv`; with level 0 it goes up.
  case noteOn(Key, Level, Channel)
  /// A key is pressed while it is down: `An kk vv`.
  case keyPressure(Key, Level, Channel)
  /// Something is turned: `Bn cc vv`.
  case control(Controller, Level, Channel)
  /// A sound is chosen: `Cn pp`.
  case program(Program, Channel)
  /// The keys of a channel are pressed while they are down: `Dn vv`.
  case channelPressure(Level, Channel)
  /// The pitch of a channel is bent: `En ll mm`.
  case bend(Bend, Channel)

  /// Whom it is for.
  public var channel: Channel {
    switch self {
    case .noteOff(_, _, let channel), .noteOn(_, _, let channel), .keyPressure(_, _, let channel),
      .control(_, _, let channel), .program(_, let channel), .channelPressure(_, let channel),
      .bend(_, let channel):
      channel
    }
  }
}
