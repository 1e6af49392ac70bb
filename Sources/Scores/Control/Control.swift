import Composer
import Music

/// A number of a score that may change while it plays.
enum Control: Sendable {
  /// Always the same.
  case constant(Fraction)
  /// The numbers of a mini-notation, and its number among the texts of the score.
  case pattern(Evaluator, number: UInt64, constancy: Constancy)
  /// A curve, a wave or a knob.
  case signal(Signal)

  /// What it depends on.
  var constancy: Constancy {
    switch self {
    case .constant: .cycles
    case .pattern(_, _, let constancy): constancy
    case .signal(let signal): signal.constancy
    }
  }

  /// The number, where it never changes.
  var constant: Fraction? {
    if case .constant(let number) = self { number } else { nil }
  }

  /// The number at a time, in cycles; nothing where a pattern rests.
  func value(at time: Fraction, _ scene: inout Scene) throws(ComposerError) -> Fraction? {
    switch self {
    case .constant(let number): return number
    case .signal(let signal):
      return try exactly { () throws(MusicError) in try signal.value(at: time, scene) }
    case .pattern(let evaluator, let number, _):
      let cycle = Span(cycle: time.floor)
      let chance = scene.chance.part(number)
      let events = try exactly { () throws(MusicError) in
        try evaluator.asking(chance).events(in: cycle)
      }
      try scene.count(1)
      return events.last { $0.part.begin <= time && time < $0.part.end }?.value.head.number
    }
  }

  /// The numbers that hold in a span, each with its part of the span; a signal is looked at once a
  /// cycle.
  func values(
    in span: Span, _ scene: inout Scene
  ) throws(ComposerError) -> [(value: Fraction, span: Span)] {
    switch self {
    case .constant(let number): return [(number, span)]
    case .signal(let signal):
      try scene.count(span.cycles.count)
      return try exactly { () throws(MusicError) in
        var values: [(value: Fraction, span: Span)] = []
        for cycle in span.cycles {
          guard let part = span.intersection(Span(cycle: cycle)) else { continue }
          values.append((try signal.value(at: Fraction(cycle), scene), part))
        }
        return values
      }
    case .pattern(let evaluator, let number, _):
      let chance = scene.chance.part(number)
      let events = try exactly { () throws(MusicError) in
        try evaluator.asking(chance).events(in: span)
      }
      try scene.count(max(1, events.count))
      return events.compactMap { event in event.value.head.number.map { ($0, event.part) } }
    }
  }
}
