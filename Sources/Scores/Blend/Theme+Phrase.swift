import Composer
import Music

extension Theme {
  /// The rhythm that a theme repeats, or one bar of it: what a blend can plan.
  ///
  /// - Parameters:
  ///   - cycle: The only bar wanted, or nothing for all until it repeats, at most 16.
  ///   - scene: Where it sounds.
  /// - Returns: A rhythm in bars of the scene's metre; nothing where all are wanted and it does not
  ///   repeat soon enough.
  /// - Throws: ``ComposerError`` where it would be too much or too fine.
  func phrase(at cycle: Int?, _ scene: inout Scene) throws(ComposerError) -> Fit.Fitted? {
    if let whole = try rhythm(in: scene, bars: 1) {
      guard let cycle else { return whole }
      let count = whole.rhythm.bars.count
      return try Fit.Fitted(
        exactly { () throws(MusicError) in
          try whole.rhythm.bar(((cycle % count) + count) % count)
        })
    }
    let first = cycle ?? 0
    let asked = cycle == nil ? 2 * Phrase.longest : 1
    var bars: [[Sounding]] = []
    for cycle in first..<first + asked {
      var notes = try notes(in: Span(cycle: cycle), &scene)
      try exactly { () throws(MusicError) in
        for index in notes.indices {
          notes[index].onset = try notes[index].onset - Fraction(cycle)
        }
      }
      bars.append(notes.inOrder)
    }
    guard let count = Phrase.period(of: bars) else { return nil }
    let place = scene
    let rhythm = try exactly { () throws(MusicError) in
      try Phrase.rhythm(of: Array(bars.prefix(count)), in: place)
    }
    return try Fit.Fitted(rhythm)
  }
}

/// Bars of notes on their way to be a rhythm.
private enum Phrase {
  /// The most bars that a theme is taken to need before it repeats.
  static let longest = 16

  /// After how many bars they repeat: at most half of them, or the only one.
  static func period(of bars: [[Sounding]]) -> Int? {
    guard bars.count > 1 else { return 1 }
    return (1...bars.count / 2).first { period in
      zip(bars, bars.dropFirst(period)).allSatisfy(==)
    }
  }

  static func rhythm(
    of bars: [[Sounding]], in scene: Scene
  ) throws(MusicError) -> Rhythm {
    let metre = scene.metre
    let rates = TempoRange.rates
    let rate = min(
      max(Int(scene.beatsPerMinute.rounded()), rates.lowerBound), rates.upperBound)
    var voices: [Voice] = []
    var notes: [Voice: [Note]] = [:]
    for (index, bar) in bars.enumerated() {
      for sounding in bar {
        let note = Note(
          onset: try (Fraction(index) + sounding.onset) * metre.beats,
          length: try sounding.length * metre.beats, stroke: sounding.stroke,
          velocity: sounding.velocity, shift: sounding.shift, key: try sounding.key())
        let voice = free(sounding.voice, for: note, notes)
        if notes[voice] == nil { voices.append(voice) }
        notes[voice, default: []].append(note)
      }
    }
    return try Rhythm(
      origin: origin, bars: Array(repeating: metre, count: bars.count), grid: Fraction(1, 16),
      tempo: TempoRange(rate: rate...rate),
      parts: voices.map { Rhythm.Part(voice: $0, notes: notes[$0] ?? []) })
  }

  /// The voice, or one numbered after it where another key of it is struck at the same time.
  private static func free(
    _ voice: Voice, for note: Note, _ notes: [Voice: [Note]]
  ) -> Voice {
    var (free, number) = (voice, 1)
    while let last = notes[free]?.last, last.onset == note.onset, last.key != note.key {
      number += 1
      free = Voice("\(voice)-\(number)")
    }
    return free
  }

  private static let origin = Origin(
    id: "theme", name: "theme", region: "own", evidence: .reconstructed, source: "a score")
}

extension [Sounding] {
  /// By onset, then by voice and pitch: an order that does not depend on how they were found.
  var inOrder: [Sounding] {
    sorted { ($0.onset, $0.voice, $0.rank) < ($1.onset, $1.voice, $1.rank) }
  }
}

extension Sounding {
  /// Its pitch as a number to sort by.
  var rank: Fraction {
    switch tone {
    case .usual: -1
    case .degree(let number), .pitch(let number): number
    }
  }

  /// The nearest key, where it has a pitch; a step of no scale is a semitone above middle C.
  func key() throws(MusicError) -> Key? {
    switch tone {
    case .usual: nil
    case .degree(let degree): Key(clamping: 60 + (try degree.rounded()))
    case .pitch(let pitch) where pitch.denominator == 1: Key(clamping: pitch.numerator)
    case .pitch(let pitch): Key(clamping: try pitch.rounded())
    }
  }
}
