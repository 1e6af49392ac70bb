import Music
import TestSupport
import Testing

@testable import MIDI

@Suite(
  .enabled(
    if: IndependentReader.python != nil, "JORGA_READERS names no Python that reads MIDI files"))
struct ReadersTests {
  /// Valid files that a library cannot read or reads otherwise than it should, and why.
  private static let exceptions: [(libraries: [Library], reason: String, names: [String])] = [
    (
      [.mido, .symusic], "knows no RIFF files",
      [
        "in a RIFF file", "of odd length in a RIFF file", "in a RIFF file with a chunk before",
        "in a RIFF file with a chunk of odd length before", "in a RIFF file with a chunk behind",
        "of odd length in a RIFF file with chunks around",
      ]
    ),
    (
      [.mido], "takes every chunk before the last track for a track",
      [
        "a chunk before the first track", "a chunk between two tracks", "an empty chunk",
        "chunks of odd lengths, not padded", "a chunk that holds a track", "chunks with odd names",
      ]
    ),
    (
      [.mido], "reads escapes as system exclusives, and allows them no high bytes",
      [
        "a clock between two packets", "an escaped clock", "an escaped song position",
        "an escaped note", "high bytes in a system exclusive",
      ]
    ),
    (
      [.mido], "loses the time before a meta event that it does not know",
      ["an unknown meta event between two notes"]
    ),
    (
      [.symusic], "knows no frames",
      [
        "24 frames", "25 frames of 40 ticks: milliseconds", "29 frames, dropped", "30 frames",
        "one tick a frame", "most ticks a frame",
      ]
    ),
    (
      [.symusic], "knows no header but of 6 bytes",
      ["a header of 8 bytes", "a header of 300 bytes", "a header that holds the name of a track"]
    ),
    (
      [.symusic], "reads the bytes of an escape as times and messages",
      [
        "a system exclusive in three packets", "a note between two packets",
        "a clock between two packets", "an escaped clock", "an escaped song position",
        "an escaped note",
      ]
    ),
    ([.symusic], "counts ticks in 32 bits", ["more ticks than 32 bits can say"]),
  ]

  @Test(arguments: Readers.files, Library.allCases)
  func `a valid file has the notes and tempi that others find`(
    file: CorpusFile, library: Library
  ) throws {
    let reading = try #require(Readers.readings.get()[file.name]?[library.rawValue])
    let tracks = try MIDIFile(strictly: file.bytes).tracks
    let ours = Readers.Reading(
      error: nil,
      notes: tracks.flatMap { track in track.notes(channels: library == .mido) }
        .sorted { $0.lexicographicallyPrecedes($1) },
      tempi: tracks.flatMap(\.tempi).sorted { $0.lexicographicallyPrecedes($1) })
    let exception = Self.exceptions.first { exception in
      exception.libraries.contains(library) && exception.names.contains(file.name)
    }
    let comment = exception.map { "\(library) \($0.reason)" } ?? "\(reading), not \(ours)"
    #expect((reading == ours) == (exception == nil), "\(comment)")
  }
}

extension Track {
  /// Tick on, tick off, key, velocity and channel of each key that goes down and up again.
  fileprivate func notes(channels: Bool) -> [[Int]] {
    var sounding: [[Int]: [(tick: Int, velocity: Int)]] = [:]
    var notes: [[Int]] = []
    func end(_ key: Key, _ channel: Channel, at tick: Int) {
      let place = [key.number, channel.number]
      guard let first = sounding[place]?.first else { return }
      sounding[place]?.removeFirst()
      notes.append(
        [first.tick, tick, key.number, first.velocity, channels ? channel.number : 0])
    }
    for event in self {
      switch event.event {
      case .message(.noteOn(let key, let level, let channel)) where level.value > 0:
        sounding[[key.number, channel.number], default: []].append((event.tick, level.value))
      case .message(.noteOn(let key, _, let channel)), .message(.noteOff(let key, _, let channel)):
        end(key, channel, at: event.tick)
      default: break
      }
    }
    return notes
  }

  /// Tick and microseconds a beat of each tempo.
  fileprivate var tempi: [[Int]] {
    compactMap { event in
      if case .meta(.tempo(let tempo)) = event.event {
        [event.tick, tempo.microsecondsPerBeat]
      } else {
        nil
      }
    }
  }
}
