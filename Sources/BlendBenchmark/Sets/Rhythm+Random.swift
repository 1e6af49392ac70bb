import Music

extension Rhythm {
  /// How many notes each lane may have.
  private static let counts: [Lane: ClosedRange<Int>] = [
    .low: 2...6, .middle: 1...5, .high: 4...12,
  ]

  /// How hard notes are struck: ghosts, hats, plain notes and accents.
  private static let velocities = [45, 78, 92, 112]

  /// What the weakest place adds to its chance, so that it has one.
  private static let leastWeight = 0.15

  /// A bar of 4/4 in sixteenths for three voices, more likely on strong places than on weak ones.
  static func random(using random: inout some RandomNumberGenerator) throws -> Rhythm {
    let bars = [Metre.common]
    let ranks = MetricalRanks(bars: bars, stepsPerWhole: 16)
    let parts = Lane.allCases.map { lane in
      var steps = Array(0..<16)
      let notes = (0..<Int.random(in: counts[lane] ?? 1...1, using: &random)).map { _ in
        let weights = steps.map { leastWeight + (ranks?.weight(of: $0) ?? 0) }
        var rest = Double.random(in: 0..<weights.reduce(0, +), using: &random)
        let index = weights.indices.first { index in
          rest -= weights[index]
          return rest < 0
        }
        let step = steps.remove(at: index ?? 0)
        return Note(
          onset: Fraction(step, 4), length: Fraction(1, 4), stroke: .normal,
          velocity: Velocity(
            clamping: velocities[Int.random(in: velocities.indices, using: &random)]))
      }
      return Part(voice: lane.voice, notes: notes)
    }
    let id = "random-\(random.next())"
    return try Rhythm(
      origin: Origin(id: id, name: "random", evidence: .reconstructed, source: "a seed"),
      bars: bars, grid: Fraction(1, 16), tempo: TempoRange(rate: 120...120), parts: parts)
  }
}
