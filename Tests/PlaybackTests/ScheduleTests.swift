import MIDI
import Music
import TestSupport
import Testing

@testable import Playback

@Suite struct ScheduleTests {
  /// Law: the tick at the time of a tick is that tick, and its time is never behind it.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `ticks and times go both ways`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let schedule = Schedule.random(using: &random)
    for _ in 0..<50 {
      let tick = Int.random(in: 0...schedule.length, using: &random)
      let time = schedule.tempi.time(of: tick)
      #expect(schedule.tempi.tick(at: time) == tick)
      #expect(schedule.tempi.tick(at: time - .nanoseconds(1)) == tick - 1)
      let rate = Fraction(Int.random(in: 1...9, using: &random), 4)
      let course = Course(tick: tick / 2, time: .seconds(3), pace: .written(rate: rate))
      let there = course.time(of: tick, in: schedule)
      #expect(abs(course.tick(at: there + .nanoseconds(1), in: schedule) - tick) == 0)
    }
  }

  /// Law: bars follow one another without a gap, and each tick is in the bar whose number it says.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `each tick is in its bar`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var (tick, metres) = (0, [(tick: Int, bar: Int, beat: Int)]())
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let beat = Int.random(in: 1...50, using: &random)
      metres.append((tick, beat * Int.random(in: 1...7, using: &random), beat))
      tick += Int.random(in: 0...900, using: &random)
    }
    let end = Int.random(in: 1...3000, using: &random)
    let bars = Bars(metres, until: end)
    #expect(bars.end >= end)
    #expect(bars.tick(of: 0) == 0)
    for bar in 0..<bars.count {
      #expect(bars.tick(of: bar) < bars.tick(of: bar + 1))
      for tick in [bars.tick(of: bar), bars.tick(of: bar + 1) - 1] {
        #expect(bars.bar(at: tick) == bar)
        #expect(
          bars.line(from: tick) == (tick == bars.tick(of: bar) ? tick : bars.tick(of: bar + 1)))
        #expect(bars.beat(from: tick) >= tick)
      }
      #expect(bars.beat(at: bars.tick(of: bar)) == 0)
    }
  }

  /// Source: *Standard MIDI Files 1.0* (RP-001): a quarter of a frame of 25 to a second is 10 ms.
  @Test func `a file of frames has a time of its own`() throws {
    var track = Track()
    track.append(.meta(.tempo(try #require(Tempo(beatsPerMinute: 30)))), at: 0)
    track.append(.message(.noteOn(Key(clamping: 60), Level(clamping: 1), .drums)), at: 100)
    let file = MIDIFile(division: .perFrame(4, .television), tracks: [track])
    let schedule = Schedule(file, title: "frames")
    #expect(schedule.tempi.time(of: schedule.entries[0].tick) == .seconds(1))
  }

  @Test func `a file of nothing has a bar`() {
    let schedule = Schedule(MIDIFile(division: .perBeat(480), tracks: []), title: "nothing")
    #expect(schedule.bars.count == 1 && schedule.entries.isEmpty && schedule.title == "nothing")
    #expect(schedule.length == 4 * 480)
  }

  @Test func `tracks of a file of independent ones follow one another`() {
    var track = Track()
    track.append(.message(.program(Program(clamping: 1), .drums)), at: 10)
    track.append(.message(.program(Program(clamping: 2), .drums)), at: 480)
    let file = MIDIFile(format: .independent, division: .perBeat(480), tracks: [track, track])
    #expect(Schedule(file, title: "").entries.map(\.tick) == [10, 480, 490, 960])
  }
}
