/// A point of the unit circle, by its part of a whole turn.
///
/// The turn is exact, and so is the way to the nearest quarter turn; what is left is at most an
/// eighth of a turn, where the Taylor series of sine and cosine, cut off after the sixteenth power,
/// are off by less than one part in 10¹⁶.
package struct UnitVector {
  /// The cosine.
  package let x: Double
  /// The sine.
  package let y: Double

  /// The point after some parts of a turn that has so many, which are above zero.
  package init(turn: Int, of parts: Int) {
    let turn = ((turn % parts) + parts) % parts
    let quarter = (8 * turn + parts) / (2 * parts)
    let angle = Double(4 * turn - quarter * parts) / Double(parts) * (.pi / 2)
    let square = angle * angle
    var (cosine, sine) = (1.0, 1.0)
    for factor in stride(from: 15.0, to: 0, by: -2) {
      cosine = 1 - cosine * square / (factor * (factor + 1))
      sine = 1 - sine * square / ((factor + 1) * (factor + 2))
    }
    sine *= angle
    (x, y) =
      switch quarter % 4 {
      case 0: (cosine, sine)
      case 1: (-sine, cosine)
      case 2: (-cosine, -sine)
      default: (sine, -cosine)
      }
  }
}
