import Composer
import Music

/// A theme the notes of which that sound together are played one after another.
///
/// Together are notes that begin and end together; the lowest is first.
struct Arpeggiated: Theme {
  /// In which order.
  enum Order: Sendable {
    /// By a way up or down, all within the time of the notes.
    case mode(Mode)
    /// By the numbers of a mini-notation, as long as their steps; with its number in the score.
    case indices(Evaluator, number: UInt64, constancy: Constancy)
  }

  /// A way through the notes.
  ///
  /// Source: the modes of TidalCycles' `arpeggiate` that have these names.
  enum Mode: String, CaseIterable, Sendable {
    case up, down, updown, downup, converge, diverge, pinkyup, thumbup

    /// The places of the notes that are played, of so many from 0 on.
    func places(of count: Int) -> [Int] {
      let up = Array(0..<count)
      switch self {
      case _ where count < 2: return up
      case .up: return up
      case .down: return up.reversed()
      case .updown: return up.dropLast() + up.reversed().dropLast()
      case .downup: return up.reversed().dropLast() + up.dropLast()
      case .converge: return up.map { $0.isMultiple(of: 2) ? $0 / 2 : count - 1 - $0 / 2 }
      case .diverge: return Mode.converge.places(of: count).reversed()
      case .pinkyup: return up.dropLast().flatMap { [$0, count - 1] }
      case .thumbup: return up.dropFirst().flatMap { [0, $0] }
      }
    }
  }

  let theme: any Theme
  let order: Order
  let traits: Traits

  init(_ theme: any Theme, in order: Order) {
    (self.theme, self.order) = (theme, order)
    if case .indices(_, _, let constancy) = order {
      traits = theme.traits.keeping(constancy)
    } else {
      traits = theme.traits
    }
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    // Notes that begin before the span may be played in it.
    let past = theme.traits.longest
    let reach = try exactly { () throws(MusicError) in Span(try span.begin - past, span.end) }
    var result: [Sounding] = []
    let chords = Dictionary(grouping: try theme.notes(in: reach, &scene)) {
      Span($0.onset, (try? $0.onset + $0.length) ?? $0.onset)
    }
    for (time, chord) in chords.sorted(by: {
      ($0.key.begin, $0.key.end) < ($1.key.begin, $1.key.end)
    }) {
      let notes = chord.lowestFirst
      let steps = try steps(of: notes.count, in: time, asked: span, past, &scene)
      try scene.count(steps.count)
      for (place, part) in steps {
        var note = notes[place]
        note.onset = part.begin
        note.length = try exactly { () throws(MusicError) in try part.end - part.begin }
        result.append(note)
      }
    }
    return result
  }

  /// Which notes are played when, of those of a chord.
  private func steps(
    of count: Int, in time: Span, asked span: Span, _ past: Fraction, _ scene: inout Scene
  ) throws(ComposerError) -> [(place: Int, span: Span)] {
    switch order {
    case .mode(let mode):
      let places = mode.places(of: count)
      return try exactly { () throws(MusicError) in
        let length = try (time.end - time.begin) / Fraction(max(1, places.count))
        var steps: [(place: Int, span: Span)] = []
        for (index, place) in places.enumerated() {
          let delay = try length * Fraction(index)
          let begin = try time.begin + delay
          guard delay < past, span.begin <= begin, begin < span.end else { continue }
          steps.append((place, Span(begin, try begin + length)))
        }
        return steps
      }
    case .indices(let evaluator, let number, _):
      let chance = scene.chance.part(number)
      guard let common = span.intersection(time) else { return [] }
      let events = try exactly { () throws(MusicError) in
        try evaluator.asking(chance).onsets(in: common)
      }
      try scene.count(max(1, events.count))
      return events.compactMap { event in
        guard let index = event.value.head.number?.floor, count > 0 else { return nil }
        return (((index % count) + count) % count, event.whole)
      }
    }
  }
}

extension [Sounding] {
  /// By pitch, then by voice.
  fileprivate var lowestFirst: [Sounding] {
    inOrder.enumerated().sorted { left, right in
      (left.element.rank, left.offset) < (right.element.rank, right.offset)
    }.map(\.element)
  }
}
