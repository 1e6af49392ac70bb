import Music

/// Rhythms of the same bars whose timing is said in one way, so that their notes can stand together.
///
/// Where all have the same feel it is kept; otherwise each note carries its feel as a shift.
struct Company {
  /// The rhythms, each sounding as before.
  let rhythms: [Rhythm]
  private let feel: Feel
  private let feels: [Voice: Feel]

  /// - Precondition: There is a rhythm, and all have the same bars.
  init(_ rhythms: [Rhythm]) throws(ComposerError) {
    precondition(!rhythms.isEmpty, "a company has a rhythm")
    precondition(rhythms.allSatisfy { $0.bars == rhythms[0].bars }, "all have the same bars")
    let parts = Dictionary(grouping: rhythms.flatMap(\.parts), by: \.voice)
    let isOneFeel =
      rhythms.allSatisfy { $0.feel == rhythms[0].feel }
      && parts.values.allSatisfy { Set($0.map(\.feel)).count == 1 }
    if isOneFeel {
      self.rhythms = rhythms
      feel = rhythms[0].feel
      feels = parts.compactMapValues { $0.first?.feel }
    } else {
      self.rhythms = try rhythms.map { rhythm throws(ComposerError) in
        try exactly(rhythm.withFeelInNotes)
      }
      feel = .straight
      feels = [:]
    }
  }

  /// All voices, in the order in which they are met.
  var voices: [Voice] {
    var known: Set<Voice> = []
    return rhythms.flatMap { $0.parts.map(\.voice) }.filter { known.insert($0).inserted }
  }

  /// A rhythm of the same bars and feel that plays other notes.
  ///
  /// Voices without a note keep an empty part.
  func rhythm(
    _ notes: [VoicedNote], origin: Origin, voices: [Voice]? = nil
  ) throws(ComposerError) -> Rhythm {
    let byVoice = Dictionary(grouping: notes, by: \.voice)
    let first = rhythms[0]
    let parts = (voices ?? self.voices).map { voice in
      Rhythm.Part(
        voice: voice, notes: (byVoice[voice] ?? []).map(\.note), feel: feels[voice])
    }
    return try exactly { () throws(MusicError) in
      var grid = first.grid.denominator
      for rhythm in rhythms {
        grid = try Fraction.leastCommonMultiple(grid, rhythm.grid.denominator)
      }
      return try Rhythm(
        origin: origin, bars: first.bars, grid: Fraction(1, grid), tempo: first.tempo, feel: feel,
        parts: parts)
    }
  }

  /// Where the rhythms come from.
  var origins: [Origin] { rhythms.map(\.origin) }
}

extension Rhythm {
  /// Every note with its voice, voice by voice.
  var voicedNotes: [VoicedNote] {
    parts.flatMap { part in part.notes.map { VoicedNote(voice: part.voice, note: $0) } }
  }
}

extension Origin {
  /// What new music made of others says of itself: never that it is a tradition.
  static func made(of origins: [Origin], by method: String) -> Origin {
    let sources = origins.map { "\($0.id) (\($0.evidence.rawValue): \($0.source))" }
    return Origin(
      id: origins.map(\.id).joined(separator: "-"),
      name: origins.map(\.name).joined(separator: " / ") + ", \(method)", region: "blend",
      evidence: .reconstructed, source: "\(method) of \(sources.joined(separator: " and "))",
      note: "made by a program out of other rhythms; not a tradition")
  }
}
