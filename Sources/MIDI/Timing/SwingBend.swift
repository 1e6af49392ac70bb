import Music

/// A feel as a bend of the places in a bar, in units: quick, for finding the nearest step.
///
/// What is written is computed exactly, by ``Swing/shift(at:inBarOf:)``, of which this is the image.
struct SwingBend {
  private let pair: Double
  private let middle: Double

  /// The bend of a swing; of nothing, none.
  init(_ swing: Swing?, unitsPerBeat: Int) {
    pair = (swing?.unit.approximation ?? 1) * 8 * Double(unitsPerBeat)
    middle = (swing?.share.lowerBound.approximation ?? 0.5) * pair
  }

  /// The place in a straight bar from which a note comes to where it is heard.
  func straightened(_ place: Double, in bar: Double) -> Double {
    bent(place, in: bar, from: middle, to: pair / 2)
  }

  /// Where a place of a straight bar is heard.
  func bent(_ place: Double, in bar: Double) -> Double {
    bent(place, in: bar, from: pair / 2, to: middle)
  }

  /// A place where each pair is bent between two places of it; one that the bar cuts off is not.
  private func bent(
    _ place: Double, in bar: Double, from: Double, to: Double
  ) -> Double {
    let begin = (place / pair).rounded(.down) * pair
    guard from != to, place >= 0, begin + pair <= bar else { return place }
    let phase = place - begin
    guard phase > from else { return begin + phase * to / from }
    return begin + to + (phase - from) * (pair - to) / (pair - from)
  }
}
