import Music

extension Rhythm {
  /// Any rhythm of bars of different metres, with notes on one or two divisions of the beat.
  static func uneven(seed: UInt64) throws(MusicError) -> Rhythm {
    var random = SplitMix64(seed: seed)
    let metres = [(4, 4), (7, 8), (2, 4), (5, 16), (2, 2), (12, 8), (3, 4)]
    var bars: [Metre] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let (pulses, unit) = metres.randomElement(using: &random) ?? (4, 4)
      bars.append(Metre(pulses: pulses, unit: unit) ?? .common)
    }
    let beats = bars.map { $0.pulses * 4 / $0.unit }.reduce(0, +)
    let voices: [Voice] = ["kick", "dombyra", "hat", "melody", "a-voice-with-a-long-name"]
    let divisions =
      [[1, 2, 4], [3, 4], [2, 5], [7], [1, 6], [8]].randomElement(using: &random) ?? []
    var parts: [Part] = []
    for voice in voices.prefix(Int.random(in: 1...5, using: &random)) {
      let division = divisions.randomElement(using: &random) ?? 4
      var notes: [Note] = []
      for place in 0..<beats * division where Int.random(in: 0..<3, using: &random) == 0 {
        notes.append(
          Note(
            onset: Fraction(place, division),
            length: Fraction(Int.random(in: 1...9, using: &random), 2 * division),
            stroke: Stroke.allCases.randomElement(using: &random) ?? .normal,
            velocity: Velocity(clamping: 90)))
      }
      parts.append(Part(voice: voice, notes: notes))
    }
    return try Rhythm(
      origin: Origin(id: "uneven", name: "Uneven", evidence: .reconstructed, source: "a test"),
      bars: bars, grid: Fraction(1, 16), tempo: TempoRange(rate: 100...120), parts: parts)
  }
}
