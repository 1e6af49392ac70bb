import Composer
import Music

/// A theme each bar of which is bent, so that its groups of pulses get the proportions of another
/// metre's groups.
struct Bent: Theme {
  let theme: any Theme
  let metre: Metre
  /// From 0 for not at all to 1.
  let amount: Control
  let traits: Traits

  /// The finest step of the amount.
  private static let step = Fraction(1, 960)

  init(_ theme: any Theme, to metre: Metre, by amount: Control) {
    (self.theme, self.metre, self.amount) = (theme, metre, amount)
    // The widest group may become some times as wide.
    traits = theme.traits.lasting(4).keeping(amount.constancy)
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var result: [Sounding] = []
    for cycle in span.cycles {
      let begin = Fraction(cycle)
      let amount = min(max(try amount.value(at: begin, &scene) ?? 0, 0), 1)
      let (from, notes) = (scene.metre, try theme.notes(in: Span(cycle: cycle), &scene))
      try exactly { () throws(MusicError) in
        let bend = try TimeBend(from: from, to: metre, by: try amount.rounded(to: Self.step))
        for var note in notes {
          let (onset, end) = (try note.onset - begin, try note.onset + note.length - begin)
          // What lasts past the bar line keeps its excess.
          let newEnd = end < 1 ? try bend(end) : end
          note.onset = try begin + bend(onset)
          note.length = try newEnd - bend(onset)
          if span.begin <= note.onset && note.onset < span.end { result.append(note) }
        }
      }
    }
    return result
  }
}

extension TimeBend {
  /// The bend of a bar, as a cycle, part of the way from a metre's groups to another's.
  fileprivate init(from: Metre, to: Metre, by amount: Fraction) throws(MusicError) {
    self.init()
    for run in GroupAlignment(of: from.groups, with: to.groups).runs {
      let old = Fraction(from.groups[run.first].reduce(0, +), from.pulses)
      let new = Fraction(to.groups[run.second].reduce(0, +), to.pulses)
      try append(old, to: try old + (new - old) * amount)
    }
  }
}
