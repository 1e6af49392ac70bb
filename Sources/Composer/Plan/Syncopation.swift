import Music

/// How syncopated one voice is, kept while its notes come and go.
///
/// A note that is followed by silence at a stronger place is as syncopated as that place is stronger,
/// in levels of the metre; of several such places before the next note the strongest counts. The bars
/// are a circle. The sum over all notes is the voice's syncopation.
///
/// Source: H. C. Longuet-Higgins and C. S. Lee, "The Rhythmic Interpretation of Monophonic Music",
/// *Music Perception* 1 (4) (1984), 424–441; the circle and the maximum for each note are ours.
struct Syncopation {
  /// The level of each place at which the voice may have a note: 0 for the strongest.
  private let levels: [Int]
  /// The strongest level between each place and the next around the circle.
  private let gaps: [Int]
  private var isThere: [Bool]

  /// A silent voice that may have notes at some places, given in order.
  init(_ metre: MetricalLevels, at places: [Fraction]) {
    levels = places.map(metre.level)
    gaps = places.indices.map { index in
      metre.strongest(after: places[index], before: places[(index + 1) % places.count])
    }
    isThere = Array(repeating: false, count: places.count)
  }

  /// Lets a place sound or be silent.
  ///
  /// - Returns: By how much the syncopation rises.
  mutating func set(_ place: Int, _ sounds: Bool) -> Int {
    guard isThere[place] != sounds else { return 0 }
    let before = previous(place)
    var rise = -strength(of: place)
    if let before { rise -= strength(of: before) }
    isThere[place] = sounds
    rise += strength(of: place)
    if let before { rise += strength(of: before) }
    return rise
  }

  /// The nearest other note before a place.
  private func previous(_ place: Int) -> Int? {
    var index = place
    repeat {
      index = index == 0 ? levels.count - 1 : index - 1
      if index == place { return nil }
    } while !isThere[index]
    return index
  }

  /// How syncopated one note is; nothing where it is silent.
  private func strength(of place: Int) -> Int {
    guard isThere[place] else { return 0 }
    var strongest = gaps[place]
    var index = place + 1 == levels.count ? 0 : place + 1
    while !isThere[index] {
      strongest = min(strongest, levels[index], gaps[index])
      index = index + 1 == levels.count ? 0 : index + 1
    }
    return max(0, levels[place] - strongest)
  }
}

/// The level of every place of some bars: 0 for the beginning of a bar, then groups, pulses and
/// ever finer parts.
struct MetricalLevels {
  private let levels: [Int]
  private let stepsPerWhole: Int

  /// The levels of all places on a grid on which some places lie.
  init(bars: [Metre], places: [Fraction]) throws(MusicError) {
    let wholes = try places.map { place throws(MusicError) in try place / 4 }
    let steps = try Fraction.commonDenominator(
      of: wholes + bars.map { Fraction(1, $0.unit) }, most: Self.finest)
    stepsPerWhole = steps
    var levels: [Int] = []
    var before: (bar: Metre, levels: [Int])?
    for bar in bars {
      guard levels.count < 4 * Bounds.rowSteps,
        let ofBar = before?.bar == bar ? before?.levels : Self.levels(of: bar, steps)
      else { throw .tooFine }
      levels += ofBar
      before = (bar, ofBar)
    }
    self.levels = levels
  }

  /// The levels of one bar's places, without depths that mark no place of their own.
  private static func levels(of bar: Metre, _ stepsPerWhole: Int) -> [Int]? {
    guard let levels = bar.levels(stepsPerWhole: stepsPerWhole) else { return nil }
    var ranks = Array(repeating: 0, count: (levels.max() ?? 0) + 1)
    for level in levels { ranks[level] = 1 }
    var rank = -1
    for level in ranks.indices {
      rank += ranks[level]
      ranks[level] = rank
    }
    return levels.map { ranks[$0] }
  }

  /// The most steps of a whole note.
  private static let finest = 4 * Bounds.rowSteps

  /// The level of a place.
  func level(of place: Fraction) -> Int { levels[step(place)] }

  /// The strongest level between two places, neither included; the first may be the later one.
  func strongest(after first: Fraction, before second: Fraction) -> Int {
    var strongest = Int.max
    var step = step(first) + 1
    let end = self.step(second)
    while true {
      if step == levels.count { step = 0 }
      if step == end { return strongest }
      strongest = min(strongest, levels[step])
      step += 1
    }
  }

  private func step(_ place: Fraction) -> Int {
    place.numerator * stepsPerWhole / (4 * place.denominator)
  }
}
