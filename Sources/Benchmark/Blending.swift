import Composer
import Music

/// How fast blends are planned and asked for.
enum Blending {
  /// Every time is the best of so many rounds, as other work on a machine only makes it longer.
  private static let rounds = 60

  /// What an operator takes, in seconds.
  struct Result {
    let operation: Operator
    /// To plan a blend of two rhythms of 16 steps with three voices.
    let small: Double
    /// To plan a blend of 64 notes with 64 others, in one voice of one bar.
    let large: Double
    /// To make the rhythm at another amount, of a plan with 48 notes at one end.
    let evaluation: Double
  }

  /// What each operator takes.
  static func results() throws -> [Result] {
    try Operator.allCases.map { operation in
      let small = try pair(voices: ["kick", "snare", "hat"], steps: 16, notes: 6)
      let large = try pair(voices: ["hat"], steps: 256, notes: 64)
      let medium = try pair(voices: ["kick", "snare", "hat"], steps: 32, notes: 16)
      let blend = try operation.blend(from: medium.0, to: medium.1)
      var step = 1
      return Result(
        operation: operation,
        small: try best(of: 20) { _ = try operation.blend(from: small.0, to: small.1) },
        large: try best(of: 1) { _ = try operation.blend(from: large.0, to: large.1) },
        evaluation: try best(of: 100) {
          step = (step &* 40_503) % (Amount.steps - 1) + 1
          _ = try blend.rhythm(at: Amount(step: step))
        })
    }
  }

  /// What the usual operator takes to plan a blend, in seconds, as rhythms grow: of so many notes
  /// in one voice with as many others, on a grid of four times as many steps.
  static func growth() throws -> [(notes: Int, seconds: Double)] {
    try [8, 16, 32, 64, 128].map { notes in
      let pair = try pair(voices: ["hat"], steps: 4 * notes, notes: notes)
      return (notes, try best(of: 1) { _ = try Jump(from: pair.0, to: pair.1) })
    }
  }

  /// The time of one turn, in seconds: the least of all rounds.
  private static func best(of turns: Int, _ body: () throws -> Void) throws -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      for _ in 0..<turns { try body() }
      best = min(best, (ContinuousClock.now - start) / .seconds(1) / Double(turns))
    }
    return best
  }

  /// Two rhythms with so many notes in each voice, at random places of a bar of 4/4.
  private static func pair(
    voices: [Voice], steps: Int, notes: Int
  ) throws -> (Fit.Fitted, Fit.Fitted) {
    var random = SplitMix64(seed: 48)
    func rhythm() throws -> Rhythm {
      let parts = voices.map { voice in
        Rhythm.Part(
          voice: voice,
          notes: (0..<steps).shuffled(using: &random).prefix(notes).sorted().map { place in
            Note(
              onset: Fraction(place * 4, steps), length: Fraction(1, 4),
              stroke: .normal,
              velocity: Velocity(clamping: Int.random(in: 40...127, using: &random)))
          })
      }
      return try Rhythm(
        origin: Origin(id: "random", name: "random", evidence: .reconstructed, source: "random"),
        bars: [.common], grid: Fraction(1, steps), tempo: TempoRange(rate: 120...120), parts: parts)
    }
    let (first, second) = (try rhythm(), try rhythm())
    return try Fit.stretch.fitted(first, to: second)
  }
}
