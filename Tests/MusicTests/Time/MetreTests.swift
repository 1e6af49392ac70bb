import Music
import Testing

@Suite struct MetreTests {
  @Test(arguments: [
    (1, 4, [1]), (2, 4, [2]), (3, 4, [3]), (4, 4, [2, 2]), (5, 4, [3, 2]), (5, 8, [3, 2]),
    (6, 8, [3, 3]),
    (6, 4, [3, 3]), (7, 8, [2, 2, 3]), (7, 4, [2, 2, 3]), (8, 4, [2, 2, 2, 2]), (8, 8, [3, 3, 2]),
    (9, 8, [3, 3, 3]), (9, 16, [2, 2, 2, 3]), (10, 8, [3, 2, 2, 3]), (10, 4, [2, 2, 2, 2, 2]),
    (11, 8, [2, 2, 2, 2, 3]), (11, 16, [2, 2, 3, 2, 2]), (12, 8, [3, 3, 3, 3]),
    (13, 8, [2, 2, 2, 2, 2, 3]), (15, 8, [3, 3, 3, 3, 3]), (16, 16, [2, 2, 2, 2, 2, 2, 2, 2]),
  ])
  func `a metre has usual groups`(pulses: Int, unit: Int, groups: [Int]) throws {
    let metre = try #require(Metre(pulses: pulses, unit: unit))
    #expect(metre.groups == groups)
    #expect(metre.isUsual)
    #expect(metre.description == "\(pulses)/\(unit)")
  }

  /// Law: the usual groups of every metre add up to it.
  @Test(arguments: Metre.pulseCounts, Metre.units)
  func `groups add up to the bar`(pulses: Int, unit: Int) throws {
    let metre = try #require(Metre(pulses: pulses, unit: unit))
    #expect(metre.pulses == pulses)
    #expect(metre.boundaries.first == 0 && metre.boundaries.last == pulses)
    #expect(zip(metre.boundaries, metre.boundaries.dropFirst()).map { $1 - $0 } == metre.groups)
    #expect(metre.beats == Fraction(pulses * 4, unit))
    #expect(Metre(groups: metre.groups, unit: unit) == metre)
  }

  @Test(arguments: [
    ([3, 2, 2], 8, "7/8 (3+2+2)"), ([2, 2, 3], 8, "7/8"), ([1, 3], 4, "4/4 (1+3)"),
    ([4], 4, "4/4 (4)"), ([2, 2, 2, 2], 8, "8/8 (2+2+2+2)"),
  ])
  func `only groups that are not usual are written`(
    groups: [Int], unit: Int, written: String
  ) throws {
    let metre = try #require(Metre(groups: groups, unit: unit))
    #expect(metre.description == written)
    #expect(metre.isUsual == !written.contains("("))
  }

  @Test(
    arguments: [
      ([], 4), ([0], 4), ([2, 0, 2], 4), ([-1, 5], 4), ([65], 4), ([32, 33], 4), ([.max, 1], 4),
      ([.max, .max], 4), (Array(repeating: 1, count: 65), 4), ([4], 0), ([4], 3), ([4], 128),
      ([4], -4),
    ] as [([Int], Int)])
  func `what cannot be counted is no metre`(groups: [Int], unit: Int) {
    #expect(Metre(groups: groups, unit: unit) == nil)
  }

  @Test(arguments: [(0, 4), (65, 4), (-4, 4), (4, 5), (4, 0), (.max, 4)] as [(Int, Int)])
  func `a bar has 1 to 64 pulses of a note value`(pulses: Int, unit: Int) {
    #expect(Metre(pulses: pulses, unit: unit) == nil)
  }

  @Test func `the common metre is 4/4`() {
    #expect(Metre.common == Metre(pulses: 4, unit: 4))
    #expect(Metre.common.beats == 4)
    #expect(Metre(pulses: 7, unit: 8)?.beats == Fraction(7, 2))
  }
}
