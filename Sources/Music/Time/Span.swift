/// A stretch of time from its beginning up to, not including, its end.
///
/// The unit is the one of the numbers in it: cycles in a pattern, beats in a timeline.
@frozen
public struct Span: Hashable, Sendable {
  /// Where it starts.
  public let begin: Fraction

  /// Where it stops; never before ``begin``.
  public let end: Fraction

  /// A span between two times.
  ///
  /// - Precondition: The end is not before the beginning.
  @inlinable
  public init(_ begin: Fraction, _ end: Fraction) {
    precondition(begin <= end, "a span cannot end before it begins")
    self.begin = begin
    self.end = end
  }

  /// One whole cycle: from its number up to the next.
  @inlinable
  public init(cycle: Int) {
    self.init(Fraction(cycle), Fraction(cycle + 1))
  }

  /// Whether there is no time in it.
  @inlinable
  public var isEmpty: Bool { begin == end }

  /// The numbers of the cycles that it touches.
  @inlinable
  public var cycles: Range<Int> {
    isEmpty ? begin.floor..<begin.floor : begin.floor..<end.ceiling
  }

  /// What both have in common, or nothing where they only touch.
  @inlinable
  public func intersection(_ other: Span) -> Span? {
    let begin = max(begin, other.begin)
    let end = min(end, other.end)
    return begin < end ? Span(begin, end) : nil
  }
}
