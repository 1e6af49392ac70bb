public import Music

/// A place on a flat control: how far to the right and how far up, both from 0 to 1.
public struct PadPlace: Hashable, Sendable {
  /// How far to the right.
  public let x: Fraction
  /// How far up.
  public let y: Fraction

  /// A place; what lies outside is brought to the edge, and kept in steps of 1/65536.
  public init(x: Fraction, y: Fraction) {
    self.x = Self.bounded(x)
    self.y = Self.bounded(y)
  }

  private static func bounded(_ number: Fraction) -> Fraction {
    Fraction(min(max(number, 0), 1).steps(Amount.steps), Amount.steps)
  }

  /// The place in steps of 1/65536.
  fileprivate var steps: (x: Int, y: Int) {
    let scale = Amount.steps
    return (x.numerator * (scale / x.denominator), y.numerator * (scale / y.denominator))
  }
}

/// Rhythms laid out on a flat control, whose shares follow from a place on it.
public enum Pad: Hashable, Sendable {
  /// Three rhythms at the lower left, lower right and upper middle of a triangle: barycentric
  /// coordinates. A place beside the triangle counts as the place at its edge on the same height.
  case triangle
  /// Rhythms in columns and rows, the first row below; the four around a place share it by
  /// bilinear interpolation. There are at least one column and one row, at most 256 of each.
  case grid(columns: Int, rows: Int)

  /// How many rhythms lie on it.
  public var count: Int {
    switch self {
    case .triangle: 3
    case .grid(let columns, let rows): columns * rows
    }
  }

  /// The shares of all rhythms at a place, for a grid row by row from below.
  ///
  /// Laws: at a rhythm's own place it has everything; shares change gradually with the place.
  ///
  /// - Precondition: A grid has from 1 to 256 columns and rows.
  public func weights(at place: PadPlace) -> MixWeights {
    let (x, y) = place.steps
    var parts = Array(repeating: 0, count: count)
    switch self {
    case .triangle:
      // At height y the triangle reaches from y/2 to 1 - y/2.
      let right = min(max(2 * x - y, 0), 2 * (Amount.steps - y))
      parts = [2 * (Amount.steps - y) - right, right, 2 * y]
    case .grid(let columns, let rows):
      precondition((1...256).contains(columns) && (1...256).contains(rows), "a grid has a size")
      let (column, right) = Self.cell(x, of: columns)
      let (row, up) = Self.cell(y, of: rows)
      for (index, part) in [(0, Amount.steps - up), (1, up)] where part > 0 {
        let start = (row + index) * columns + column
        parts[start] += part * (Amount.steps - right)
        if right > 0 { parts[start + 1] += part * right }
      }
    }
    return MixWeights(parts) ?? MixWeights(only: 0, of: count)
  }

  /// The line before a place among so many evenly laid lines, and how far past it the place is.
  private static func cell(_ place: Int, of count: Int) -> (line: Int, past: Int) {
    let scaled = place * (count - 1)
    let line = min(scaled / Amount.steps, max(0, count - 2))
    return (line, scaled - line * Amount.steps)
  }
}
