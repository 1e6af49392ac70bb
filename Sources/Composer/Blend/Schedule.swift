import Music

/// When each change of a blend happens on the way from one rhythm to the other.
struct Schedule {
  /// A note that becomes another, comes or goes, and when.
  struct Change {
    let from: VoicedNote?
    let to: VoicedNote?
    /// Whether it is one note that moves, and so changes its strength gradually.
    let isMove: Bool
    let price: Int
    let key: Double
    let lane: Int
    let place: Int
    var threshold = 0
  }

  /// Notes that both rhythms share.
  private var shared: [(from: VoicedNote, to: VoicedNote)] = []
  private(set) var changes: [Change] = []

  init(
    _ lanes: [Lane], on circle: Circle, strengths: [Fraction: Double], settings: Jump.Settings
  ) throws(ComposerError) {
    for (index, lane) in lanes.enumerated() {
      try plan(lane, index, Planner(circle: circle, strengths: strengths, settings: settings))
    }
    changes.sort { ($0.key, $0.lane, $0.place) < ($1.key, $1.lane, $1.place) }
    setThresholds()
  }

  private mutating func plan(
    _ lane: Lane, _ index: Int, _ planner: Planner
  ) throws(ComposerError) {
    let matching = try Matching(
      lane.first.map(planner.point), lane.second.map(planner.point),
      length: planner.circle.length, reach: planner.circle.reach)
    for (from, to) in matching.pairs {
      let pair = (lane.first[from], lane.second[to])
      if pair.0.voice == pair.1.voice && pair.0.note.onset == pair.1.note.onset {
        shared.append(pair)
      } else {
        changes.append(planner.change(pair.0, pair.1, isMove: true, in: lane, index))
      }
    }
    let deaths = planner.sorted(matching.deaths.map { lane.first[$0] })
    let births = planner.sorted(matching.births.map { lane.second[$0] })
    for order in 0..<max(deaths.count, births.count) {
      let death = order < deaths.count ? deaths[order] : nil
      let birth = order < births.count ? births[order] : nil
      changes.append(planner.change(death, birth, isMove: false, in: lane, index))
    }
  }

  /// Each change happens when the cheaper half of its own price is paid, as a part of the whole.
  private mutating func setThresholds() {
    let total = changes.map(\.price).reduce(0, +)
    guard total > 0 else { return }
    var paid = 0
    for index in changes.indices {
      let price = changes[index].price
      let middle = Double(2 * paid + price) / Double(2 * total) * Double(Amount.steps)
      changes[index].threshold = min(max(1, Int(middle.rounded())), Amount.steps - 1)
      paid += price
    }
  }

  /// The notes some way along, in the schedule's own direction.
  func notes(at amount: Amount) throws(MusicError) -> [VoicedNote] {
    var notes: [VoicedNote] = []
    for (from, to) in shared {
      let isLate = amount.step * 2 >= Amount.steps
      notes.append(try Self.mixed(from, to, at: amount, looksLike: isLate ? to : from))
    }
    for change in changes {
      let state = amount.step < change.threshold ? change.from : change.to
      guard let state else { continue }
      if change.isMove, let from = change.from, let to = change.to {
        notes.append(try Self.mixed(from, to, at: amount, looksLike: state))
      } else {
        notes.append(state)
      }
    }
    return notes
  }

  /// A note at one place whose strength and micro-timing are some way between two.
  private static func mixed(
    _ from: VoicedNote, _ to: VoicedNote, at amount: Amount, looksLike state: VoicedNote
  ) throws(MusicError) -> VoicedNote {
    let (a, b) = (from.note, to.note)
    let velocity =
      try Fraction(a.velocity.value)
      + Fraction(b.velocity.value - a.velocity.value) * amount.fraction
    let note = Note(
      onset: state.note.onset, length: state.note.length, stroke: state.note.stroke,
      velocity: Velocity(clamping: try velocity.rounded()),
      shift: try a.shift.mixed(with: b.shift, at: amount.fraction), key: state.note.key)
    return VoicedNote(voice: state.voice, note: note)
  }
}

/// What the changes of all lanes are measured by.
private struct Planner {
  let circle: Circle
  let strengths: [Fraction: Double]
  let settings: Jump.Settings

  func point(_ note: VoicedNote) -> Matching.Point {
    Matching.Point(place: circle.ticks(of: note.note.onset), velocity: note.note.velocity.value)
  }

  func strength(_ note: VoicedNote) -> Double { strengths[note.note.onset] ?? 0 }

  /// Weak places first, so that the weak of one rhythm are paired with the weak of the other.
  func sorted(_ notes: [VoicedNote]) -> [VoicedNote] {
    notes.sorted { (strength($0), $0) < (strength($1), $1) }
  }

  func change(
    _ from: VoicedNote?, _ to: VoicedNote?, isMove: Bool, in lane: Lane, _ index: Int
  ) -> Schedule.Change {
    let places = [from, to].compactMap(\.self)
    let strongest = places.map(strength).max() ?? 0
    let onset = places.first?.note.onset ?? 0
    let phase = (try? onset / Fraction(circle.length, circle.ticksPerBeat)) ?? 0
    let drawn = Chance(seed: settings.seed).number(for: lane.name, at: phase)
    return Schedule.Change(
      from: from, to: to, isMove: isMove, price: price(from, to, isMove: isMove),
      key: Double(lane.turn) + 0.5 * strongest + 0.8 * settings.randomness * drawn,
      lane: index, place: circle.ticks(of: onset))
  }

  /// What a change costs; another sound at one place is half a note gone and half a note come.
  private func price(_ from: VoicedNote?, _ to: VoicedNote?, isMove: Bool) -> Int {
    let (a, b) = (from.map(point), to.map(point))
    let alone = circle.reach * ((a?.velocity ?? 0) + (b?.velocity ?? 0))
    guard let a, let b else { return alone }
    let way = Matching.price(from: a, to: b.place, b.velocity, reach: circle.reach)
    let price = min(alone, way ?? distanceAround(a, b) ?? alone)
    return from?.voice == to?.voice ? price : max(price, alone / 2)
  }

  /// What it costs to move across the beginning of the circle, where that is the shorter way.
  private func distanceAround(_ a: Matching.Point, _ b: Matching.Point) -> Int? {
    let turn = b.place < a.place ? circle.length : -circle.length
    return Matching.price(from: a, to: b.place + turn, b.velocity, reach: circle.reach)
  }
}
