import Music

/// A grid, and how deep in the tree of note values each of its steps is.
struct GridStep {
  /// How many steps a whole note has.
  let stepsPerWhole: Int
  /// The length of a step, in units.
  let units: Double
  let unitsPerBeat: Int
  private let levels: [Double]

  init(stepsPerWhole: Int, unitsPerBeat: Int) {
    (self.stepsPerWhole, self.unitsPerBeat) = (stepsPerWhole, unitsPerBeat)
    units = Double(unitsPerBeat * 4) / Double(stepsPerWhole)
    levels = (0..<stepsPerWhole).map { Self.level(of: Fraction($0, stepsPerWhole)) }
  }

  /// The level of a step, counted from its bar line: 0 for quarter notes.
  func level(of step: Int) -> Double {
    let rest = step % stepsPerWhole
    return levels[rest < 0 ? rest + stepsPerWhole : rest]
  }

  /// The level of the grid: that of its first step.
  var level: Double { levels.count > 1 ? levels[1] : 0 }

  /// The number of the step that is nearest to a place; between two the later.
  func step(nearestTo units: Double) -> Int { Int((units / self.units + 0.5).rounded(.down)) }

  /// One for each halving of a quarter note; a division by another prime counts as several.
  private static func level(of place: Fraction) -> Double {
    var (rest, level) = (place.denominator, -2.0)
    while rest % 2 == 0 {
      rest /= 2
      level += 1
    }
    level = max(0, level)
    for (prime, weight) in [(3, 2.0), (5, 3.5)] {
      while rest % prime == 0 {
        rest /= prime
        level += weight
      }
    }
    return rest == 1 ? level : level + 4.5
  }
}
