import Music

@testable import BlendBenchmark

extension Rhythm {
  /// Bars of 4/4 in which an `x` is a sixteenth of one velocity, for a kick, a snare and a hat.
  init(_ low: String, _ middle: String = "", _ high: String = "", velocity: Int = 100) throws {
    let parts = zip(Lane.allCases, [low, middle, high]).map { lane, row in
      Part(
        voice: lane.voice,
        notes: row.enumerated().filter { $0.element == "x" }.map { step, _ in
          Note(
            onset: Fraction(step, 4), length: Fraction(1, 4), stroke: .normal,
            velocity: Velocity(clamping: velocity))
        })
    }
    try self.init(
      origin: Origin(id: "row", name: "row", evidence: .reconstructed, source: "a test"),
      bars: [.common], grid: Fraction(1, 16), tempo: TempoRange(rate: 120...120), parts: parts)
  }
}

extension Path {
  /// A path in a bar of 4/4 that is told by its kick: 60 ticks are a sixteenth, 12 are 25 ms.
  init(kicks: (Double) -> [Hit]) throws {
    let ring = try Ring(Rhythm("x"), Rhythm("x"), grid: (0..<16).map { Fraction($0, 4) })
    self.init(Path.times.map { View(lanes: [kicks($0), [], []], on: ring) }, on: ring)
  }
}
