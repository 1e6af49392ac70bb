public import MIDI

/// What a port sends or receives.
///
/// Source: *MIDI 1.0 Detailed Specification*, channel voice, system exclusive, system common and
/// system real time messages; echoes are those of ALSA's sequencer.
public enum PortEvent: Hashable, Sendable {
  /// A message to a channel.
  case message(Message)
  /// Bytes for one maker's devices, from `F0` to `F7`.
  case systemExclusive([UInt8])
  /// The 24th part of a quarter note has passed: `F8`.
  case clock
  /// Play from the beginning with the next clock: `FA`.
  case start
  /// Play on from the song position with the next clock: `FB`.
  case `continue`
  /// Stop: `FC`.
  case stop
  /// Where to play on, in sixteenth notes from the beginning, 0 to 16383: `F2 ll mm`.
  case songPosition(Int)
  /// Comes back to the output that sent it, and goes nowhere else; a number that it brings along.
  case echo(Int)
}

/// An event, when it is due, and where it goes.
public struct DueEvent: Hashable, Sendable {
  /// When, on the clock of the output.
  public let time: Duration
  /// The number of the route by which it leaves.
  public let route: Int
  /// What.
  public let event: PortEvent

  /// An event that is due at a time.
  public init(_ event: PortEvent, at time: Duration, on route: Int) {
    self.event = event
    self.time = time
    self.route = route
  }
}
