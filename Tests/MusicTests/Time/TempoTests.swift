import Music
import Testing

@Suite struct TempoTests {
  @Test(arguments: [
    (96.0, 625_000), (120, 500_000), (60, 1_000_000), (130, 461_538), (3.58, 16_759_777),
  ])
  func `a tempo is a whole number of microseconds a beat`(rate: Double, length: Int) throws {
    let tempo = try #require(Tempo(beatsPerMinute: rate))
    #expect(tempo.microsecondsPerBeat == length)
    #expect(abs(tempo.beatsPerMinute - rate) < 0.001)
  }

  @Test(arguments: [0, -120, 3.57, 130_000_000, .infinity, -.infinity, .nan])
  func `what no file can store is no tempo`(rate: Double) {
    #expect(Tempo(beatsPerMinute: rate) == nil)
  }

  @Test(arguments: [
    (Fraction(1, 4), 118...126, 118.0...126.0, 122.0), (Fraction(3, 8), 100...120, 150...180, 165),
    (Fraction(1, 8), 300...300, 150...150, 150), (Fraction(1, 4), 99...100, 99...100, 100),
  ])
  func `a range counts a note value`(
    unit: Fraction, rate: ClosedRange<Int>, quarters: ClosedRange<Double>, middle: Double
  ) {
    let range = TempoRange(unit: unit, rate: rate)
    #expect(range.beatsPerMinute == quarters)
    #expect(range.middle == middle)
  }
}
