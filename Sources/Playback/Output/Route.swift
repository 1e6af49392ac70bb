/// A way by which events leave: a port of ours, and what it is connected to.
public struct Route: Hashable, Sendable {
  /// The tracks that leave by it: those that name this port, or, where nothing is said, those that
  /// name none.
  public let tracks: String?
  /// What it is connected to whenever that is there, as `NAME` or `CLIENT:PORT`; where nothing is
  /// said others connect to it.
  public let destination: String?

  /// A way to a destination.
  public init(to destination: String? = nil, for tracks: String? = nil) {
    self.destination = destination
    self.tracks = tracks
  }
}
