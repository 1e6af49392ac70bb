import Composer
import Music

/// The theme of a rhythm of the library, brought to the metre in which it sounds.
struct Quoted: Theme {
  /// The rhythm as its file has it.
  let source: Rhythm
  /// How it meets another metre, where that was said.
  let fit: Fit?

  private let bars = Memo<Metre, (fitted: Fit.Fitted, notes: [[Sounding]])>()

  init(_ source: Rhythm, fit: Fit? = nil) {
    self.source = source
    self.fit = fit
  }

  var repeats: Bool { true }

  func rhythm(in scene: Scene) throws(ComposerError) -> Fit.Fitted? {
    try known(in: scene.metre).fitted
  }

  private func known(
    in metre: Metre
  ) throws(ComposerError) -> (fitted: Fit.Fitted, notes: [[Sounding]]) {
    try bars.answer(to: metre) { () throws(ComposerError) in
      let bar = try exactly { () throws(MusicError) in
        try Rhythm(
          origin: source.origin, bars: [metre], grid: source.grid, tempo: source.tempo, parts: [])
      }
      let fitted = try (fit ?? .usual(for: source, bar)).fitted(source, to: bar).0
      return (fitted, try exactly { () throws(MusicError) in try fitted.rhythm.soundings() })
    }
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    try known(in: scene.metre).notes.repeated(in: span, &scene)
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
