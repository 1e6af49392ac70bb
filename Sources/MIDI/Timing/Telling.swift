import Music

/// What it costs to tell where the notes of one voice are, on one grid and with one feel.
///
/// A note costs its step, the more the finer the level of the step is, and the distance that is left
/// to it. How far notes usually are from their steps is told once for all; a note that is much further
/// away costs as much as an exception. The principle is the one of A. T. Cemgil, P. Desain and
/// B. Kappen, "Rhythm Quantization for Transcription", Computer Music Journal 24 (2) (2000), 60–76: a
/// Gaussian distance and a prior for simple places. The figures, natural logarithms of odds, are
/// ours: with them the library's rhythms are found again when each note is some milliseconds off.
struct Telling {
  /// What all notes cost, for each of ``spreads``.
  private(set) var costs: [Double]

  /// How far notes may usually be from their steps: standard deviations, in milliseconds.
  static let spreads: [Double] = [1, 2, 4, 8, 16, 32]

  /// The natural logarithm of 2, by which each spread costs more than the one before.
  private static let doubling = 0.693
  /// The cost of a step for each level.
  private static let level = 2.5
  /// How many levels a step counts more that is inside a step that swings.
  private static let bentLevels = 2.5
  /// The most that a distance costs.
  private static let exception = 14.0
  /// What a note costs more that is not the first of its key on its step.
  private static let collision = 8.0
  /// The cost of saying that all notes of a voice are late or early alike.
  private static let lean = 3.0
  /// The largest distance that all notes of a voice may have, in milliseconds.
  private static let mostLean = 35.0

  init(of places: [Place], on grid: GridStep, _ swing: Swing?, _ millisecondsPerUnit: Double) {
    let bend = SwingBend(swing, unitsPerBeat: grid.unitsPerBeat)
    let stepsPerUnit = swing.map { grid.stepsPerWhole / $0.unit.denominator } ?? 1
    var fixed = 0.0
    var distances: [Double] = []
    var last: [Key: Int] = [:]
    for place in places {
      let step = grid.step(nearestTo: bend.straightened(place.phase, in: place.barLength))
      let heard = bend.bent(Double(step) * grid.units, in: place.barLength)
      distances.append((place.phase - heard) * millisecondsPerUnit)
      fixed += Self.level * grid.level(of: step)
      if step % stepsPerUnit != 0 { fixed += Self.level * Self.bentLevels }
      let number = place.bar << 32 + step
      if last.updateValue(number, forKey: place.key) == number { fixed += Self.collision }
    }
    costs = Self.spreads.indices.map { Self.cost(of: distances, spread: $0) + fixed }
    let middle = distances.isEmpty ? 0 : distances.sorted()[distances.count / 2]
    let farthest = min(grid.units * millisecondsPerUnit / 4, Self.mostLean)
    guard middle != 0, abs(middle) <= farthest else { return }
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
}
