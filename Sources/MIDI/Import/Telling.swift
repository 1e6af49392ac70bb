import Music

/// A note's place, for finding a grid.
struct Place {
  /// The bar.
  let bar: Int
  /// From its bar line on, in units; below zero before the first bar line.
  let phase: Double
  /// The length of the bar, in units.
  let barLength: Double
  /// The key, of which one voice strikes one at a step.
  let key: Key
}

/// What it costs to tell where the notes of one voice are, on one grid and with one feel.
///
/// A note costs its step, the more the finer the level of the step is, and the distance that is left
/// to it. How far notes usually are from their steps is told once for all; a note that is much further
/// away costs as much as an exception. The principle is the one of A. T. Cemgil, P. Desain and
/// B. Kappen, "Rhythm Quantization for Transcription", Computer Music Journal 24 (2) (2000), 60–76: a
/// Gaussian distance and a prior for simple places; the figures, natural logarithms of odds, are ours.
struct Telling {
  /// What all notes cost, for each of ``spreads``.
  private(set) var costs: [Double]

  /// How far notes may usually be from their steps: standard deviations, in milliseconds.
  static let spreads: [Double] = [1, 2, 4, 8, 16, 32]

  /// The natural logarithm of 2, by which each spread costs more than the one before.
  private static let doubling = 0.693

  /// The cost of a step for each level; of a step that a swing bends, how many levels it counts more.
  private static let level = 2.5
  private static let bentLevels = 1.5
  /// The most that a distance costs, and what a note costs that is not the first on its step.
  private static let exception = 8.0
  private static let collision = 8.0
  /// The cost of saying that all notes of a voice are late or early alike, and the largest such
  /// distance, in milliseconds.
  private static let lean = 4.0
  private static let mostLean = 35.0

  init(
    of places: [Place], on grid: GridStep, _ swing: Swing?, unitsPerBeat: Int,
    millisecondsPerUnit: Double
  ) {
    let bend = SwingBend(swing, unitsPerBeat: unitsPerBeat)
    let stepsPerUnit = swing.map { $0.unit.approximation * Double(grid.stepsPerWhole) }
    var fixed = 0.0
    var distances: [Double] = []
    var last: [Key: Int] = [:]
    for place in places {
      let straight = bend?.straightened(place.phase, in: place.barLength) ?? place.phase
      let step = (straight / grid.units + 0.5).rounded(.down)
      let heard = bend?.bent(step * grid.units, in: place.barLength) ?? step * grid.units
      distances.append((place.phase - heard) * millisecondsPerUnit)
      fixed += Self.level * grid.level(of: Int(step))
      if let stepsPerUnit, step.remainder(dividingBy: stepsPerUnit) != 0 {
        fixed += Self.level * Self.bentLevels
      }
      let number = place.bar << 32 + Int(step)
      if last.updateValue(number, forKey: place.key) == number { fixed += Self.collision }
    }
    let (middle, farthest) = (Self.median(of: distances), grid.units * millisecondsPerUnit / 4)
    costs = Self.spreads.indices.map { Self.cost(of: distances, spread: $0) + fixed }
    guard abs(middle) <= min(farthest, Self.mostLean), middle != 0 else { return }
    let centred = distances.map { $0 - middle }
    for spread in costs.indices {
      let cost = Self.cost(of: centred, spread: spread) + fixed + Self.lean
      costs[spread] = min(costs[spread], cost)
    }
  }

  private static func cost(of distances: [Double], spread: Int) -> Double {
    let (doublings, deviation) = (Double(spread) * doubling, spreads[spread])
    return distances.reduce(0) { sum, distance in
      sum + min(distance * distance / (2 * deviation * deviation) + doublings, exception)
    }
  }

  private static func median(of values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}

/// A grid, and how deep in the tree of note values each of its steps is.
struct GridStep {
  /// How many steps a whole note has.
  let stepsPerWhole: Int
  /// The length of a step, in units.
  let units: Double
  private let levels: [Double]

  init(stepsPerWhole: Int, unitsPerBeat: Int) {
    self.stepsPerWhole = stepsPerWhole
    units = Double(unitsPerBeat * 4) / Double(stepsPerWhole)
    levels = (0..<stepsPerWhole).map { Self.level(of: Fraction($0, stepsPerWhole)) }
  }

  /// The level of a step, counted from its bar line: 0 for quarter notes.
  func level(of step: Int) -> Double {
    let rest = step % stepsPerWhole
    return levels[rest < 0 ? rest + stepsPerWhole : rest]
  }

  /// The level of the grid: that of its first step.
  var level: Double { level(of: 1) }

  /// One for each halving of a quarter note; for the division by another prime, what that is worth.
  private static func level(of place: Fraction) -> Double {
    var (rest, level) = (place.denominator, -2.0)
    while rest % 2 == 0 {
      rest /= 2
      level += 1
    }
    level = max(0, level)
    while rest % 3 == 0 {
      rest /= 3
      level += 1.5
    }
    while rest % 5 == 0 {
      rest /= 5
      level += 2.5
    }
    return rest == 1 ? level : level + 3.5
  }
}
