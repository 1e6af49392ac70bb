import Music
import Testing

@testable import MIDI

@Suite struct TicksTests {
  @Test(arguments: [
    ([], 960), ([1], 960), ([2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 64], 960), ([128], 1920),
    ([9], 2880), ([7], 6720), ([11], 10_560), ([13], 12_480), ([32], 960), ([7, 11], 32_725),
    ([7, 11, 13], 32_032), ([7, 11, 13, 17], 17_017), ([32_767], 32_767), ([16_384], 16_384),
  ])
  func `the resolution makes every time exact`(denominators: [Int], perBeat: Int) {
    let times = denominators.map { Fraction(1, $0) }
    let ticks = Ticks(for: times)
    #expect(ticks.perBeat == perBeat)
    #expect(ticks.largestError(of: times) == 0)
  }

  @Test(arguments: [([32_768], 960), ([7, 11, 13, 17, 2], 960), ([32_767, 2], 960)])
  func `too many odd divisions are rounded at the usual resolution`(
    denominators: [Int], perBeat: Int
  ) {
    let times = denominators.map { Fraction(1, $0) }
    let ticks = Ticks(for: times)
    #expect(ticks.perBeat == perBeat)
    #expect(ticks.largestError(of: times) > 0)
    #expect(ticks.largestError(of: times) <= 0.5)
  }

  /// Law: never above 15 bits; exact where a common denominator fits, else half a tick at most.
  @Test(arguments: UInt64(1)...200)
  func `an error is half a tick at most`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let times = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      Fraction(
        Int.random(in: 0...1000, using: &random), Int.random(in: 1...40, using: &random))
    }
    let ticks = Ticks(for: times)
    #expect((1...Ticks.finest).contains(ticks.perBeat))
    let common = times.reduce(1) { $0 / divisor($0, $1.denominator) * $1.denominator }
    let error = ticks.largestError(of: times)
    #expect(common <= Ticks.finest ? error == 0 : (0...0.5).contains(error))
    for time in times {
      let distance = try time * Fraction(ticks.perBeat) - Fraction(ticks(time))
      #expect(abs(distance.approximation) <= error)
    }
  }

  @Test(arguments: [
    (Fraction(0), 0), (Fraction(1, 3), 320), (Fraction(1, 1920), 1), (Fraction(1, 1921), 0),
    (Fraction(-1, 1920), 0), (Fraction(-1, 1919), -1), (Fraction(3, 1920), 2),
  ])
  func `a time goes to the nearest tick, a half up`(time: Fraction, tick: Int) throws {
    #expect(try Ticks(for: [])(time) == tick)
  }

  @Test(arguments: [
    (Fraction(1), Shift(microseconds: 10_000), 979),
    (Fraction(1), Shift(microseconds: -10_000), 941),
    (Fraction(1), Shift(beats: Fraction(1, 96)), 970),
    (Fraction(1), Shift(beats: Fraction(1, 96), microseconds: 10_000), 989),
    (Fraction(0), Shift(microseconds: -10_000), 0),
    (Fraction(1, 960), Shift(beats: -1), 0),
  ])
  func `a shift moves a time, but never before the beginning`(
    time: Fraction, shift: Shift, tick: Int
  ) throws {
    let tempo = try #require(Tempo(beatsPerMinute: 120))
    #expect(try Ticks(for: [])(time, shifted: shift, at: tempo) == tick)
  }

  @Test(arguments: [(0xFF_FFFF, 961), (1, 960 + 960 * 10_000)])
  func `a shift in time is longer in ticks the faster the tempo`(length: Int, tick: Int) throws {
    let tempo = try #require(Tempo(beatsPerMinute: 60_000_000 / Double(length)))
    #expect(tempo.microsecondsPerBeat == length)
    let shift = Shift(microseconds: 10_000)
    #expect(try Ticks(for: [])(1, shifted: shift, at: tempo) == tick)
  }

  @Test(arguments: [Fraction(.max), Fraction(.max / 2, 3)])
  func `a time beyond all ticks is refused`(time: Fraction) {
    #expect(throws: MIDIError.tooLong) { try Ticks(for: [])(time) }
  }

  private func divisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : divisor(right, left % right)
  }
}
