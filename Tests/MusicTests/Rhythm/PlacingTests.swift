import Music
import Testing

@Suite struct PlacingTests {
  private let halves = Pattern.sequence([
    .init(.value(.word("a"), Place(start: 3, length: 1))), .init(.value(.word("b"), .none)),
  ])

  @Test func `a cycle fills a bar of any metre`() throws {
    let bars = [(4, 4), (3, 4), (7, 8)].compactMap { Metre(pulses: $0.0, unit: $0.1) }
    let events = try halves.placed(in: bars, chance: Chance(seed: 0))
    #expect(events.map(\.onset) == [0, 2, 4, Fraction(11, 2), 7, Fraction(35, 4)])
    #expect(
      events.map(\.length) == [
        2, 2, Fraction(3, 2), Fraction(3, 2), Fraction(7, 4), Fraction(7, 4),
      ])
    #expect(events.map(\.value.description) == ["a", "b", "a", "b", "a", "b"])
    #expect(events.first?.place.start == 3)
  }

  @Test func `a long event is measured by the bar it begins in`() throws {
    let slow = Pattern.slow(halves, by: .value(.number(4), .none))
    let bars = [(3, 4), (4, 4), (4, 4), (4, 4)].compactMap { Metre(pulses: $0.0, unit: $0.1) }
    let events = try slow.placed(in: bars, chance: Chance(seed: 0))
    #expect(events.map(\.onset) == [0, 7])
    #expect(events.map(\.length) == [6, 8])
  }

  @Test func `without bars nothing is placed`() throws {
    #expect(try halves.placed(in: [], chance: Chance(seed: 0)).isEmpty)
  }
}
