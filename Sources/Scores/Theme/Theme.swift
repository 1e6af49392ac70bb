import Composer
import Music

/// Music that goes on for ever: what an expression of a score means.
///
/// Time is counted in cycles; a cycle is one bar of the metre in which the theme sounds. A theme is
/// pure: the same span of the same scene always has the same notes, whichever was asked before, and
/// the notes of two neighbouring spans are those of both together.
protocol Theme: Sendable {
  /// The notes that begin in a span of cycles, in any order.
  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding]

  /// What is known of it before it is asked.
  var traits: Traits { get }

  /// The rhythm that it repeats in some bars of a metre, or in more, where it is one that says so
  /// itself.
  func rhythm(in scene: Scene, bars: Int) throws(ComposerError) -> Fit.Fitted?
}

extension Theme {
  /// Whether it is the same again after some cycles.
  var repeats: Bool { traits.constancy == .cycles }

  func rhythm(in scene: Scene, bars: Int) throws(ComposerError) -> Fit.Fitted? { nil }
}

/// One note of a theme.
struct Sounding: Hashable, Sendable {
  /// What the pitch is counted in.
  enum Tone: Hashable, Sendable {
    /// Its voice's usual pitch.
    case usual
    /// Steps of a scale that is still to be said, from its first.
    case degree(Fraction)
    /// Semitones above key 0; parts of a semitone are bent.
    case pitch(Fraction)
  }

  /// Where it belongs, in cycles.
  var onset: Fraction
  /// How long it lasts, in cycles.
  var length: Fraction
  var voice: Voice
  var tone = Tone.usual
  var stroke = Stroke.normal
  var velocity: Velocity
  /// How far it sounds from where it belongs.
  var shift = Shift.none
  /// Where in the score it is written.
  var place = Place.none
}

/// Where and when themes are asked: everything that their notes depend on beside their time.
struct Scene: Sendable {
  /// The bar in which a cycle sounds.
  let metre: Metre
  /// How fast, in quarter notes a minute.
  let beatsPerMinute: Double
  /// Decides what is left to chance.
  let chance: Chance
  /// Where the knobs stand that the score follows, by the numbers of their controllers.
  var knobs: [Int: Fraction] = [:]
  /// How rhythms of the library meet the metre, where that was said.
  var fit: Fit?
  /// How much later some voices of a blend set out.
  var lag: Fraction = 0
  /// How many notes, or silent cycles, may still be looked at.
  private(set) var budget: Int

  init(
    metre: Metre, beatsPerMinute: Double = 120, chance: Chance = Chance(seed: 0),
    knobs: [Int: Fraction] = [:], budget: Int = Bounds.events
  ) {
    self.metre = metre
    self.beatsPerMinute = beatsPerMinute
    self.chance = chance
    self.knobs = knobs
    self.budget = budget
  }

  /// The same place as plans see it: at one tempo, and without a lag; what repeats has neither chance
  /// nor knobs in it.
  func settled(withoutChance: Bool) -> Scene {
    var scene = Scene(
      metre: metre, chance: withoutChance ? Chance(seed: 0) : chance,
      knobs: withoutChance ? [:] : knobs, budget: budget)
    scene.fit = fit
    return scene
  }

  /// Counts notes before they are made, so that no score takes time or memory without bound.
  mutating func count(_ notes: Int) throws(ComposerError) {
    guard notes <= budget else { throw .music(.tooMuch) }
    budget -= notes
  }

  /// Counts what was looked at in another scene that began as this one.
  mutating func count(in other: Scene) throws(ComposerError) {
    try count(max(0, budget - other.budget))
  }
}

extension Scene: Hashable {
  /// Whether both are the same place and time.
  static func == (left: Scene, right: Scene) -> Bool {
    left.metre == right.metre && left.beatsPerMinute == right.beatsPerMinute
      && left.chance == right.chance && left.knobs == right.knobs && left.fit == right.fit
      && left.lag == right.lag
  }

  /// Feeds what notes depend on.
  func hash(into hasher: inout Hasher) {
    hasher.combine(metre)
    hasher.combine(beatsPerMinute)
    hasher.combine(chance)
    hasher.combine(knobs)
    hasher.combine(fit)
    hasher.combine(lag)
  }
}
