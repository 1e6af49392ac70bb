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
    var off: Spot?
    var on: Spot?
    var velocity = 0
  }

  /// A place of a line, and how strong it is.
  private struct Spot {
    let line: Int
    let place: Int
    let weight: Double
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
    let (planner, lanes) = (ends.planner, schedule.lanes)
    let places = Places(of: lanes, on: planner.circle)
    let levels = try exactly { () throws(MusicError) in
      try MetricalLevels(bars: ends.second.bars, places: places.all)
    }
    lines = places.lines.map { Line(syncopation: Syncopation(levels, at: $0.map(\.onset))) }
    func spot(_ note: VoicedNote?, _ line: Int?) -> Spot? {
      guard let note, let line else { return nil }
      let place = places.index(of: planner.circle.ticks(of: note.note.onset), in: line)
      return Spot(line: line, place: place, weight: planner.weight(note))
    }
    effects = schedule.changes.map { change in
      Effect(
        off: spot(change.from, places.first[change.lane]),
        on: spot(change.to, places.second[change.lane]),
        velocity: (change.to?.note.velocity.value ?? 0) - (change.from?.note.velocity.value ?? 0))
    }
    wholeVelocity = effects.reduce(0) { $0 + $1.velocity }
    velocityScale = 1 / (254 * ends.second.beats.approximation)
    mostChoices = Self.mostSteps / max(1, lines.count, places.lines.map(\.count).max() ?? 0)
    for (lane, line) in zip(lanes, places.first) {
      for note in lane.first { spot(note, line).map { set($0, true) } }
    }
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

  private mutating func set(_ place: Spot, _ isThere: Bool) {
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

extension Compass {
  /// The places at which each voice may have a note, in order.
  private struct Places {
    /// By voice: the places, each as ticks and as a time.
    private(set) var lines: [[(ticks: Int, onset: Fraction)]]
    /// The line of each lane's first voice, and of its second; nothing where it plays no note.
    let first: [Int?]
    let second: [Int?]

    init(of lanes: [Lane], on circle: Circle) {
      let sides = [lanes.map(\.first), lanes.map(\.second)]
      let voices = Set(sides.joined().compactMap { $0.first?.voice }).sorted()
      let indices = sides.map { side in
        side.map { notes in notes.first.flatMap { voices.firstIndex(of: $0.voice) } }
      }
      (first, second) = (indices[0], indices[1])
      lines = Array(repeating: [], count: voices.count)
      for (notes, line) in zip(sides.joined(), indices.joined()) {
        guard let line else { continue }
        lines[line] += notes.map { (circle.ticks(of: $0.note.onset), $0.note.onset) }
      }
      for line in lines.indices {
        lines[line].sort { $0.ticks < $1.ticks }
        var last: Int?
        lines[line].removeAll { place in
          defer { last = place.ticks }
          return place.ticks == last
        }
      }
    }

    /// The places of all lines.
    var all: [Fraction] { lines.flatMap { $0.map(\.onset) } }

    /// Which of a line's places is at some ticks, where one is.
    func index(of ticks: Int, in line: Int) -> Int {
      lines[line].partitioningIndex { $0.ticks >= ticks }
    }
  }
}
