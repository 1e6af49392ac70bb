extension Blending {
  /// What was measured, in lines: each time, and in how many plain additions of fractions.
  static func report(additionsPerSecond: Double) throws -> String {
    func told(_ seconds: Double) -> String {
      "\((seconds * 1e6).tenths) µs (\(Int((seconds * additionsPerSecond).rounded())))"
    }
    let results = try results().map { result in
      let times = [result.small, result.large, result.evaluation].map(told)
      return "  \(result.operation): \(times.joined(separator: ", "))"
    }
    let growth = try growth()
    let steps = zip(growth, [nil] + growth).map { grown, before in
      let factor = before.map { ", \((grown.seconds / $0.seconds).tenths)x" } ?? ""
      return "  \(grown.notes) notes: \(told(grown.seconds))\(factor)"
    }
    let lines =
      [
        "blends on one core, the best of some rounds, and in additions of fractions: a plan of 16",
        "steps in 3 voices, a plan of 64 x 64 notes, a rhythm of 48 notes of a plan:",
      ] + results + ["a plan of a jump as rhythms grow, and as a multiple of the one before:"]
      + steps
    return lines.joined(separator: "\n")
  }
}
