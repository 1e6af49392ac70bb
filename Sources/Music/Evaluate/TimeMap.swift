/// How a node's own time lies in the time asked for: `outer = offset + scale * inner`.
struct TimeMap {
  let offset: Fraction
  let scale: Fraction

  static let identity = TimeMap(offset: 0, scale: 1)

  var isIdentity: Bool { scale == .one && offset == .zero }

  @inline(__always)
  func callAsFunction(_ time: Fraction) throws(MusicError) -> Fraction {
    scale == .one ? try offset + time : try offset + scale * time
  }

  @inline(__always)
  func callAsFunction(_ span: Span) throws(MusicError) -> Span {
    Span(try self(span.begin), try self(span.end))
  }

  /// The map of a node that runs faster by a factor.
  func sped(by factor: Fraction) throws(MusicError) -> TimeMap {
    TimeMap(offset: offset, scale: try scale / factor)
  }

  /// The map of a node that plays its own cycle *c* in a slot of cycle *c*.
  func slotted(
    cycle: Int, from begin: Fraction, length: Fraction
  ) throws(MusicError) -> TimeMap {
    let start = try begin - Fraction(cycle) * length
    return TimeMap(offset: try self(start), scale: try scale * length)
  }
}
