import MIDI
import Music
import Notation

/// A note to be put into a file.
struct Struck {
  var tick: Int
  var key: Int
  var velocity = 100
  var length = 60
  var channel = 10

  /// On and off, the second where there is one.
  var events: [TimedEvent] {
    let (key, channel) = (Key(clamping: key), Channel(clamping: channel))
    let on = Message.noteOn(key, Level(clamping: velocity), channel)
    let off = Message.noteOff(key, release: .usualRelease, channel)
    return [TimedEvent(.message(on), at: tick)]
      + (length > 0 ? [TimedEvent(.message(off), at: tick + length)] : [])
  }
}

extension Track {
  /// A track of some notes; of events at one tick a key goes up first.
  static func of(_ notes: [Struck], name: String? = nil, program: Int? = nil, end: Int = 0) -> Track
  {
    var events = name.map { [TimedEvent(.meta(.text(.trackName, Text($0))), at: 0)] } ?? []
    if let program, let channel = notes.first?.channel {
      let message = Message.program(Program(clamping: program), Channel(clamping: channel))
      events.append(TimedEvent(.message(message), at: 0))
    }
    events += notes.flatMap(\.events).enumerated().sorted {
      ($0.element.tick, -($0.offset % 2), $0.offset) < (
        $1.element.tick, -($1.offset % 2), $1.offset
      )
    }.map(\.element)
    return Track(events, end: Swift.max(end, events.last?.tick ?? 0))
  }

  /// A track of metres and a tempo at their ticks.
  static func conductor(
    _ metres: [(tick: Int, pulses: Int, unit: Int)] = [], beatsPerMinute: Double = 120,
    texts: [(tick: Int, text: String)] = []
  ) -> Track {
    var events: [TimedEvent] = []
    if let tempo = Tempo(beatsPerMinute: beatsPerMinute) {
      events.append(TimedEvent(.meta(.tempo(tempo)), at: 0))
    }
    events += metres.map { tick, pulses, unit in
      let power = UInt8(unit.trailingZeroBitCount)
      let signature = TimeSignature(numerator: UInt8(pulses), denominatorPower: power)
      return TimedEvent(.meta(.timeSignature(signature)), at: tick)
    }
    events += texts.map { TimedEvent(.meta(.text(.text, Text($0.text))), at: $0.tick) }
    return Track(events.sorted { $0.tick < $1.tick })
  }
}

extension MIDIFile {
  /// A file of 480 ticks a quarter note, in 4/4 at 120 beats a minute where nothing else is said.
  static func of(_ tracks: Track..., conductor: Track = .conductor()) -> MIDIFile {
    MIDIFile(division: .perBeat(480), tracks: [conductor] + tracks)
  }
}

extension Rhythm {
  /// The rows of the pattern file, without the head.
  var rows: String {
    get throws {
      try patternFile().split(separator: "\n\n").last.map(String.init) ?? ""
    }
  }
}
