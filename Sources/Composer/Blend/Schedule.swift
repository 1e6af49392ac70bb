import Music

/// When each change of a blend happens on the way from one rhythm to the other.
struct Schedule {
  /// A note that becomes another, comes or goes, and when.
  struct Change {
    let from: VoicedNote?
    let to: VoicedNote?
    /// Whether it is one note that moves, and so changes its strength gradually.
    let isMove: Bool
    /// What it costs, in units of 127 times the reach for a full note.
    let price: Int
    /// Its place in the order of changes.
    let key: Double
    let lane: Int
    let place: Int
    var threshold = 0
  }

  /// Notes that both rhythms share.
  private var shared: [(from: VoicedNote, to: VoicedNote)] = []
  private(set) var changes: [Change] = []

  init(_ lanes: [Lane], by planner: Planner) throws(ComposerError) {
    var cells = Bounds.matchingCells
    for (index, lane) in lanes.enumerated() { try plan(lane, index, planner, &cells) }
    changes.sort { ($0.key, $0.lane, $0.place) < ($1.key, $1.lane, $1.place) }
    setThresholds()
  }

  private mutating func plan(
    _ lane: Lane, _ index: Int, _ planner: Planner, _ cells: inout Int
  ) throws(ComposerError) {
    let matching = try Matching(
      lane.first.map(planner.point), lane.second.map(planner.point),
      length: planner.circle.length, reach: planner.circle.reach, cells: &cells)
    for (from, to, price) in matching.pairs {
      let pair = (lane.first[from], lane.second[to])
      if pair.0.voice == pair.1.voice && pair.0.note.onset == pair.1.note.onset {
        shared.append(pair)
      } else {
        changes.append(planner.change(pair.0, pair.1, movedFor: price, in: lane, index))
      }
    }
    let deaths = planner.sorted(matching.deaths.map { lane.first[$0] })
    let births = planner.sorted(matching.births.map { lane.second[$0] })
    for order in 0..<max(deaths.count, births.count) {
      let death = order < deaths.count ? deaths[order] : nil
      let birth = order < births.count ? births[order] : nil
      changes.append(planner.change(death, birth, movedFor: nil, in: lane, index))
    }
  }

  /// Each change happens when the cheaper half of its own price is paid, as a part of the whole.
  private mutating func setThresholds() {
    let total = changes.map(\.price).reduce(0, +)
    guard total > 0 else { return }
    var paid = 0
    for index in changes.indices {
      let price = changes[index].price
      let middle = Int128(2 * paid + price) * Int128(Amount.steps) + Int128(total)
      changes[index].threshold = min(max(1, Int(middle / Int128(2 * total))), Amount.steps - 1)
      paid += price
    }
  }

  /// The notes some way along that begin between two times, in the schedule's own direction.
  func notes(
    at amount: Amount, from begin: Fraction, to end: Fraction
  ) throws(MusicError) -> [VoicedNote] {
    func isAsked(_ note: VoicedNote) -> Bool { begin <= note.note.onset && note.note.onset < end }
    var notes: [VoicedNote] = []
    for (from, to) in shared where isAsked(from) {
      let isLate = amount.step * 2 >= Amount.steps
      notes.append(try Self.mixed(from, to, at: amount, looksLike: isLate ? to : from))
    }
    for change in changes {
      let state = amount.step < change.threshold ? change.from : change.to
      guard let state, isAsked(state) else { continue }
      if change.isMove, let from = change.from, let to = change.to {
        notes.append(try Self.mixed(from, to, at: amount, looksLike: state))
      } else {
        notes.append(state)
      }
    }
    return notes
  }

  /// A note at one place whose strength, length and micro-timing are some way between two.
  private static func mixed(
    _ from: VoicedNote, _ to: VoicedNote, at amount: Amount, looksLike state: VoicedNote
  ) throws(MusicError) -> VoicedNote {
    let (a, b) = (from.note, to.note)
    let velocity =
      try Fraction(a.velocity.value)
      + Fraction(b.velocity.value - a.velocity.value) * amount.fraction
    let note = Note(
      onset: state.note.onset, length: try Self.length(between: a, b, at: amount),
      stroke: state.note.stroke,
      velocity: Velocity(clamping: try velocity.rounded()),
      shift: try a.shift.mixed(with: b.shift, at: amount.fraction), key: state.note.key)
    return VoicedNote(voice: state.voice, note: note)
  }

  /// The finest step to which mixed lengths are kept, in quarter notes.
  private static let lengthStep = Fraction(1, 960)

  private static func length(
    between a: Note, _ b: Note, at amount: Amount
  ) throws(MusicError) -> Fraction {
    guard a.length != b.length else { return a.length }
    let mixed = try a.length + (b.length - a.length) * amount.fraction
    return max(lengthStep, try mixed.rounded(to: lengthStep))
  }
}
