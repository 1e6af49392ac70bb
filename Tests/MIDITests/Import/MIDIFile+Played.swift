import MIDI
import Music

extension MIDIFile {
  /// Any piece as people and machines play it: drums and keys on some grid, straight, swung or
  /// leaning, exact or not, in any metres and of any resolution.
  static func played(using random: inout some RandomNumberGenerator) -> MIDIFile {
    let perBeat =
      [24, 48, 96, 96, 100, 120, 192, 240, 384, 480, 480, 480, 600, 768, 960, 960, 1024, 15_360]
      .randomElement(using: &random) ?? 480
    let player = Player(perBeat: perBeat, using: &random)
    var tracks = [player.conductor(using: &random)]
    for number in 0..<Int.random(in: 1...4, using: &random) {
      tracks.append(player.track(number, using: &random))
    }
    return MIDIFile(division: .perBeat(perBeat), tracks: tracks)
  }
}

/// How a piece is played.
private struct Player {
  let perBeat: Int
  private let metres: [Metre]
  private let stepsPerWhole: Int
  /// The largest distance from a step, in ticks.
  private let spread: Int
  private let swing: Swing?

  init(perBeat: Int, using random: inout some RandomNumberGenerator) {
    self.perBeat = perBeat
    let choices = [
      (4, 4), (4, 4), (4, 4), (3, 4), (2, 4), (6, 8), (7, 8), (5, 8), (9, 16), (12, 8),
    ]
    let metre = choices.randomElement(using: &random).flatMap { Metre(pulses: $0.0, unit: $0.1) }
    let changes = Int.random(in: 0..<4, using: &random) == 0
    metres = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      let other = choices.randomElement(using: &random).flatMap { Metre(pulses: $0.0, unit: $0.1) }
      return (changes ? other : metre) ?? .common
    }
    stepsPerWhole = [8, 16, 16, 16, 16, 32, 48].randomElement(using: &random) ?? 16
    let isExact = Bool.random(using: &random)
    spread = isExact ? 0 : Int.random(in: 0...perBeat / 12, using: &random)
    let share = Fraction(Int.random(in: 51...70, using: &random), 100)
    swing =
      Int.random(in: 0..<3, using: &random) == 0
      ? Swing(share: share...share, unit: Fraction(1, 16)) : nil
  }

  func conductor(using random: inout some RandomNumberGenerator) -> Track {
    let length = Int.random(in: 250_000...1_200_000, using: &random)
    var events: [TimedEvent] = []
    if let tempo = Tempo(microsecondsPerBeat: length) {
      events.append(TimedEvent(.meta(.tempo(tempo)), at: 0))
    }
    var tick = 0
    for metre in metres {
      events.append(TimedEvent(.meta(.timeSignature(TimeSignature(metre))), at: tick))
      tick += metre.pulses * 4 * perBeat / metre.unit
    }
    return Track(events)
  }

  /// Notes of some keys, in order: drums on channel 10, or chords and lines on another.
  func track(_ number: Int, using random: inout some RandomNumberGenerator) -> Track {
    let isDrums = Bool.random(using: &random)
    let channel = isDrums ? Channel.drums : Channel.melodic[number]
    let keys = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Key(
        clamping: isDrums
          ? .random(in: 24...90, using: &random) : .random(in: 30...90, using: &random))
    }
    let density = Int.random(in: 1...7, using: &random)
    let lean = Int.random(in: -perBeat / 40...perBeat / 24, using: &random)
    var events: [TimedEvent] = []
    var begin = 0
    for metre in metres {
      let steps = metre.pulses * stepsPerWhole / metre.unit
      for step in 0..<steps where Int.random(in: 0..<10, using: &random) < density {
        guard let key = keys.randomElement(using: &random) else { continue }
        let chord = Int.random(in: 0..<6, using: &random) == 0 ? keys : [key]
        for key in chord {
          let drift = Int.random(in: -spread...spread, using: &random) + (spread == 0 ? 0 : lean)
          let on = max(0, begin + place(of: step, in: metre) + drift)
          let level = Level(clamping: .random(in: 1...127, using: &random))
          let length = Int.random(in: 1...perBeat, using: &random)
          events.append(TimedEvent(.message(.noteOn(key, level, channel)), at: on))
          events.append(
            TimedEvent(.message(.noteOff(key, release: .usualRelease, channel)), at: on + length))
        }
      }
      begin += metre.pulses * 4 * perBeat / metre.unit
    }
    let sorted = events.enumerated()
      .sorted { ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset) }.map(\.element)
    let name = TimedEvent(.meta(.text(.trackName, Text("Part \(number)"))), at: 0)
    return Track([name] + sorted, end: begin)
  }

  /// The tick of a step, from its bar line on.
  private func place(of step: Int, in metre: Metre) -> Int {
    let beats = Fraction(step * 4, stepsPerWhole)
    let late = (try? swing?.shift(at: beats, inBarOf: metre.beats)) ?? 0
    return (try? ((beats + late) * Fraction(perBeat)).rounded()) ?? 0
  }
}
