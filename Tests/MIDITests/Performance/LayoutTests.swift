import Foundation
import Music
import TestSupport
import Testing

@testable import MIDI

@Suite struct LayoutTests {
  /// A piece with everything in it that a file can say.
  private func piece() throws -> Timeline {
    let seven = try #require(Metre(groups: [3, 2, 2], unit: 8))
    var piece = Timeline.of(
      [
        Timeline.Track(voice: "kick", notes: [.at(0), .at(4)]),
        Timeline.Track(
          voice: "dombyra", notes: [.at(0), .at(1), .at(4)],
          changes: [
            Timeline.Mark(.control(.expression, Fraction(1, 2)), at: 0),
            Timeline.Mark(.bend(Fraction(1, 2)), at: 1),
            Timeline.Mark(.bend(Fraction(-7, 2)), at: 4),
            Timeline.Mark(.control(.sustain, 1), at: 4),
          ], lyrics: [Timeline.Mark("ай ", at: 0), Timeline.Mark("дай", at: 1)]),
      ], length: Fraction(15, 2))
    piece.metres.append(Timeline.Mark(seven, at: 4))
    piece.keys = [Timeline.Mark(try #require(KeySignature(name: "d minor")), at: 0)]
    piece.cues = [Timeline.Mark("bas buyn", at: 0), Timeline.Mark("sagha", at: 4)]
    return piece
  }

  private func kit() -> Kit {
    var kit = Kit.generalMIDI
    kit.byVoice["dombyra"]?.bank = Bank(130)
    kit.byVoice["dombyra"]?.pan = Level(32)
    kit.byVoice["dombyra"]?.volume = Level(100)
    kit.byVoice["dombyra"]?.channel = Channel(5)
    return kit
  }

  private func file(_ change: (inout Layout) -> Void = { _ in }) throws -> MIDIFile {
    var layout = Layout()
    change(&layout)
    return MIDIFile(try Performance(of: piece(), on: kit()), layout: layout)
  }

  /// What a file holds, with the bytes of its messages, in lines.
  private func lines(of track: Track) -> [String] {
    track.map { event in
      let words =
        switch event.event {
        case .message(let message): message.wire.hex
        case .meta(.text(let kind, let text)): "\(kind) \(text)"
        case .meta(.tempo(let tempo)): "tempo \(tempo.microsecondsPerBeat)"
        case .meta(.timeSignature(let metre)): "\(metre.numerator)/\(1 << metre.denominatorPower)"
        case .meta(.keySignature(let key)): "key \(key.sharps)\(key.isMinor ? " minor" : "")"
        default: "\(event.event)"
        }
      return "\(event.tick) \(words)"
    }
  }

  @Test func `the first track says what holds for all`() throws {
    #expect(
      lines(of: try file().tracks[0]) == [
        "0 trackName test", "0 tempo 500000", "0 4/4", "0 key -1 minor", "0 cuePoint bas buyn",
        "3840 7/8", "3840 text 7/8 (3+2+2)", "3840 cuePoint sagha",
      ])
  }

  /// Bank before program, settings and bends before notes, syllables with them.
  ///
  /// At the end the pedal is up and the pitch as it was. Bends of three and a half semitones need a reach of four.
  @Test func `a part is set before it plays`() throws {
    #expect(
      lines(of: try file().tracks[2]) == [
        "0 trackName dombyra", "0 instrumentName Acoustic Guitar (nylon)", "0 B4 00 01",
        "0 B4 20 02", "0 C4 18", "0 B4 07 64", "0 B4 0A 20", "0 B4 65 00", "0 B4 64 00",
        "0 B4 06 04", "0 B4 26 00", "0 B4 65 7F", "0 B4 64 7F", "0 B4 0B 40", "0 lyric ай ",
        "0 94 37 5A", "960 84 37 40", "960 E4 00 48", "960 lyric дай", "960 94 37 5A",
        "1920 84 37 40", "3840 B4 40 7F", "3840 E4 00 08", "3840 94 37 5A", "4800 84 37 40",
        "7200 B4 40 00", "7200 E4 00 40",
      ])
  }

