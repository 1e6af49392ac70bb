import MIDI
import Music
import TestSupport
import Testing

/// The programs of the guide, as they stand there.
@Suite struct GuideTests {
  private let tempo = Tempo(beatsPerMinute: 120)

  @Test func `a file is read in whatever state it is`() throws {
    let bytes = try eventByEvent() + [0, 0]
    let (file, repairs) = try MIDIFile.repaired(bytes)
    for repair in repairs { print("byte \(repair.offset): \(repair.kind.meaning)") }
    for track in file.tracks {
      let summary = track.summary
      print(summary.name?.decoded ?? "unnamed", summary.noteOns, "notes")
    }
    #expect(repairs.map(\.kind) == [.trailingBytes])
    #expect(file.tracks.map { $0.summary.noteOns } == [4])
    #expect(file.tracks.first?.summary.name?.decoded == "Жорға")
  }

  @Test func `events are looked at`() throws {
    let track = try MIDIFile(strictly: eventByEvent()).tracks[0]
    var onsets: [(tick: Int, key: Int)] = []
    for event in track {
      if case .message(.noteOn(let key, let level, _)) = event.event, level.value > 0 {
        onsets.append((event.tick, key.number))
      }
    }
    #expect(onsets.map(\.tick) == [0, 480, 960, 1440])
    #expect(track.end == 1920)
  }

  private func eventByEvent() throws -> [UInt8] {
    var track = Track()
    track.append(.meta(.text(.trackName, Text("Жорға"))), at: 0)
    for beat in 0..<4 {
      let kick = Key(clamping: 36)
      track.append(.message(.noteOn(kick, Level(clamping: 100), .drums)), at: beat * 480)
      track.append(.message(.noteOff(kick, release: .usualRelease, .drums)), at: beat * 480 + 120)
    }
    track.end = 4 * 480
    let file = MIDIFile(format: .single, division: .perBeat(480), tracks: [track])
    let bytes = file.bytes
    return bytes
  }

  @Test func `music becomes a file`() throws {
    let tempo = try #require(tempo)
    let tresillo = [0, 3, 6].map { eighth in
      Timeline.Note(
        onset: Fraction(eighth, 2), length: Fraction(1, 2), velocity: Velocity(clamping: 100))
    }
    let piece = Timeline(
      title: "Three in eight", length: 4, tempi: [Timeline.Mark(tempo, at: 0)],
      metres: [Timeline.Mark(.common, at: 0)],
      tracks: [Timeline.Track(voice: "low-conga", notes: tresillo)])
    var layout = Layout()
    layout.usesRunningStatus = true
    let bytes = MIDIFile(try Performance(of: piece, on: .generalMIDI), layout: layout).bytes
    let file = try MIDIFile(strictly: bytes)
    #expect(
      file.tracks[1].compactMap { if case .message = $0.event { $0.tick } else { nil } } == [
        0, 480, 1440, 1920, 2880, 3360,
      ])
  }

  /// Law: every program of the guide stands in this file, line by line.
  @Test func `the guide shows what is tested`() throws {
    let guide = try Repository.text(of: "Sources/MIDI/MIDI.docc/ReadingAndWriting.md")
    let source = try Repository.text(of: "Tests/MIDITests/GuideTests.swift")
      .split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    let programs = guide.components(between: "```swift\n", and: "```")
    #expect(programs.count == 4)
    for program in programs {
      let lines = program.split(separator: "\n").map { $0.drop { $0 == " " } }
      #expect(source.contains(lines.joined(separator: "\n")), "\(program)")
    }
  }
}

extension String {
  /// What stands between each pair of two marks.
  fileprivate func components(between begin: String, and end: String) -> [Substring] {
    split(separator: begin).dropFirst().compactMap { $0.split(separator: end).first }
  }
}
