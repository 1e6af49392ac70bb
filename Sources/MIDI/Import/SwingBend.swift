import Music

/// A swing as a bend of the places in a bar, in units: quick, for finding the nearest step.
///
/// What is written is computed exactly, by ``Swing/shift(at:inBarOf:)``, of which this is the image.
struct SwingBend {
  private let pair: Double
  private let middle: Double

  /// Nothing where the feel is straight.
  init?(_ swing: Swing?, unitsPerBeat: Int) {
    guard let swing else { return nil }
    pair = swing.unit.approximation * 8 * Double(unitsPerBeat)
    middle = swing.share.lowerBound.approximation * pair
  }

  /// The place in a straight bar from which a note comes to where it is heard.
  func straightened(_ place: Double, in bar: Double) -> Double {
    let begin = (place / pair).rounded(.down) * pair
    guard place >= 0, begin + pair <= bar else { return place }
    let phase = place - begin
    guard phase > middle else { return begin + phase * (pair / 2) / middle }
    return begin + pair / 2 + (phase - middle) * (pair / 2) / (pair - middle)
  }

  /// Where a place of a straight bar is heard.
  func bent(_ place: Double, in bar: Double) -> Double {
    let begin = (place / pair).rounded(.down) * pair
    guard place >= 0, begin + pair <= bar else { return place }
    let phase = place - begin
    guard phase > pair / 2 else { return begin + phase * middle / (pair / 2) }
    return begin + middle + (phase - pair / 2) * (pair - middle) / (pair / 2)
  }
}
