import Music
import Testing

@testable import Composer

@Suite struct SlicingTests {
  /// Law: each note is one of the rhythm in whose slice it begins, and all of those are there.
  @Test(arguments: Materials.pairs, [Fraction(1), Fraction(1, 4), Fraction(3, 7)])
  func `each slice of time is of one rhythm`(pair: BlendPair, step: Fraction) throws {
    let rhythms = [pair.a, pair.b, pair.a]
    let sliced = try Rhythm.sliced(rhythms, every: step)
    var expected: Set<Place> = []
    for (index, rhythm) in rhythms.enumerated() {
      for place in rhythm.places where try min((place.onset / step).floor, 2) == index {
        expected.insert(place)
      }
    }
    #expect(sliced.places == expected)
    #expect(sliced.bars == pair.a.bars)
  }

  /// Law: slices of one rhythm are that rhythm.
  @Test(arguments: Materials.rhythms)
  func `a rhythm sliced into itself is itself`(rhythm: Rhythm) throws {
    #expect(try Rhythm.sliced([rhythm, rhythm, rhythm], every: Fraction(1, 2)) == rhythm)
    #expect(try Rhythm.sliced([rhythm], every: 1) == rhythm)
  }

  @Test func `a beat each, and the rest of the bar`() throws {
    let (kick, snare) = (
      try Materials.rhythm(["kick": [0, 2, 4, 8, 12]]),
      try Materials.rhythm(["snare": [1, 5, 9, 13]])
    )
    let sliced = try Rhythm.sliced([kick, snare], every: 1)
    #expect(sliced.steps(of: "kick").map(\.numerator) == [0, 2])
    #expect(sliced.steps(of: "snare").map(\.numerator) == [5, 9, 13])
  }
}
