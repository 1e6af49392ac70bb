import Composer
import Music

/// What sounds of a theme at the onsets of another pattern, each as long as an event there.
struct Structured: Theme {
  /// Where the notes begin.
  enum Onsets: Sendable {
    /// At every event of a mini-notation that is not `0` or `f`; with its number in the score.
    case pattern(Evaluator, number: UInt64, repeats: Bool)
    /// In so many equal parts of each cycle.
    case equal(Int)
    /// In the set slots of a Euclidean rhythm, turned left.
    case slots([Bool], rotation: Int)
  }

  let theme: any Theme
  let onsets: Onsets

  var repeats: Bool {
    if case .pattern(_, _, false) = onsets { return false }
    return theme.repeats
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var result: [Sounding] = []
    for cycle in span.cycles {
      guard let part = span.intersection(Span(cycle: cycle)) else { continue }
      let whole = Span(Fraction(cycle - 1), Fraction(cycle + 1))
      let sounding = try theme.notes(in: whole, &scene)
      for event in try events(in: part, cycle, &scene) {
        try scene.count(sounding.count)
        try exactly { () throws(MusicError) in
          for var note in sounding where note.onset <= event.begin {
            guard try event.begin < note.onset + note.length else { continue }
            note.onset = event.begin
            note.length = try event.end - event.begin
            result.append(note)
          }
        }
      }
    }
    return result
  }

  private func events(
    in span: Span, _ cycle: Int, _ scene: inout Scene
  ) throws(ComposerError) -> [Span] {
    switch onsets {
    case .pattern(let evaluator, let number, _):
      let chance = scene.chance.part(number)
      return try exactly { () throws(MusicError) in
        try evaluator.asking(chance).onsets(in: span).filter(\.value.isSet).map(\.whole)
      }
    case .equal(let count):
      return try slots(Array(repeating: true, count: count), 0, in: span, cycle)
    case .slots(let slots, let rotation):
      return try self.slots(slots, rotation, in: span, cycle)
    }
  }

  private func slots(
    _ slots: [Bool], _ rotation: Int, in span: Span, _ cycle: Int
  ) throws(ComposerError) -> [Span] {
    let count = slots.count
    return try exactly { () throws(MusicError) in
      var spans: [Span] = []
      for slot in 0..<count where slots[(slot + rotation) % count] {
        let begin = try Fraction(cycle) + Fraction(slot, count)
        guard span.begin <= begin && begin < span.end else { continue }
        spans.append(Span(begin, try begin + Fraction(1, count)))
      }
      return spans
    }
  }
}

extension Value {
  /// Whether a value says yes where yes or no is asked.
  var isSet: Bool {
    switch head {
    case .number(let number): number != 0
    case .word(let word): !["f", "false"].contains(word)
    case .list: true
    }
  }
}

/// A theme each note of which is struck several times in its length.
struct Plied: Theme {
  let theme: any Theme
  /// At least 1.
  let strokes: Int

  var repeats: Bool { theme.repeats }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    // A note that begins before the span may have strokes in it.
    let notes = try exactly { () throws(MusicError) in Span(try span.begin - 1, span.end) }
    var result: [Sounding] = []
    for note in try theme.notes(in: notes, &scene) {
      try scene.count(strokes)
      try exactly { () throws(MusicError) in
        let length = try note.length / Fraction(strokes)
        for stroke in 0..<strokes {
          var struck = note
          struck.onset = try note.onset + length * Fraction(stroke)
          struck.length = length
          if span.begin <= struck.onset && struck.onset < span.end { result.append(struck) }
        }
      }
    }
    return result
  }
}
