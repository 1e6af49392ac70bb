import Music

/// Something to render, of which there are variants.
struct Piece {
  /// What files are called where nobody says it.
  let name: String
  /// The seed of the first variant; each has the next.
  let seed: UInt64
  /// How many bars it has, a pickup left out.
  let bars: Int
  /// Makes a variant, by its number from 0 on.
  let timeline: (Int) throws -> Timeline
}
