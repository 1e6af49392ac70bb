import Composer
import Music

/// Themes that take turns: each cycle is a cycle of one of them.
struct Turns: Theme {
  /// Which cycle of which theme a cycle is.
  typealias Turn = (theme: Int, cycle: Int)

  let themes: [any Theme]
  let traits: Traits
  /// What a cycle is; nothing for silence.
  let turn: @Sendable (Int, Scene) -> Turn?

  init(
    _ themes: [any Theme], _ turn: @escaping @Sendable (Int, Scene) -> Turn?
  ) {
    self.themes = themes
    traits = Traits(themes)
    self.turn = turn
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var result: [Sounding] = []
    try scene.count(span.cycles.count)
    for cycle in span.cycles {
      guard let part = span.intersection(Span(cycle: cycle)), let turn = turn(cycle, scene)
      else { continue }
      let delay = Fraction(cycle - turn.cycle)
      result += try Delayed(theme: themes[turn.theme], delay: delay).notes(in: part, &scene)
    }
    return result
  }

  /// Themes one after another, a number of cycles each, over and over.
  static func after(_ themes: [(cycles: Int, theme: any Theme)]) -> Turns {
    var starts = [0]
    for (cycles, _) in themes { starts.append(starts[starts.count - 1] + cycles) }
    let (bounds, total) = (starts, starts[starts.count - 1])
    return Turns(themes.map(\.theme)) { cycle, _ in
      guard total > 0 else { return nil }
      let round = Fraction(cycle, total).floor
      let place = cycle - round * total
      guard let index = bounds.indices.dropLast().last(where: { bounds[$0] <= place }) else {
        return nil
      }
      let own = bounds[index + 1] - bounds[index]
      return (index, round * own + place - bounds[index])
    }
  }
}

/// Themes at once.
struct Stacked: Theme {
  let themes: [any Theme]
  let traits: Traits

  init(themes: [any Theme]) {
    self.themes = themes
    traits = Traits(themes)
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var notes: [Sounding] = []
    for theme in themes { notes += try theme.notes(in: span, &scene) }
    return notes
  }
}
