import Composer
import Music

/// The theme of a rhythm of the library, brought to the metre in which it sounds.
struct Quoted: Theme {
  /// The rhythm as its file has it.
  let source: Rhythm
  let traits: Traits

  private let bars = Memo<Meeting, (fitted: Fit.Fitted, notes: [[Sounding]])>()

  /// In which metre it sounds, and how it meets it where that was said.
  private struct Meeting: Hashable {
    let metre: Metre
    let fit: Fit?
    let bars: Int
  }

  init(_ source: Rhythm) {
    self.source = source
    var traits = Traits()
    traits.voices = Set(source.parts.map(\.voice))
    traits.hasRhythm = true
    let lengths = source.parts.flatMap(\.notes).map(\.length)
    // A bar may become some times as long in another metre.
    traits.longest = (try? (lengths.max() ?? 0) / (source.bars.map(\.beats).min() ?? 1)) ?? 1
    self.traits = traits.lasting(4)
  }

  func rhythm(in scene: Scene, bars: Int) throws(ComposerError) -> Fit.Fitted? {
    try known(in: scene, bars: bars).fitted
  }

  private func known(
    in scene: Scene, bars count: Int = 1
  ) throws(ComposerError) -> (fitted: Fit.Fitted, notes: [[Sounding]]) {
    let meeting = Meeting(metre: scene.metre, fit: scene.fit, bars: count)
    return try bars.answer(to: meeting) { () throws(ComposerError) in
      let bar = try exactly { () throws(MusicError) in
        try Rhythm(
          origin: source.origin, bars: Array(repeating: meeting.metre, count: count),
          grid: source.grid, tempo: source.tempo, parts: [])
      }
      let fitted = try (meeting.fit ?? .usual(for: source, bar)).fitted(source, to: bar).0
      return (fitted, try exactly { () throws(MusicError) in try fitted.rhythm.soundings() })
    }
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    try known(in: scene).notes.repeated(in: span, &scene)
  }
}

extension Rhythm {
  /// The notes of each bar, with their time in cycles from its bar line on.
  func soundings() throws(MusicError) -> [[Sounding]] {
    var result: [[Sounding]] = []
    for index in bars.indices { result.append(try bar(index).soundingsOfOnlyBar()) }
    return result
  }

  /// The notes of a rhythm of one bar, with their time in cycles.
  func soundingsOfOnlyBar() throws(MusicError) -> [Sounding] {
    var notes: [Sounding] = []
    for part in parts {
      for note in part.notes {
        notes.append(
          Sounding(
            onset: try note.onset / beats, length: try note.length / beats, voice: part.voice,
            tone: note.key.map { .pitch(Fraction($0.number)) } ?? .usual, stroke: note.stroke,
            velocity: note.velocity, shift: try shift(of: note, in: part)))
      }
    }
    return notes
  }
}

extension [[Sounding]] {
  /// The notes of bars that are repeated for ever, those that begin in a span.
  func repeated(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var notes: [Sounding] = []
    for cycle in span.cycles {
      let bar = self[((cycle % count) + count) % count]
      try scene.count(Swift.max(1, bar.count))
      let isWhole = span.begin <= Fraction(cycle) && Fraction(cycle + 1) <= span.end
      for var note in bar {
        note.onset = try exactly { () throws(MusicError) in try note.onset + Fraction(cycle) }
        if isWhole || (span.begin <= note.onset && note.onset < span.end) { notes.append(note) }
      }
    }
    return notes
  }
}
