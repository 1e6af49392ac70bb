import Composer
import Music

/// What sounds of a theme at the onsets of another pattern, each as long as an event there.
struct Structured: Theme {
  /// Where the notes begin, and how they are struck.
  enum Onsets: Sendable {
    /// At every event of a mini-notation that is not `0` or `f`; with its number in the score.
    case pattern(Evaluator, number: UInt64, constancy: Constancy)
    /// In so many equal parts of each cycle.
    case equal(Int)
    /// In the set slots of a Euclidean rhythm, turned left.
    case slots([Bool], rotation: Int)
    /// At the notes of another theme, as hard and as far from their places as those; of those at
    /// one time the hardest counts.
    case strokes(any Theme)
  }

  /// One onset.
  private struct Blow {
    let span: Span
    /// The note that is struck there, where it is one of a theme.
    var note: Sounding?
  }

  let theme: any Theme
  let onsets: Onsets
  let traits: Traits

  init(theme: any Theme, onsets: Onsets) {
    self.theme = theme
    self.onsets = onsets
    var traits = theme.traits
    switch onsets {
    case .pattern(_, _, let constancy): traits = traits.keeping(constancy)
    case .strokes(let strokes):
      traits = traits.keeping(strokes.traits.constancy)
      traits.longest = strokes.traits.longest
    case .equal, .slots: traits.longest = 1
    }
    self.traits = traits
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var result: [Sounding] = []
    for cycle in span.cycles {
      guard let part = span.intersection(Span(cycle: cycle)) else { continue }
      let past = Fraction(cycle - theme.traits.longest.ceiling)
      let whole = Span(past, Fraction(cycle + 1))
      let sounding = try theme.notes(in: whole, &scene)
      for blow in try blows(in: part, cycle, &scene) {
        try scene.count(sounding.count)
        try exactly { () throws(MusicError) in
          for var note in sounding where note.onset <= blow.span.begin {
            guard try blow.span.begin < note.onset + note.length else { continue }
            note.onset = blow.span.begin
            note.length = try blow.span.end - blow.span.begin
            if let struck = blow.note {
              note.stroke = struck.stroke
              note.velocity = struck.velocity
              note.shift = try note.shift + struck.shift
            }
            result.append(note)
          }
        }
      }
    }
    return result
  }

  private func blows(
    in span: Span, _ cycle: Int, _ scene: inout Scene
  ) throws(ComposerError) -> [Blow] {
    switch onsets {
    case .pattern(let evaluator, let number, _):
      let chance = scene.chance.part(number)
      return try exactly { () throws(MusicError) in
        try evaluator.asking(chance).onsets(in: span).filter(\.value.isSet).map {
          Blow(span: $0.whole)
        }
      }
    case .strokes(let strokes):
      var loudest: [Fraction: Sounding] = [:]
      for note in try strokes.notes(in: span, &scene)
      where loudest[note.onset].map({ $0.velocity < note.velocity }) ?? true {
        loudest[note.onset] = note
      }
      return try exactly { () throws(MusicError) in
        try loudest.sorted { $0.key < $1.key }.map { onset, note throws(MusicError) in
          Blow(span: Span(onset, try onset + note.length), note: note)
        }
      }
    case .equal(let count):
      return try slots(Array(repeating: true, count: count), 0, in: span, cycle)
    case .slots(let slots, let rotation):
      return try self.slots(slots, rotation, in: span, cycle)
    }
  }

  private func slots(
    _ slots: [Bool], _ rotation: Int, in span: Span, _ cycle: Int
  ) throws(ComposerError) -> [Blow] {
    let count = slots.count
    return try exactly { () throws(MusicError) in
      var blows: [Blow] = []
      for slot in 0..<count where slots[(slot + rotation) % count] {
        let begin = try Fraction(cycle) + Fraction(slot, count)
        guard span.begin <= begin && begin < span.end else { continue }
        blows.append(Blow(span: Span(begin, try begin + Fraction(1, count))))
      }
      return blows
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
