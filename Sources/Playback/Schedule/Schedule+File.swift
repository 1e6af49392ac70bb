public import MIDI
import Music

extension Schedule {
  /// What is sent when a MIDI file is played.
  ///
  /// The tracks of a file of independent ones follow one another. Bytes that are neither messages
  /// nor a whole system exclusive are left out.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - title: What it is called where it does not say it.
  /// - Complexity: O(n log n) for n events.
  public init(_ file: MIDIFile, title: String) {
    var reading = FileReading(file.division)
    var begin = 0
    for track in file.tracks {
      reading.read(track, from: begin)
      if file.format == .independent { begin = reading.end }
    }
    self.init(
      title: reading.tracks.first { !$0.name.isEmpty }?.name ?? title,
      ticksPerBeat: reading.ticksPerBeat, entries: reading.entries, tracks: reading.tracks,
      tempi: reading.tempi.sorted { $0.tick < $1.tick },
      metres: reading.allMetres, names: reading.names.sorted { $0.tick < $1.tick },
      end: reading.end)
  }
}

/// A MIDI file while it is read into a schedule.
private struct FileReading {
  let ticksPerBeat: Int
  var entries: [Schedule.Entry] = []
  var tracks: [Schedule.Track] = []
  var tempi: [(tick: Int, tempo: Tempo)] = []
  var metres: [(tick: Int, bar: Int, beat: Int)] = []
  var names: [(tick: Int, name: String)] = []
  var end = 0
  /// Whether ticks are parts of beats, so that tempo and metre mean something.
  private let hasBeats: Bool

  /// Source: *Standard MIDI Files 1.0* (RP-001), division: parts of frames have a time of their own.
  init(_ division: Division) {
    switch division {
    case .perBeat(let ticks): (ticksPerBeat, hasBeats) = (ticks, true)
    case .perFrame(let ticks, let rate):
      (ticksPerBeat, hasBeats) = (ticks * Int(rate.framesPerSecond.rounded()), false)
      let second = rate == .dropFrame ? 1_001_000 : 1_000_000
      if let tempo = Tempo(microsecondsPerBeat: second) { tempi = [(0, tempo)] }
    }
  }

  /// The metres in order, 4/4 before the first.
  var allMetres: [(tick: Int, bar: Int, beat: Int)] {
    let sorted = metres.sorted { $0.tick < $1.tick }
    let usual = (tick: 0, bar: 4 * ticksPerBeat, beat: ticksPerBeat)
    return sorted.first?.tick == 0 ? sorted : [usual] + sorted
  }

  mutating func read(_ track: Track, from begin: Int) {
    let number = tracks.count
    var name = ""
    for event in track {
      let tick = begin + event.tick
      switch event.event {
      case .message(let message):
        entries.append(.init(tick: tick, track: number, event: .message(message)))
      case .systemExclusive(let bytes) where bytes.last == 0xF7:
        entries.append(.init(tick: tick, track: number, event: .systemExclusive([0xF0] + bytes)))
      case .meta(.text(.trackName, let text)): if name.isEmpty { name = text.decoded }
      case .meta(.text(.marker, let text)): names.append((tick, text.decoded))
      case .meta(.tempo(let tempo)) where hasBeats: tempi.append((tick, tempo))
      case .meta(.timeSignature(let signature)) where hasBeats: read(signature, at: tick)
      case .meta, .systemExclusive, .escape: break
      }
    }
    tracks.append(.init(name: name, port: nil))
    end = max(end, begin + track.end)
  }

  private mutating func read(_ signature: TimeSignature, at tick: Int) {
    let beat = (4 * ticksPerBeat) >> min(Int(signature.denominatorPower), 32)
    guard beat > 0, signature.numerator > 0 else { return }
    metres.append((tick, beat * Int(signature.numerator), beat))
  }
}
