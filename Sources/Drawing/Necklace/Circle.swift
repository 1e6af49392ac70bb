import Music

/// A point of a plane: x to the right, y downwards.
struct Point: Hashable {
  let x: Double
  let y: Double
}

extension Point {
  /// The point of a circle around (0, 0) at a part of a turn, clockwise from the top.
  ///
  /// It is computed by series in plain arithmetic, and only within an eighth of a turn: so it is
  /// the same on every machine, and points that mirror each other do so exactly.
  init(at turn: Fraction, radius: Double) {
    // Eighths of a turn, and what is left, measured from the nearer axis.
    let eighths = turn.numerator % turn.denominator * 8
    let octant = eighths / turn.denominator
    let rest =
      octant.isMultiple(of: 2)
      ? eighths - octant * turn.denominator : (octant + 1) * turn.denominator - eighths
    let angle = Double(rest) / Double(turn.denominator) * Double.pi / 4
    let (sine, cosine) = (Self.series(angle, from: angle, 1), Self.series(angle, from: 1, 0))
    let (x, y) =
      switch octant {
      case 0: (sine, cosine)
      case 1: (cosine, sine)
      case 2: (cosine, -sine)
      case 3: (sine, -cosine)
      case 4: (-sine, -cosine)
      case 5: (-cosine, -sine)
      case 6: (-cosine, sine)
      default: (-sine, cosine)
      }
    self.init(x: radius * x, y: -radius * y)
  }

  /// The series of the sine, from the angle on with an exponent of 1, or of the cosine from 1 on.
  private static func series(_ angle: Double, from first: Double, _ exponent: Int) -> Double {
    var (term, sum) = (first, first)
    for index in 1...9 {
      term *= -angle * angle / Double((2 * index + exponent - 1) * (2 * index + exponent))
      sum += term
    }
    return sum
  }
}
