import MIDI
import Music
import Playback
import Testing

@testable import Command

@Suite struct SilenceTests {
  /// Law: whatever was switched on is off behind it, by each of the ways that an instrument knows.
  @Test(arguments: Channel.numbers)
  func `a channel is silent behind it`(number: Int) {
    let channel = Channel(clamping: number)
    let messages = Silence.messages.filter { $0.channel == channel }
    let off = Level(clamping: 0)
    let controllers = [64, 123, 120, 121]
    let atOnce = controllers.map { Message.control(Controller(clamping: $0), off, channel) }
    let keys = Key.numbers.map {
      Message.noteOff(Key(clamping: $0), release: .usualRelease, channel)
    }
    #expect(messages == atOnce + [.bend(.none, channel)] + keys)
    #expect(Silence.messages.count == 16 * (5 + 128))
  }

  @Test func `every route is silenced at the speed of a cable`() {
    let events = Silence.events(on: 0..<2, from: .seconds(1))
    for route in 0..<2 {
      let times = events.filter { $0.route == route }.map(\.time)
      #expect(times.count == Silence.messages.count)
      #expect(times.first == .seconds(1))
      #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 == .microseconds(960) })
    }
    #expect(events.map(\.time) == events.map(\.time).sorted())
  }
}
