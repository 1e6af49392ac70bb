public import Playback

/// An event that came in.
public struct Received: Hashable, Sendable {
  /// What.
  public let event: PortEvent
  /// The port that sent it.
  public let source: Address
  /// The port of ours to which it came.
  public let port: Int
  /// When it was delivered, on the clock by which the port stamps.
  public let time: Duration
}
