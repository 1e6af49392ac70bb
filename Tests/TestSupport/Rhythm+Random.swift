public import Music

extension Rhythm {
  /// Any rhythm of one to three bars in one metre, with one to four voices of any kind.
  ///
  public static func random(
    using random: inout some RandomNumberGenerator, metre: Metre? = nil, bars: Int? = nil
  ) throws(MusicError) -> Rhythm {
    let metres = [(2, 4), (3, 4), (4, 4), (6, 8), (7, 8), (5, 8), (9, 16)]
    let chosen = metres.randomElement(using: &random).flatMap { Metre(pulses: $0.0, unit: $0.1) }
    let metre = metre ?? chosen ?? .common
    let bars = Array(repeating: metre, count: bars ?? Int.random(in: 1...3, using: &random))
    let voices: [Voice] = ["kick", "snare", "hat", "dombyra", "low-tom", "shaker"]
    let count = Int.random(in: 1...4, using: &random)
    var parts: [Part] = []
    for voice in voices.shuffled(using: &random).prefix(count) {
      parts.append(try .random(voice, bars: bars, using: &random))
    }
    return try Rhythm(
      origin: Origin(id: "random", name: "random", evidence: .reconstructed, source: "a test"),
      bars: bars, grid: Fraction(1, 16), tempo: TempoRange(rate: 100...120), parts: parts)
  }
}

extension Rhythm.Part {
  /// Any notes on the sixteenths of some bars: none, few or many.
  static func random(
    _ voice: Voice, bars: [Metre], using random: inout some RandomNumberGenerator
  ) throws(MusicError) -> Rhythm.Part {
    let steps = bars.map { $0.pulses * 16 / $0.unit }.reduce(0, +)
    let density = Int.random(in: 0...8, using: &random)
    var notes: [Note] = []
    for step in 0..<steps where Int.random(in: 0..<10, using: &random) < density {
      let stroke = Stroke.allCases.randomElement(using: &random) ?? .normal
      let isUsual = Bool.random(using: &random)
      let velocity = Velocity(clamping: Int.random(in: 1...127, using: &random))
      notes.append(
        Note(
          onset: Fraction(step, 4), length: Fraction(1, 4), stroke: stroke,
          velocity: isUsual ? voice.usualVelocity(of: stroke) : velocity,
          shift: Int.random(in: 0..<4, using: &random) > 0
            ? .none : Shift(microseconds: Int.random(in: -9...9, using: &random) * 1000)))
    }
    return Rhythm.Part(voice: voice, notes: notes)
  }
}
