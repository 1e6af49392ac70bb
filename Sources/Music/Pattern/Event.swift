/// A value and the time it fills.
public struct Event: Hashable, Sendable {
  /// The note itself, in cycles.
  public let whole: Span

  /// The piece of it that lies in the span asked for.
  public let part: Span

  /// What it says.
  public let value: Value

  /// Where it was written.
  public let place: Place

  /// An event.
  @inlinable
  public init(whole: Span, part: Span, value: Value, place: Place) {
    self.whole = whole
    self.part = part
    self.value = value
    self.place = place
  }

  /// Whether the note begins in the span asked for; only then does it sound.
  @inlinable
  public var hasOnset: Bool { part.begin == whole.begin }
}
