import MIDI
import Music
import Testing

/// When the ticks of a file are.
@Suite struct TempoMapTests {
  /// Law: as many bars begin before the end of a piece as it has, in every metre.
  @Test(arguments: 1...15, Metre.units)
  func `bars are counted in their metre`(pulses: Int, unit: Int) throws {
    let metre = try #require(Metre(pulses: pulses, unit: unit))
    let bar = pulses * 4 * 960 / unit
    let signature = TimedEvent(.meta(.timeSignature(TimeSignature(metre))), at: 0)
    let map = TempoMap(of: [Track([signature])], division: .perBeat(960))
    for count in 0...3 { #expect(map.bars(before: count * bar) == count) }
    #expect(map.bars(before: bar + 1) == 2)
  }

  @Test func `a pickup and metres that take turns`() throws {
    let signatures = [("1/4", 0), ("7/8", 960), ("5/8", 4320), ("3/4", 6720)]
    let events = try signatures.map { text, tick in
      TimedEvent(.meta(.timeSignature(TimeSignature(try #require(Self.metres[text])))), at: tick)
    }
    let map = TempoMap(of: [Track(events)], division: .perBeat(960))
    #expect([960, 4320, 6720, 9600].map(map.bars(before:)) == [1, 2, 3, 4])
  }

  private static let metres = [
    "1/4": Metre(pulses: 1, unit: 4), "7/8": Metre(pulses: 7, unit: 8),
    "5/8": Metre(pulses: 5, unit: 8), "3/4": Metre(pulses: 3, unit: 4),
  ].compactMapValues(\.self)
}
