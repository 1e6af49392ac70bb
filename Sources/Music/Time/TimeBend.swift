/// A way to move every time: stretches of time, each laid evenly on another.
package struct TimeBend {
  private struct Piece {
    let begin: Fraction
    let end: Fraction
    let newBegin: Fraction
    let ratio: Fraction
  }

  private var pieces: [Piece] = []
  private var newEnd = Fraction.zero

  /// Nothing yet; what is not appended stays where it is.
  package init() {}

  /// Whether nothing moves.
  package var isIdentity: Bool { pieces.allSatisfy { $0.ratio == 1 && $0.begin == $0.newBegin } }

  /// Lays the next stretch of time on another length; both above zero.
  package mutating func append(_ length: Fraction, to newLength: Fraction) throws(MusicError) {
    let begin = pieces.last?.end ?? 0
    pieces.append(
      Piece(
        begin: begin, end: try begin + length, newBegin: newEnd, ratio: try newLength / length))
    newEnd = try newEnd + newLength
  }

  /// Where a time comes to lie.
  package func callAsFunction(_ time: Fraction) throws(MusicError) -> Fraction {
    guard let piece = piece(at: time) else { return time }
    return try piece.newBegin + (time - piece.begin) * piece.ratio
  }

  /// How many times as long everything lasts there.
  package func ratio(at time: Fraction) throws(MusicError) -> Fraction {
    piece(at: time)?.ratio ?? 1
  }

  private func piece(at time: Fraction) -> Piece? {
    pieces.last { $0.begin <= time }
  }
}
