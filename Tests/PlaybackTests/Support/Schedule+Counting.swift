import MIDI
import Music

@testable import Playback

extension Schedule {
  /// A piece with a note a beat, its key the number of the beat; bars of four beats, half a second each.
  static func counting(bars: Int, from first: Int = 0, ticksPerBeat: Int = 96) -> Schedule {
    let entries = (0..<bars * 4).flatMap { beat in
      let key = Key(clamping: first + beat)
      return [
        Entry(
          tick: beat * ticksPerBeat, track: 0,
          event: .message(.noteOn(key, Level(clamping: 100), .drums))),
        Entry(
          tick: beat * ticksPerBeat + ticksPerBeat / 2, track: 0,
          event: .message(.noteOff(key, release: .usualRelease, .drums))),
      ]
    }
    let bar = 4 * ticksPerBeat
    return Schedule(
      title: "counting", ticksPerBeat: ticksPerBeat, entries: entries,
      tracks: [Track(name: "count", port: nil)],
      tempi: [(0, Tempo(microsecondsPerBeat: 500_000))].compactMap { tick, tempo in
        tempo.map { (tick: tick, tempo: $0) }
      }, metres: [(0, bar, ticksPerBeat)], names: [(0, "a"), (bar, "b"), (2 * bar, "c")],
      end: bars * bar)
  }
}

extension [DueEvent] {
  /// The keys that go down, in order.
  var keys: [Int] {
    compactMap { due in
      if case .message(.noteOn(let key, _, _)) = due.event { key.number } else { nil }
    }
  }
}
