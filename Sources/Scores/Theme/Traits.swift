import Music

/// What is known of a theme before it is asked.
struct Traits: Sendable {
  /// What it depends on.
  var constancy = Constancy.cycles
  /// How long its notes can be, in cycles; at most ``mostCycles`` is looked back for them.
  var longest: Fraction = 1
  /// The voices that it may have.
  var voices: Set<Voice> = []
  /// Whether a rhythm of the library is in it, which ``Fit`` may bring to its metre.
  var hasRhythm = false
  /// Whether a blend is in it, some voices of which may go ahead.
  var hasBlend = false

  /// How far back notes that still sound are looked for, in cycles.
  static let mostCycles: Fraction = 64

  /// What is known of nothing.
  init() {}

  /// What is known of several themes together.
  init(_ themes: [any Theme]) {
    for traits in themes.map(\.traits) {
      constancy = min(constancy, traits.constancy)
      longest = max(longest, traits.longest)
      voices.formUnion(traits.voices)
      hasRhythm = hasRhythm || traits.hasRhythm
      hasBlend = hasBlend || traits.hasBlend
    }
  }

  /// The same of a theme whose change depends on something, too.
  func keeping(_ constancy: Constancy) -> Traits {
    var traits = self
    traits.constancy = min(self.constancy, constancy)
    return traits
  }

  /// The same of a theme whose notes last some times as long.
  func lasting(_ factor: Fraction) -> Traits {
    var traits = self
    let longest = (try? longest * factor) ?? Self.mostCycles
    traits.longest = min(longest, Self.mostCycles)
    return traits
  }
}
