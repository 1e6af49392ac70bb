import Music

/// Which swings some notes may have.
enum SwingGuess {
  /// The steps that may swing in pairs.
  private static let units = [Fraction(1, 16), Fraction(1, 8)]
  /// How far into a pair the note between may come, as a part of the pair; at three quarters it is a
  /// dotted rhythm.
  private static let middles = 0.42...0.72
  /// How near to the middle it is straight, and how near to two thirds a triplet.
  private static let (straight, triplet) = (0.004, 0.008)

  /// The swings of sixteenths and of eighths, in whole per cent or as a triplet, with which the median
  /// of the notes between would be in place.
  static func swings(in places: [Place], unitsPerBeat: Int) -> [Swing] {
    units.flatMap { unit in
      guard let share = share(in: places, of: unit, unitsPerBeat) else { return [Swing]() }
      return plainest(share, unit: unit, parts: [100])
    }
  }

  /// The plainest swing of a unit with which at least half of the notes between are in place within a
  /// tolerance, in units; nothing where none is.
  static func exact(
    in places: [Place], of unit: Fraction, within tolerance: Double, unitsPerBeat: Int
  ) -> Swing? {
    guard let share = share(in: places, of: unit, unitsPerBeat) else { return nil }
    let pair = unit.approximation * 8 * Double(unitsPerBeat)
    let between = between(places, pair)
    return plainest(share, unit: unit, parts: [100, 200, 1000]).first { swing in
      let middle = swing.share.lowerBound.approximation * pair
      return between.count { abs($0.exact - middle) <= tolerance } * 2 >= between.count
    }
  }

  /// How far into a pair the median note between comes; nothing where that is straight.
  private static func share(
    in places: [Place], of unit: Fraction, _ unitsPerBeat: Int
  ) -> Double? {
    let pair = unit.approximation * 8 * Double(unitsPerBeat)
    let shares = between(places, pair).map { $0.phase / pair }.sorted()
    guard shares.count > 1, abs(shares[shares.count / 2] - 0.5) > straight else { return nil }
    return shares[shares.count / 2]
  }

  /// The notes that may be the second of a pair, counted from where the pair begins.
  private static func between(
    _ places: [Place], _ pair: Double
  ) -> [(phase: Double, exact: Double)] {
    places.compactMap { place in
      let begin = (place.phase / pair).rounded(.down) * pair
      guard place.phase >= 0, begin + pair <= place.barLength,
        middles.contains((place.phase - begin) / pair)
      else { return nil }
      return (place.phase - begin, place.exact - begin)
    }
  }

  /// The swings nearest to a share: as a triplet where it is near, and in parts of the whole.
  private static func plainest(_ share: Double, unit: Fraction, parts: [Int]) -> [Swing] {
    var shares = parts.map { Fraction(Int((share * Double($0)).rounded()), $0) }
    if abs(share - 2.0 / 3) < triplet { shares.insert(Fraction(2, 3), at: 0) }
    return shares.filter { $0 != Fraction(1, 2) }.compactMap { Swing(share: $0...$0, unit: unit) }
  }
}
