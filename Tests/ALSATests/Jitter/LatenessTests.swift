import Music
import Testing

@testable import ALSA

@Suite struct LatenessTests {
  private func events(seed: UInt64) -> [Duration] {
    var chance = SplitMix64(seed: seed)
    let count = Int.random(in: 1...300, using: &chance)
    let most = [3, 200, 1_000_000].randomElement(using: &chance) ?? 1
    return (0..<count).map { _ in .nanoseconds(Int.random(in: -most...most, using: &chance)) }
  }

  /// The definition: the least value that is not less than so many of a hundred.
  private func percentile(_ percent: Int, of events: [Duration]) -> Duration? {
    events.filter { value in
      events.count { $0 <= value } * 100 >= percent * events.count
    }.min()
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `percentiles are as they are defined`(seed: UInt64) throws {
    let events = events(seed: seed)
    let lateness = try #require(Lateness(of: events))
    #expect(lateness.median == percentile(50, of: events))
    #expect(lateness.percentile99 == percentile(99, of: events))
    #expect(lateness.minimum == events.min())
    #expect(lateness.maximum == events.max())
  }

  /// Law: later by as much, all figures are later, and the deviation is the same; twice as late,
  /// all figures are twice as large; in whatever order they come.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `figures move and grow with the events`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let events = events(seed: seed)
    let lateness = try #require(Lateness(of: events))
    let shift = Duration.microseconds(Int.random(in: -9999...9999, using: &chance))
    let shifted = try #require(Lateness(of: events.map { $0 + shift }))
    #expect(shifted.minimum == lateness.minimum + shift)
    #expect(shifted.median == lateness.median + shift)
    #expect(shifted.percentile99 == lateness.percentile99 + shift)
    #expect(shifted.maximum == lateness.maximum + shift)
    #expect(isNear(shifted.deviation, lateness.deviation))
    let doubled = try #require(Lateness(of: events.map { $0 * 2 }))
    #expect(doubled.percentile99 == lateness.percentile99 * 2)
    #expect(isNear(doubled.deviation, lateness.deviation * 2))
    #expect(Lateness(of: events.shuffled(using: &chance)) == lateness)
  }

  private func isNear(_ one: Duration, _ other: Duration) -> Bool {
    (one - other).magnitude <= .nanoseconds(1)
  }

  @Test func `of a hundred events the 99th is the percentile, of 101 the last but one`() throws {
    let events = (1...101).map { Duration.microseconds($0) }
    #expect(Lateness(of: events.dropLast())?.percentile99 == .microseconds(99))
    #expect(Lateness(of: events)?.percentile99 == .microseconds(100))
    #expect(Lateness(of: events)?.median == .microseconds(51))
    #expect(Lateness(of: [.microseconds(7)])?.percentile99 == .microseconds(7))
    #expect(Lateness(of: [.microseconds(7)])?.deviation == .zero)
    // Two values are as far from their mean as half their distance.
    #expect(Lateness(of: [.microseconds(10), .microseconds(30)])?.deviation == .microseconds(10))
    #expect(Lateness(of: []) == nil)
  }
}

extension Duration {
  fileprivate var magnitude: Duration { self < .zero ? .zero - self : self }
}
