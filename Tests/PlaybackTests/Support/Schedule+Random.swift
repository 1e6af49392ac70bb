import MIDI
import Music

@testable import Playback

extension Schedule {
  /// A piece of some bars of 3/4, 4/4 or 7/8, with a tempo that changes; its notes may be longer than bars.
  static func random(
    using random: inout some RandomNumberGenerator, longest: Int = 3000, ports: Bool = false
  ) -> Schedule {
    let ticksPerBeat = [96, 480, 100].randomElement(using: &random) ?? 96
    let eighth = ticksPerBeat / 2
    let metres = [
      (bar: 6 * eighth, beat: 2 * eighth), (bar: 8 * eighth, beat: 2 * eighth),
      (bar: 7 * eighth, beat: eighth),
    ]
    let metre = metres.randomElement(using: &random) ?? metres[0]
    let end = metre.bar * Int.random(in: 1...6, using: &random)
    let tracks = (0..<Int.random(in: 1...4, using: &random)).map { number in
      Track(name: "track \(number)", port: ports && number % 2 == 1 ? "port \(number)" : nil)
    }
    var entries: [Entry] = []
    for track in tracks.indices {
      for key in 0..<Int.random(in: 1...3, using: &random) {
        var tick = Int.random(in: 0..<metre.bar, using: &random)
        while tick < end {
          let off = Swift.min(
            end,
            tick + Int.random(in: 1...Swift.max(1, Swift.min(longest, end - tick)), using: &random))
          let (key, channel) = (Key(clamping: 36 + key), Channel(clamping: track + 1))
          let level = Level(clamping: Int.random(in: 1...127, using: &random))
          entries.append(
            .init(tick: tick, track: track, event: .message(.noteOn(key, level, channel))))
          entries.append(
            .init(
              tick: off, track: track,
              event: .message(.noteOff(key, release: .usualRelease, channel))))
          tick = off + Int.random(in: 0...metre.bar, using: &random)
        }
      }
      if Bool.random(using: &random) {
        let channel = Channel(clamping: track + 1)
        let place = Int.random(in: 0..<end, using: &random)
        let level = Level(clamping: Int.random(in: 0...127, using: &random))
        entries.append(
          .init(tick: place, track: track, event: .message(.control(.sustain, level, channel))))
        entries.append(
          .init(tick: 0, track: track, event: .message(.program(Program(clamping: 7), channel))))
      }
    }
    let tempi = (0..<Int.random(in: 1...3, using: &random)).map { number in
      (
        tick: number * end / 3,
        tempo: Tempo(microsecondsPerBeat: Int.random(in: 200_000...1_000_000, using: &random))
          ?? Tempo(beatsPerMinute: 120)
      )
    }.compactMap { tick, tempo in tempo.map { (tick: tick, tempo: $0) } }
    return Schedule(
      title: "random", ticksPerBeat: ticksPerBeat,
      entries: entries.sorted {
        ($0.tick, $0.event.isOn ? 1 : 0) < ($1.tick, $1.event.isOn ? 1 : 0)
      },
      tracks: tracks, tempi: tempi, metres: [(0, metre.bar, metre.beat)], names: [], end: end)
  }
}

extension PortEvent {
  var isOn: Bool {
    if case .message(.noteOn(_, let level, _)) = self { level.value > 0 } else { false }
  }

  var isOff: Bool {
    switch self {
    case .message(.noteOff): true
    case .message(.noteOn(_, let level, _)): level.value == 0
    default: false
    }
  }
}

/// A key of a channel on a route.
struct RoutedKey: Hashable {
  let route: Int
  let channel: Channel
  let key: Key

  init?(_ due: DueEvent) {
    switch due.event {
    case .message(.noteOn(let key, _, let channel)), .message(.noteOff(let key, _, let channel)):
      (route, self.channel, self.key) = (due.route, channel, key)
    default: return nil
    }
  }
}

extension [DueEvent] {
  /// Keys that are down at the end, or that went up without having been down.
  var unbalanced: [RoutedKey: Int] {
    var down: [RoutedKey: Int] = [:]
    var wrong: [RoutedKey: Int] = [:]
    for due in self {
      guard let key = RoutedKey(due) else { continue }
      down[key, default: 0] += due.event.isOn ? 1 : -1
      if down[key, default: 0] < 0 { wrong[key] = -1 }
    }
    return down.filter { $0.value != 0 }.merging(wrong) { $1 }
  }
}
