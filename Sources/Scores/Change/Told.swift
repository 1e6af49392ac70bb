import Composer
import Music

/// A theme that is told something of the scene in which it sounds.
///
/// What is told nearer to a theme goes before what is told farther out.
struct Told: Theme {
  let theme: any Theme
  let traits: Traits
  /// Tells it in a cycle.
  let tell: @Sendable (inout Scene, Int) throws(ComposerError) -> Void

  init(
    _ theme: any Theme, constancy: Constancy = .cycles,
    tell: @escaping @Sendable (inout Scene, Int) throws(ComposerError) -> Void
  ) {
    self.theme = theme
    traits = theme.traits.keeping(constancy)
    self.tell = tell
  }

  func rhythm(in scene: Scene, bars: Int) throws(ComposerError) -> Fit.Fitted? {
    var told = scene
    try tell(&told, 0)
    return repeats ? try theme.rhythm(in: told, bars: bars) : nil
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var notes: [Sounding] = []
    for cycle in span.cycles {
      guard let part = span.intersection(Span(cycle: cycle)) else { continue }
      var told = scene
      try tell(&told, cycle)
      notes += try theme.notes(in: part, &told)
      try scene.count(in: told)
    }
    return notes
  }
}
