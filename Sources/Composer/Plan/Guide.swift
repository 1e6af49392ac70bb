import Music

/// What each next change of a blend is chosen by: how far the rhythm after it is from the straight
/// line between the ends, in features and, by an ``Idiom``, in bits as well.
///
/// The bits of a rhythm say how usual it is, the fewer the more: the sum over all sixteenths, told
/// round and round. A rhythm may be more usual than the line, but a blend is not drawn from the line
/// for that: what the features are away from it counts for bits, too.
struct Guide {
  private var compass: Compass
  private var telling: Telling?

  /// How surprising the rhythm is, and where its line begins and ends.
  private struct Telling {
    var surprise: Surprise
    let changes: [(off: Surprise.Cell?, on: Surprise.Cell?)]
    let first: Int
    let last: Int
  }

  /// What the error of a ``Compass`` counts for beside a bit.
  ///
  /// Source: our measurements. With 5 to 8 the benchmark of blends passes; with less the number of
  /// notes and the syncopation wander, with more the idiom says little.
  private static let bitsOfError = 4.8

  /// A guide by the compass alone, or by an idiom as well.
  init(
    of schedule: Schedule, _ ends: Ends, by idiom: Idiom? = nil
  ) throws(ComposerError) {
    compass = try Compass(schedule, ends)
    guard let idiom else { return }
    let circle = ends.planner.circle
    var surprise = Surprise(idiom, on: circle)
    func cell(_ note: VoicedNote) -> Surprise.Cell {
      surprise.cell(of: note.voice, at: circle.ticks(of: note.note.onset))
    }
    let changes = schedule.changes.map { (off: $0.from.map(cell), on: $0.to.map(cell)) }
    for note in schedule.lanes.lazy.flatMap(\.first) { surprise.set(cell(note), true) }
    let first = surprise.parts
    for change in changes {
      if let off = change.off { surprise.set(off, false) }
      if let on = change.on { surprise.set(on, true) }
    }
    let last = surprise.parts
    for change in changes {
      if let off = change.off { surprise.set(off, true) }
      if let on = change.on { surprise.set(on, false) }
    }
    telling = Telling(surprise: surprise, changes: changes, first: first, last: last)
  }

  /// The order in which each next change is the one with the least error, of equal ones the first.
  ///
  /// - Parameters:
  ///   - schedule: The changes, in the order from which to start.
  ///   - most: How many of the next changes are weighed against each other, in small rhythms.
  /// - Returns: The changes as indices of the schedule's.
  /// - Complexity: O(e c v) for e changes in v voices, c of which are weighed at once.
  mutating func order(of schedule: Schedule, choosingFrom most: Int) -> [Int] {
    let count = schedule.changes.count
    let choices = min(most, max(1, compass.mostChoices / max(1, count)))
    let total = Double(max(1, schedule.price))
    var paid = 0
    var waiting = Array(schedule.changes.indices.prefix(choices))
    var next = waiting.count
    var order: [Int] = []
    order.reserveCapacity(count)
    while !waiting.isEmpty {
      var best = (error: Double.infinity, place: 0)
      for (place, change) in waiting.enumerated() where waiting.count > 1 {
        toggle(change, isDone: true)
        let error = error(at: Double(paid + schedule.changes[change].price) / total)
        toggle(change, isDone: false)
        if error < best.error { best = (error, place) }
      }
      let chosen = waiting.remove(at: best.place)
      toggle(chosen, isDone: true)
      paid += schedule.changes[chosen].price
      order.append(chosen)
      if next < count {
        waiting.append(next)
        next += 1
      }
    }
    return order
  }

  private mutating func toggle(_ change: Int, isDone: Bool) {
    compass.toggle(change, isDone: isDone)
    guard let cells = telling?.changes[change] else { return }
    if let off = cells.off { telling?.surprise.set(off, !isDone) }
    if let on = cells.on { telling?.surprise.set(on, isDone) }
  }

  /// How far the rhythm is from the line at a point of it from 0 to 1.
  ///
  /// By an idiom it is in whole parts of a bit, and less where the rhythm is easier to tell than a
  /// rhythm on the line.
  private func error(at progress: Double) -> Double {
    let error = compass.error(at: progress)
    guard let telling else { return error }
    let line = Double(telling.first) + Double(telling.last - telling.first) * progress
    let scale = Self.bitsOfError * Double(Idiom.partsOfBit)
    return (Double(telling.surprise.parts) - line + scale * error).rounded()
  }
}
