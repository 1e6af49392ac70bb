import Music
import Testing

@testable import Composer

@Suite struct AlternationTests {
  private static let counts = [1, 2, 3, 4, 5, 7, 8, 12, 16, 64, 1000]

  private static func alternation(bars: Int, reluctance: [Int: Double] = [:]) throws -> Alternation
  {
    Alternation(
      try Materials.rhythm(["kick": [0]]), with: try Materials.rhythm(["hat": [0]]), bars: bars,
      reluctance: reluctance)
  }

  private static func changed(_ alternation: Alternation, at amount: Amount) -> Set<Int> {
    Set(alternation.order.indices.filter { alternation.isSecond(bar: $0, at: amount) })
  }

  /// Law: what has changed stays changed, and ⌈t n⌉ of n bars have.
  @Test(arguments: counts, [[:], [0: 0.1, 3: 9], [1: 0]])
  func `bars change one after the other`(bars: Int, reluctance: [Int: Double]) throws {
    let alternation = try Self.alternation(bars: bars, reluctance: reluctance)
    var before: Set<Int> = []
    for amount in (Materials.amounts + BlendPair.amounts).sorted() {
      let changed = Self.changed(alternation, at: amount)
      #expect(changed.isSuperset(of: before))
      #expect(changed.count == (amount.step * bars + Amount.steps - 1) / Amount.steps)
      before = changed
    }
    #expect(before.count == bars)
    #expect(alternation.order[0] == bars - 1)
  }

  /// Law: at dyadic amounts the share of changed bars is exact.
  @Test(arguments: [2, 4, 8, 16], [0, 1, 2, 4, 5, 8])
  func `the share is exact`(bars: Int, eighths: Int) throws {
    guard (eighths * bars).isMultiple(of: 8) else { return }
    let alternation = try Self.alternation(bars: bars)
    let changed = Self.changed(alternation, at: Amount(step: eighths * Amount.steps / 8))
    #expect(changed.count == eighths * bars / 8)
  }

  /// Worked by hand: van der Corput numbers 0, 1/2, 1/4, 3/4 from the last bar back.
  @Test func `four bars change from the last, then every second`() throws {
    let alternation = try Self.alternation(bars: 4)
    #expect(alternation.order == [3, 1, 2, 0])
    #expect(Self.changed(alternation, at: Amount(0.5)) == [1, 3])
  }

  @Test func `a reluctant bar changes later`() throws {
    #expect(try Self.alternation(bars: 4, reluctance: [1: 3]).order == [3, 2, 1, 0])
  }

  /// Law: each bar is a bar of one of the two, whatever their lengths and metres.
  @Test(arguments: Materials.random.indices)
  func `rhythms of other metres take turns`(index: Int) throws {
    let a = Materials.random[index].a
    let b = Materials.random[(index + 7) % Materials.random.count].b
    let alternation = Alternation(a, with: b, bars: 8)
    for bar in 0..<16 {
      let played = try alternation.bar(bar, at: Amount(0.5))
      let source = alternation.isSecond(bar: bar, at: Amount(0.5)) ? b : a
      #expect(played == (try source.bar(bar % 8 % source.bars.count)))
    }
    #expect(try alternation.bar(5, at: Amount(0)) == a.bar(5 % a.bars.count))
    #expect(try alternation.bar(5, at: Amount(1)) == b.bar(5 % b.bars.count))
  }
}
