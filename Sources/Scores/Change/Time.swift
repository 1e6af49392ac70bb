import Composer
import Music

/// A theme so many times as fast.
struct Sped: Theme {
  let theme: any Theme
  /// Above zero.
  let factor: Fraction
  let traits: Traits

  init(theme: any Theme, factor: Fraction) {
    self.theme = theme
    self.factor = factor
    traits = theme.traits.lasting((try? factor.reciprocal()) ?? 1)
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    let inner = try exactly { () throws(MusicError) in
      Span(try span.begin * factor, try span.end * factor)
    }
    try scene.count(inner.cycles.count)
    var notes = try theme.notes(in: inner, &scene)
    try exactly { () throws(MusicError) in
      for index in notes.indices {
        notes[index].onset = try notes[index].onset / factor
        notes[index].length = try notes[index].length / factor
      }
    }
    return notes
  }
}

/// A theme that comes later.
struct Delayed: Theme {
  let theme: any Theme
  /// In cycles; below zero is earlier.
  let delay: Fraction

  var traits: Traits { theme.traits }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    let inner = try exactly { () throws(MusicError) in
      Span(try span.begin - delay, try span.end - delay)
    }
    var notes = try theme.notes(in: inner, &scene)
    try exactly { () throws(MusicError) in
      for index in notes.indices { notes[index].onset = try notes[index].onset + delay }
    }
    return notes
  }
}

/// A theme each cycle of which runs backwards.
struct Reversed: Theme {
  let theme: any Theme

  var traits: Traits { theme.traits }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var result: [Sounding] = []
    for cycle in span.cycles {
      let notes = try theme.notes(in: Span(cycle: cycle), &scene)
      try exactly { () throws(MusicError) in
        for var note in notes {
          let end = try min(note.onset + note.length, Fraction(cycle + 1))
          note.onset = try Fraction(2 * cycle + 1) - end
          if span.begin <= note.onset && note.onset < span.end { result.append(note) }
        }
      }
    }
    return result
  }
}

/// A theme that is made anew for each value of a number that changes.
struct Joined: Theme {
  let control: Control
  /// The theme for a value, or nothing for a value that it cannot have.
  let theme: @Sendable (Fraction) -> (any Theme)?
  /// What is known of it.
  let traits: Traits

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var notes: [Sounding] = []
    for (value, part) in try control.values(in: span, &scene) {
      if let theme = theme(value) { notes += try theme.notes(in: part, &scene) }
    }
    return notes
  }
}
