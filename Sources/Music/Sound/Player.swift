/// Who plays a track: what is said of its sound beside its notes.
///
/// What is not said is left to the kit.
public struct Player: Hashable, Sendable {
  /// What the track is called.
  public var name: String
  /// The kit of its drums.
  public var kit: Kit?
  /// The program of its other voices.
  public var program: Program?
  /// The bank of the program.
  public var bank: Bank?
  /// The channel of all its voices.
  public var channel: Channel?
  /// The port to which it is sent.
  public var port: String?

  /// A player of a name, all else left to the kit.
  public init(_ name: String) {
    self.name = name
  }
}
