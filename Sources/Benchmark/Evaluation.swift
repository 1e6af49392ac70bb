import Music
import Notation

/// How fast patterns become events.
enum Evaluation {
  /// What is evaluated: from plain to everything at once.
  static let texts = [
    "bd*4, [~ cp]*2, hh*16",
    "bd(3,8) sn(<5 3>,8,<0 2>) hh*16 [cp:<1 2> oh]!4",
    "{a b c, d e f g}%8, <x y>*<2 3> [z? | w]*4, 0 .. 7",
  ]

  /// Cycles in one measurement.
  private static let cycles = 20_000

  /// Events that begin in many cycles, asked for cycle by cycle, in a second.
  static func eventsPerSecond(of text: String) throws -> Double {
    let evaluator = try Evaluator(Pattern(parsing: text))
    var count = 0
    let start = ContinuousClock.now
    for cycle in 0..<cycles { count += try evaluator.onsets(in: Span(cycle: cycle)).count }
    return Double(count) / ((ContinuousClock.now - start) / .seconds(1))
  }

  /// Additions of two fractions in a second: what the machine gives to exact time.
  static func additionsPerSecond() throws -> Double {
    let thirds = (1...64).map { Fraction($0, 3) }
    let fifths = (1...64).map { Fraction($0, 5) }
    let turns = 1_000
    var (sum, best) = (0, Double.infinity)
    for _ in 0..<20 {
      let start = ContinuousClock.now
      for _ in 0..<turns {
        for (third, fifth) in zip(thirds, fifths) { sum &+= try (third + fifth).numerator }
      }
      best = min(best, (ContinuousClock.now - start) / .seconds(1))
    }
    precondition(sum != 0, "the sums are used")
    return Double(turns * thirds.count) / best
  }
}
