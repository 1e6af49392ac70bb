import Composer
import Music

/// One theme becoming another, note by note.
///
/// Both are taken as the rhythms that they repeat, of at most 16 bars, and planned once. Where one of
/// them never repeats, each bar is planned by itself. The amount is that at the beginning of a bar.
struct Blended: Theme {
  let first: any Theme
  let second: any Theme
  let amount: Control
  let way: Operator
  let settings: Jump.Settings
  /// Where the blend is written.
  let place: Place

  private let plans = Memo<Occasion, any Blending>(most: 256)
  private let bars = Memo<Moment, [Sounding]>(most: 4096)

  /// What a plan depends on: a bar where something never repeats.
  private struct Occasion: Hashable {
    let metre: Metre
    let scene: Scene?
    let cycle: Int
  }

  /// What a bar depends on.
  private struct Moment: Hashable {
    let occasion: Occasion
    let bar: Int
    let amount: Amount
  }

  init(
    _ first: any Theme, _ second: any Theme, amount: Control, way: Operator,
    settings: Jump.Settings, place: Place
  ) {
    self.first = first
    self.second = second
    self.amount = amount
    self.way = way
    self.settings = settings
    self.place = place
  }

  var repeats: Bool { first.repeats && second.repeats && amount.repeats }

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

  private func notes(
    ofCycle cycle: Int, _ scene: inout Scene
  ) throws(ComposerError) -> [Sounding] {
    let value = try amount.value(at: Fraction(cycle), &scene) ?? 0
    let repeats = first.repeats && second.repeats
    let occasion = Occasion(
      metre: scene.metre, scene: repeats ? nil : scene, cycle: repeats ? 0 : cycle)
    let asked = scene
    let plan = try plans.answer(to: occasion) { () throws(ComposerError) in
      try planned(at: repeats ? nil : cycle, asked)
    }
    let count = plan.first.bars.count
    let bar = ((cycle % count) + count) % count
    let amount = Amount(value.approximation)
    let place = place
    return try bars.answer(to: Moment(occasion: occasion, bar: bar, amount: amount)) {
      () throws(ComposerError) in
      let rhythm = try plan.bar(bar, at: amount)
      return try exactly { () throws(MusicError) in
        try rhythm.soundingsOfOnlyBar().map { note in
          var note = note
          note.place = place
          return note
        }
      }
    }
  }

  private func planned(at cycle: Int?, _ scene: Scene) throws(ComposerError) -> any Blending {
    var scene = scene
    let ends = [
      try first.phrase(at: cycle, &scene), try second.phrase(at: cycle, &scene),
    ]
    let counts = ends.map(\.rhythm.bars.count)
    let fitted = try exactly { () throws(MusicError) in
      let bars = try Fraction.leastCommonMultiple(counts[0], counts[1])
      guard bars <= Bounds.rhythmBars else { throw .tooMuch }
      return [try ends[0].repeated(bars / counts[0]), try ends[1].repeated(bars / counts[1])]
    }
    return try way.blend(from: fitted[0], to: fitted[1], settings: settings)
  }
}
