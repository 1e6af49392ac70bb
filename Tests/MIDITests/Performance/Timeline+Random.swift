import Music

extension Timeline {
  /// A piece of some tracks in common time.
  static func of(
    _ tracks: [Track], length: Fraction = 4, beat: Int = 500_000, title: String = "test"
  ) -> Timeline {
    Timeline(
      title: title, length: length, tempi: [Mark(tempo(beat: beat), at: 0)],
      metres: [Mark(.common, at: 0)], tracks: tracks)
  }

  /// The tempo with so many microseconds a beat.
  static func tempo(beat: Int) -> Tempo {
    guard let tempo = Tempo(beatsPerMinute: 60_000_000 / Double(beat)) else {
      preconditionFailure("a test asks for a tempo that can be stored")
    }
    return tempo
  }

  /// Any piece: drums that share keys, chords, notes that overlap, late and early notes.
  static func random(using random: inout some RandomNumberGenerator) -> Timeline {
    let voices = (sharing + ["kick", "melody", "dombyra", "dombyra-bass", "bass"] as [Voice])
      .shuffled(using: &random)
    let grid = [2, 3, 4, 5, 7, 11, 16, 960].randomElement(using: &random) ?? 4
    let tracks = voices.prefix(Int.random(in: 1...voices.count, using: &random)).map { voice in
      Track(voice: voice, notes: notes(of: voice, on: grid, using: &random))
    }
    return Timeline(
      title: "Қорқыт \(grid)", remarks: ["seed", "Көк бөрі"], length: 12,
      tempi: [Mark(anyTempo(using: &random), at: 0), Mark(anyTempo(using: &random), at: 5)],
      metres: [Mark(.common, at: 0), Mark(Metre(pulses: 7, unit: 8) ?? .common, at: 4)],
      markers: [Mark("басы", at: 0), Mark("half", at: 6)], tracks: tracks)
  }

  /// Voices of which two each have one key of the drum channel.
  private static let sharing: [Voice] = [
    "dum", "low-conga", "tek", "mute-conga", "ka", "high-bongo",
  ]

  /// Any notes; those of voices that share keys are never one tick apart.
  private static func notes(
    of voice: Voice, on grid: Int, using random: inout some RandomNumberGenerator
  ) -> [Note] {
    let isSharing = sharing.contains(voice)
    let grid = isSharing ? min(grid, 16) : grid
    return (0..<Int.random(in: 0...40, using: &random)).map { _ in
      let drift = isSharing ? 0 : Int.random(in: -20...20, using: &random) * 1000
      let shift = Shift(
        beats: Fraction(Int.random(in: -4...4, using: &random), 96), microseconds: drift)
      let key = Int.random(in: 58...64, using: &random)
      return Note.at(
        Fraction(Int.random(in: 0..<grid * 10, using: &random), grid),
        for: Fraction(Int.random(in: 1...2 * grid, using: &random), grid),
        velocity: Int.random(in: 1...127, using: &random),
        shift: Bool.random(using: &random) ? .none : shift, key: voice == "melody" ? key : nil)
    }
    .sorted { $0.onset < $1.onset }
  }

  private static func anyTempo(using random: inout some RandomNumberGenerator) -> Tempo {
    tempo(beat: Int.random(in: 200_000...1_500_000, using: &random))
  }
}

extension Timeline.Note {
  /// A note of usual velocity.
  static func at(
    _ onset: Fraction, for length: Fraction = 1, velocity: Int = 90, shift: Shift = .none,
    key: Int? = nil
  ) -> Timeline.Note {
    Timeline.Note(
      onset: onset, length: length, velocity: Velocity(clamping: velocity), shift: shift,
      key: key.flatMap { Key($0) })
  }
}