  /// Law: format 0 has the same events but the names of tracks, and at each tick keys go up before
  /// anything else of a channel and down after it.
  @Test func `one track holds what many do`() throws {
    let many = try file().tracks
    let one = try file { $0.format = .single }
    #expect(one.format == .single)
    #expect(one.tracks.count == 1)
    let names = ["trackName kick", "trackName dombyra", "instrumentName"]
    let expected = many.flatMap(lines).filter { line in !names.contains { line.contains($0) } }
    #expect(lines(of: one.tracks[0]).sorted() == expected.sorted())
    let ticks = one.tracks[0].map(\.tick)
    #expect(ticks == ticks.sorted())
    let order = one.tracks[0].compactMap { event -> (Int, Int)? in
      switch event.event {
      case .message(.noteOff): (event.tick, 0)
      case .message(.noteOn): (event.tick, 2)
      case .message: (event.tick, 1)
      default: nil
      }
    }
    #expect(zip(order, order.dropFirst()).allSatisfy { $0 <= $1 })
  }

  /// Law: running status changes the bytes and not what is read.
  @Test func `running status leaves out bytes and nothing else`() throws {
    let short = try file { $0.usesRunningStatus = true }
    #expect(short.bytes.count < (try file().bytes.count))
    #expect(try MIDIFile(strictly: short.bytes).tracks == file().tracks)
  }

  /// Source of the bytes: the published system messages of each standard.
  @Test(arguments: [
    (Layout.Reset.generalMIDI, "7E 7F 09 01 F7"), (.generalMIDI2, "7E 7F 09 03 F7"),
    (.gs, "41 10 42 12 40 00 7F 00 41 F7"), (.xg, "43 10 4C 00 00 7E 00 F7"),
  ])
  func `a reset comes first, and the music a bar later`(
    reset: Layout.Reset, bytes: String
  ) throws {
    let plain = try file()
    let waiting = try file { $0.reset = reset }
    let events = waiting.tracks[0].filter { event in
      if case .systemExclusive(let content) = event.event { content.hex == bytes } else { false }
    }
    #expect(events.map(\.tick) == [0])
    for (track, other) in zip(waiting.tracks.dropFirst(), plain.tracks.dropFirst()) {
      let messages = track.filter { if case .message = $0.event { true } else { false } }
      let others = other.filter { if case .message = $0.event { true } else { false } }
      #expect(messages == others.map { TimedEvent($0.event, at: $0.tick + 3840) })
    }
  }

  /// Law: stems have the length, the tempo and the metre of the whole, and its tracks between them.
  @Test func `stems begin and end together`() throws {
    let performance = try Performance(of: piece(), on: kit())
    let whole = MIDIFile(performance).tracks
    let stems = MIDIFile.stems(of: performance)
    #expect(stems.map(\.name) == ["kick", "dombyra"])
    for (index, stem) in stems.enumerated() {
      #expect(stem.file.tracks == [whole[0], whole[index + 1]])
    }
  }

  @Test(.enabled(if: IndependentReader.python != nil, "JORGA_READERS names no Python"))
  func `another library reads what was meant`() throws {
    let place = URL.temporaryDirectory.appending(path: "jorga-\(UUID().uuidString).mid")
    defer { try? FileManager.default.removeItem(at: place) }
    try Data(file { $0.usesRunningStatus = true }.bytes).write(to: place)
    let reading = try #require(Reader.mido.read([place]).first)
    #expect(
      reading.tracks[0].others == [
        Reading.Other(0, "key_signature", "Dm"), Reading.Other(0, "cue_marker", "bas buyn"),
        Reading.Other(3840, "cue_marker", "sagha"),
      ])
    let others = try #require(reading.tracks[2].others)
    #expect(
      others.filter { $0.kind == "pitchwheel" }.map(\.values) == ["5 1024", "5 -7168", "5 0"])
    #expect(others.filter { $0.kind == "lyrics" }.map(\.values) == ["ай ", "дай"])
    #expect(others.first == Reading.Other(0, "control_change", "5 0 1"))
  }
}
