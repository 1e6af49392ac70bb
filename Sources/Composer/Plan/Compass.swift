import Music

/// How far a rhythm on the way is from the straight line between the features of two rhythms.
///
/// The features of each voice are its syncopation, its number of notes and the sum of their places'
/// weights from 0 to 1, each a quarter; that of all voices together is the sum of their velocities a
/// beat, a 254th. The distance is the sum of all differences.
///
/// Source: the features and their scale are ours, chosen so that one note more or less of a usual
/// rhythm counts about as much in each.
struct Compass {
  /// The features of one voice.
  private struct Features {
    var syncopation = 0
    var count = 0
    var weight = 0.0
  }

  /// A voice, its state, and its features at the ends.
  private struct Line {
    var syncopation: Syncopation
    var now = Features()
    var first = Features()
    var last = Features()
  }

  /// What a change does: which place of which line falls silent or sounds.
  private struct Effect {
    var off: (line: Int, place: Int, weight: Double)?
    var on: (line: Int, place: Int, weight: Double)?
    var velocity = 0
  }

  private var lines: [Line] = []
  private var effects: [Effect] = []
  private var velocity = 0
  private let wholeVelocity: Int
  private let velocityScale: Double

  /// How many changes, each with all those that it is weighed against, are weighed in bounded time.
  let mostChoices: Int

  /// Every voice of a schedule at its beginning.
  init(_ schedule: Schedule, _ ends: Ends) throws(ComposerError) {
    let planner = ends.planner
    var places: [Voice: Set<Fraction>] = [:]
    for note in schedule.notes { places[note.voice, default: []].insert(note.note.onset) }
    let voices = places.keys.sorted()
    let levels = try exactly { () throws(MusicError) in
      try MetricalLevels(bars: ends.second.bars, places: places.values.flatMap(\.self))
    }
    var index: [Voice: (line: Int, places: [Fraction: Int])] = [:]
    for voice in voices {
      let sorted = (places[voice] ?? []).sorted()
      index[voice] = (
        lines.count,
        Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
      )
      lines.append(Line(syncopation: Syncopation(levels, at: sorted)))
    }
    func place(_ note: VoicedNote?) -> (line: Int, place: Int, weight: Double)? {
      guard let note, let (line, places) = index[note.voice] else { return nil }
      return places[note.note.onset].map { (line, $0, planner.weight(note)) }
    }
    effects = schedule.changes.map { change in
      Effect(
        off: place(change.from), on: place(change.to),
        velocity: (change.to?.note.velocity.value ?? 0) - (change.from?.note.velocity.value ?? 0))
    }
    wholeVelocity = effects.reduce(0) { $0 + $1.velocity }
    velocityScale = 1 / (254 * ends.second.beats.approximation)
    mostChoices = Self.mostSteps / max(1, lines.count, places.values.map(\.count).max() ?? 0)
    for place in schedule.shared.compactMap({ place($0.from) }) { set(place, true) }
    for place in effects.compactMap(\.off) { set(place, true) }
    for line in lines.indices { lines[line].first = lines[line].now }
    for change in effects.indices { toggle(change, isDone: true) }
    for line in lines.indices { lines[line].last = lines[line].now }
    for change in effects.indices { toggle(change, isDone: false) }
  }

  /// The most steps of computation, each of a few nanoseconds.
  private static let mostSteps = 20_000_000

  /// Does a change, or takes it back.
  mutating func toggle(_ change: Int, isDone: Bool) {
    let effect = effects[change]
    if let off = effect.off { set(off, !isDone) }
    if let on = effect.on { set(on, isDone) }
    velocity += isDone ? effect.velocity : -effect.velocity
  }

  private mutating func set(_ place: (line: Int, place: Int, weight: Double), _ isThere: Bool) {
    lines[place.line].now.syncopation += lines[place.line].syncopation.set(place.place, isThere)
    lines[place.line].now.count += isThere ? 1 : -1
    lines[place.line].now.weight += isThere ? place.weight : -place.weight
  }

  /// The distance from the straight line at a point of it from 0 to 1.
  func error(at progress: Double) -> Double {
    func distance(_ now: Double, _ first: Double, _ last: Double) -> Double {
      abs(now - first - (last - first) * progress)
    }
    var sum = velocityScale * abs(Double(velocity) - Double(wholeVelocity) * progress)
    for line in lines {
      let (now, first, last) = (line.now, line.first, line.last)
      sum +=
        (distance(Double(now.syncopation), Double(first.syncopation), Double(last.syncopation))
          + distance(Double(now.count), Double(first.count), Double(last.count))
          + distance(now.weight, first.weight, last.weight)) / 4
    }
    return sum
  }
}

extension Schedule {
  /// Every note of both rhythms.
  fileprivate var notes: [VoicedNote] {
    shared.map(\.from) + changes.flatMap { [$0.from, $0.to].compactMap(\.self) }
  }
}
