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
    /// How far it moves, in ticks of the circle.
    let way: Int
    /// Its place in the order of changes.
    var key: Double
    let lane: Int
    let place: Int
    var threshold = 0
  }

  /// Notes that both rhythms share.
  private(set) var shared: [(from: VoicedNote, to: VoicedNote)] = []
  var changes: [Change] = []
  let lanes: [Lane]

  /// Matches the notes of each lane and puts the changes in order.
  ///
  /// - Parameters:
  ///   - ends: The streams that turn into each other, and what measures their changes.
  ///   - isPinned: Whether notes that sound together stay together.
  /// - Throws: ``ComposerError`` where there are too many notes to match.
  init(_ ends: Ends, isPinned: Bool) throws(ComposerError) {
    let planner = ends.planner
    lanes = ends.lanes
    var cells = Bounds.matchingCells
    for (index, lane) in lanes.enumerated() { try plan(lane, index, planner, isPinned, &cells) }
    changes.sort { ($0.key, $0.lane, $0.place) < ($1.key, $1.lane, $1.place) }
    switch planner.settings.order {
    case .idiom:
      spread()
      follow(planner.settings.idiom, between: ends)
    case .voice: spread()
    case .weak, .ground, .tension: break
    }
    avoidFlams(on: planner.circle)
    setThresholds()
  }

  private mutating func plan(
    _ lane: Lane, _ index: Int, _ planner: Planner, _ isPinned: Bool, _ cells: inout Int
  ) throws(ComposerError) {
    let matching = try Matching(
      lane.first.map(planner.point), lane.second.map(planner.point),
      length: planner.circle.length, reach: planner.circle.reach, isPinned: isPinned,
      together: planner.circle.together, cells: &cells)
    for move in matching.pairs {
      let pair = (lane.first[move.first], lane.second[move.second])
      if pair.0.voice == pair.1.voice && pair.0.note.onset == pair.1.note.onset {
        shared.append(pair)
      } else {
        changes.append(planner.change(pair.0, pair.1, by: move, in: lane, index))
      }
    }
    let deaths = planner.sorted(matching.deaths.map { lane.first[$0] })
    let births = planner.sorted(matching.births.map { lane.second[$0] })
    for order in 0..<max(deaths.count, births.count) {
      let death = order < deaths.count ? deaths[order] : nil
      let birth = order < births.count ? births[order] : nil
      changes.append(planner.change(death, birth, by: nil, in: lane, index))
    }
  }

  /// What all changes cost together.
  var price: Int { changes.reduce(0) { $0 + $1.price } }

  /// The same changes in another order, but for notes that wait for others that are near.
  func reordered(_ order: [Int], on circle: Circle) -> Schedule {
    var schedule = self
    schedule.changes = order.map { changes[$0] }
    schedule.avoidFlams(on: circle)
    schedule.setThresholds()
    return schedule
  }

  /// Each change happens when the cheaper half of its own price is paid, as a part of the whole.
  private mutating func setThresholds() {
    let total = price
    guard total > 0 else { return }
    var paid = 0
    for index in changes.indices {
      let price = changes[index].price
      let middle = Int128(2 * paid + price) * Int128(Amount.steps) + Int128(total)
      changes[index].threshold = min(max(1, Int(middle / Int128(2 * total))), Amount.steps - 1)
      paid += price
    }
  }
}
