import Composer
import Music

/// A theme made of the phrases that others repeat, by a plan: what blends and shapes are inside.
///
/// Each theme is taken as the rhythm that it repeats, of at most 16 bars, and all are planned once,
/// whatever the tempo and the seed are. Where one of them does not repeat by then, each bar is planned
/// by itself.
struct Planned: Theme {
  /// What the notes of a bar, or of a part of it, depend on besides the plan.
  struct Moment: Hashable {
    /// The numbers that hold there.
    let numbers: [Fraction]
    /// How much later some voices of a blend set out.
    let lag: Fraction
  }

  /// What was planned: some bars that follow one another over and over.
  struct Plan: Sendable {
    let bars: Int
    /// A bar, counted from 0, as a rhythm of its own.
    let bar: @Sendable (Int, Moment) throws(ComposerError) -> Rhythm
  }

  /// How often the numbers are looked at.
  enum Step: String, CaseIterable, Sendable {
    /// At the beginning of each bar.
    case bars
    /// At each quarter note of a bar.
    case beats
  }

  /// Makes a plan of phrases that have the same bars.
  typealias Planner = @Sendable ([Fit.Fitted]) throws(ComposerError) -> Plan

  let themes: [any Theme]
  /// What the numbers of a moment come from.
  let controls: [Control]
  let step: Step
  private(set) var traits: Traits
  /// Where it is written.
  let place: Place

  private let planner: Planner
  private let plans = Memo<Occasion, Plan?>(most: 256)
  private let bars = Memo<Asked, [Sounding]>(most: 4096)

  /// What a plan depends on: a bar where something never repeats.
  private struct Occasion: Hashable {
    let scene: Scene
    let cycle: Int?
  }

  /// What a bar depends on.
  private struct Asked: Hashable {
    let occasion: Occasion
    let bar: Int
    let moments: [Moment]
  }

  init(
    _ themes: [any Theme], by controls: [Control] = [], every step: Step = .bars, at place: Place,
    isBlend: Bool = false, planner: @escaping Planner
  ) {
    (self.themes, self.controls, self.step, self.place) = (themes, controls, step, place)
    self.planner = planner
    var traits = Traits(themes).keeping(controls.map(\.constancy).min() ?? .cycles)
    traits.hasBlend = traits.hasBlend || isBlend
    self.traits = traits
  }

  /// The same with something else known of it.
  func having(_ change: (inout Traits) -> Void) -> Planned {
    var other = self
    change(&other.traits)
    return other
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var result: [Sounding] = []
    for cycle in span.cycles {
      let notes = try notes(ofCycle: cycle, &scene)
      try scene.count(max(1, notes.count))
      let isWhole = span.begin <= Fraction(cycle) && Fraction(cycle + 1) <= span.end
      for var note in notes {
        note.onset = try exactly { () throws(MusicError) in try note.onset + Fraction(cycle) }
        if isWhole || (span.begin <= note.onset && note.onset < span.end) { result.append(note) }
      }
    }
    return result
  }

  private func notes(ofCycle cycle: Int, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    let moments = try moments(ofCycle: cycle, &scene)
    let themesRepeat = themes.allSatisfy(\.repeats)
    let inner = scene.settled(withoutChance: themesRepeat)
    var occasion = Occasion(scene: inner, cycle: nil)
    var known = themesRepeat ? try plan(occasion, &scene) : nil
    if known == nil {
      occasion = Occasion(scene: inner, cycle: cycle)
      known = try plan(occasion, &scene)
    }
    guard let plan = known else { return [] }
    let bar = ((cycle % plan.bars) + plan.bars) % plan.bars
    let asked = Asked(occasion: occasion, bar: bar, moments: moments)
    return try bars.answer(to: asked) { () throws(ComposerError) in
      var slices: [Rhythm] = []
      for moment in moments { slices.append(try plan.bar(bar, moment)) }
      let rhythm = slices.count == 1 ? slices[0] : try Rhythm.sliced(slices, every: 1)
      return try exactly { () throws(MusicError) in
        try rhythm.soundingsOfOnlyBar().map { note in
          var note = note
          note.place = place
          return note
        }
      }
    }
  }

  /// The plan of an occasion; nothing where it is for all bars and a theme does not repeat.
  private func plan(
    _ occasion: Occasion, _ scene: inout Scene
  ) throws(ComposerError) -> Plan? {
    var inner = occasion.scene
    let plan = try plans.answer(to: occasion) { () throws(ComposerError) in
      guard let phrases = try phrases(at: occasion.cycle, &inner) else { return nil }
      return try planner(phrases)
    }
    try scene.count(occasion.scene.budget - inner.budget)
    return plan
  }

  /// The moments of a cycle: one where nothing changes in it.
  private func moments(
    ofCycle cycle: Int, _ scene: inout Scene
  ) throws(ComposerError) -> [Moment] {
    let beats = step == .beats ? max(1, scene.metre.beats.ceiling) : 1
    var moments: [Moment] = []
    for beat in 0..<beats {
      let length = scene.metre.beats
      let time = try exactly { () throws(MusicError) in
        try Fraction(cycle) + Fraction(beat) / length
      }
      var numbers: [Fraction] = []
      for control in controls { numbers.append(try control.value(at: time, &scene) ?? 0) }
      moments.append(Moment(numbers: numbers, lag: scene.lag))
    }
    return Set(moments).count == 1 ? [moments[0]] : moments
  }

  private func phrases(
    at cycle: Int?, _ scene: inout Scene
  ) throws(ComposerError) -> [Fit.Fitted]? {
    var phrases: [Fit.Fitted] = []
    for theme in themes {
      guard let phrase = try theme.phrase(at: cycle, &scene) else { return nil }
      phrases.append(phrase)
    }
    let counts = phrases.map(\.rhythm.bars.count)
    let bars = try exactly { () throws(MusicError) in
      var bars = 1
      for count in counts { bars = try Fraction.leastCommonMultiple(bars, count) }
      guard bars <= Bounds.rhythmBars else { throw .tooMuch }
      return bars
    }
    for (index, theme) in themes.enumerated() where counts[index] < bars {
      if let whole = try theme.rhythm(in: scene, bars: bars) {
        phrases[index] = whole
        continue
      }
      let rhythm = phrases[index].rhythm
      phrases[index] = try Fit.Fitted(
        exactly { () throws(MusicError) in try rhythm.repeated(bars / rhythm.bars.count) })
    }
    return phrases
  }
}
