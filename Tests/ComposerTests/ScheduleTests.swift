import Music
import Testing

@testable import Composer

/// The laws of when each change of a jump happens.
@Suite struct ScheduleTests {
  private static func plan(
    _ pair: BlendPair, _ order: Jump.Settings.Order, randomness: Double = 0.25
  ) throws -> (ends: Ends, schedule: Schedule) {
    let settings = Jump.Settings(randomness: randomness, order: order)
    let ends = try Ends(pair.first, pair.second, settings)
    return (ends, try Schedule(ends, isPinned: true))
  }

  /// Law: changes happen in their order, none of them at an end.
  @Test(arguments: BlendCase.sample, Jump.Settings.Order.allCases)
  func `changes happen one after the other`(
    pair: BlendPair, order: Jump.Settings.Order
  ) throws {
    let thresholds = try Self.plan(pair, order).schedule.changes.map(\.threshold)
    #expect(thresholds.allSatisfy { (1..<Amount.steps).contains($0) })
    #expect(zip(thresholds, thresholds.dropFirst()).allSatisfy { $0 <= $1 })
  }

  /// Law: what changes between t and s costs at most |t − s| times the whole, and one change.
  @Test(arguments: BlendCase.sample, Jump.Settings.Order.allCases)
  func `no part of a way is faster than the whole, but for one change`(
    pair: BlendPair, order: Jump.Settings.Order
  ) throws {
    let schedule = try Self.plan(pair, order).schedule
    let dearest = schedule.changes.map(\.price).max() ?? 0
    for (from, to) in [(0, 32), (0, 1), (3, 4), (8, 24), (15, 17), (31, 32), (5, 30)] {
      let steps = from * Amount.steps / 32 + 1...to * Amount.steps / 32
      let paid = schedule.changes.filter { steps.contains($0.threshold) }
        .reduce(0) { $0 + $1.price }
      // Each end is rounded to a step.
      let due = schedule.price * (steps.count + 1) / Amount.steps
      #expect(paid <= due + dearest, "\(from) to \(to) of 32")
    }
  }

  /// Law: without chance the order is by the weights of the places, as each order says.
  @Test(arguments: BlendPair.random)
  func `without chance the metre decides`(pair: BlendPair) throws {
    for order in [Jump.Settings.Order.weak, .ground, .tension] {
      let (ends, schedule) = try Self.plan(pair, order, randomness: 0)
      let keys = schedule.changes.map { change in
        let from = change.from.map(ends.planner.weight)
        let to = change.to.map(ends.planner.weight)
        return switch order {
        case .ground: (from ?? 0) - (to ?? 0)
        case .tension: (to ?? 0) - (from ?? 0)
        default: max(from ?? 0, to ?? 0)
        }
      }
      #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }, "\(order)")
    }
  }

  /// Law: a note of a voice comes only when every other note of it within 60 ms has gone, but where
  /// changes wait for each other in a ring.
  @Test(arguments: BlendCase.sample, [Jump.Settings.Order.idiom, .voice])
  func `a note waits until those near it have gone`(
    pair: BlendPair, order: Jump.Settings.Order
  ) throws {
    let (ends, schedule) = try Self.plan(pair, order)
    let changes = schedule.changes
    let waits = try changes.indices.map { index -> Set<Int> in
      guard let to = changes[index].to else { return [] }
      return try Set(
        changes.indices.filter { other in
          guard other != index, let from = changes[other].from, from.voice == to.voice,
            from.note.onset != to.note.onset
          else { return false }
          let length = ends.first.beats
          return try distance(from.note.onset, to.note.onset, around: length) <= Fraction(3, 25)
        })
    }
    guard !Self.hasRing(waits) else { return }
    for index in changes.indices { #expect(waits[index].allSatisfy { $0 < index }) }
  }

  /// Of 64ths 20 becomes 14 and 27 becomes 21, next to 20: though on the stronger place, 20 goes first.
  @Test(arguments: BlendCase.Kind.switching.filter { $0.way != .skeleton })
  func `a strong note goes before a weak one comes beside it`(kind: BlendCase.Kind) throws {
    let (first, second) = try (
      Fit.Fitted(Materials.rhythm(["kick": [20, 27]], grid: 64)),
      Fit.Fitted(Materials.rhythm(["kick": [14, 21]], grid: 64))
    )
    let pair = BlendPair(name: "64ths", first: first, second: second)
    let blend = try BlendCase(pair: pair, kind: kind).blend()
    let all = try BlendPair.amounts.sorted().map { amount in
      try blend.rhythm(at: amount).steps(of: "kick", grid: 64).map(\.numerator)
    }
    #expect(Set(all) == [[20, 27], [14, 27], [14, 21]])
  }

  /// Whether some of those that wait for others wait for themselves in the end.
  private static func hasRing(_ waits: [Set<Int>]) -> Bool {
    var left = Set(waits.indices)
    while let free = left.first(where: { waits[$0].isDisjoint(with: left) }) { left.remove(free) }
    return !left.isEmpty
  }
}
