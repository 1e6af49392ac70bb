import Music

/// Which swings some notes may have.
enum SwingGuess {
  /// The steps that may swing in pairs.
  private static let units = [Fraction(1, 16), Fraction(1, 8)]
  /// How far into a pair the note between may come, as a part of the pair.
  private static let middles = 0.42...0.8
  /// How near to the middle it is straight, and how near to two thirds a triplet.
  private static let (straight, triplet) = (0.004, 0.008)

  /// The swings of sixteenths and of eighths in which the median of the notes between would be in
  /// place: in whole per cent, in tenths, and as a triplet where it is near.
  static func swings(in places: [Place], unitsPerBeat: Int) -> [Swing] {
    units.flatMap { unit -> [Swing] in
      let pair = unit.approximation * 8 * Double(unitsPerBeat)
      let shares = places.compactMap { place -> Double? in
        let begin = (place.phase / pair).rounded(.down) * pair
        guard place.phase >= 0, begin + pair <= place.barLength else { return nil }
        let share = (place.phase - begin) / pair
        return middles.contains(share) ? share : nil
      }.sorted()
      guard shares.count > 1, abs(shares[shares.count / 2] - 0.5) > straight else { return [] }
      let share = shares[shares.count / 2]
      var candidates = [
        Fraction(Int((share * 100).rounded()), 100), Fraction(Int((share * 1000).rounded()), 1000),
      ]
      if abs(share - 2.0 / 3) < triplet { candidates.insert(Fraction(2, 3), at: 0) }
      return candidates.filter { $0 != Fraction(1, 2) }
        .compactMap { Swing(share: $0...$0, unit: unit) }
    }
  }
}
