import Music
import Testing

@testable import MIDI

@Suite struct PerformanceTests {
  @Test func `a piece becomes messages at ticks`() throws {
    let piece = Timeline.of([
      Timeline.Track(voice: "kick", notes: [.at(0), .at(2, for: Fraction(1, 2))]),
      Timeline.Track(voice: "melody", notes: [.at(1, key: 64), .at(1, for: 2)]),
    ])
    #expect(
      try listing(of: piece) == """
        kick: 0 99 24 5A, 960 89 24 40, 1920 99 24 5A, 2400 89 24 40
        melody: 0 C0 00, 960 90 3C 5A, 960 90 40 5A, 1920 80 40 40, 2880 80 3C 40
        """)
  }

  @Test(arguments: [
    (
      [Timeline.Note.at(0, for: 2), .at(1)],
      "0 99 24 5A, 960 89 24 40, 960 99 24 5A, 1920 89 24 40"
    ),
    ([.at(0, velocity: 1), .at(0, velocity: 2)], "0 99 24 02, 960 89 24 40"),
    ([.at(0, for: 0)], "0 99 24 5A, 1 89 24 40"),
    ([.at(0, for: Fraction(1, 32_767))], "0 99 24 5A, 1 89 24 40"),
    ([.at(0, shift: Shift(microseconds: -500_000))], "0 99 24 5A, 1 89 24 40"),
    ([.at(0, shift: Shift(beats: Fraction(-1, 4)))], "0 99 24 5A, 720 89 24 40"),
    ([.at(1, shift: Shift(beats: Fraction(-1, 4)))], "720 99 24 5A, 1680 89 24 40"),
  ])
  func `a key is let go before it is struck again`(
    notes: [Timeline.Note], messages: String
  ) throws {
    let piece = Timeline.of([Timeline.Track(voice: "kick", notes: notes)])
    #expect(try listing(of: piece).hasSuffix("kick: \(messages)"))
  }

  /// Of two tracks with one key, the later stroke may stand on the earlier track.
  @Test(arguments: [
    (Fraction(0), Fraction(1), "low-conga: 0 99 40 5A, 959 89 40 40\ndum: 960 99 40 5A"),
    (Fraction(1), Fraction(0), "low-conga: 960 99 40 5A, 1920 89 40 40\ndum: 0 99 40 5A, 959 89"),
  ])
  func `a key that another track strikes next goes up one tick before`(
    first: Fraction, second: Fraction, messages: String
  ) throws {
    let piece = Timeline.of([
      Timeline.Track(voice: "low-conga", notes: [.at(first)]),
      Timeline.Track(voice: "dum", notes: [.at(second)]),
    ])
    #expect(try listing(of: piece).hasPrefix(messages))
  }

  @Test func `the louder of two strokes at one tick sounds, whichever track has it`() throws {
    let piece = Timeline.of([
      Timeline.Track(voice: "low-conga", notes: [.at(0, velocity: 80), .at(1, velocity: 80)]),
      Timeline.Track(voice: "dum", notes: [.at(0, velocity: 81), .at(1, velocity: 79)]),
    ])
    #expect(
      try listing(of: piece) == """
        low-conga: 960 99 40 50, 1920 89 40 40
        dum: 0 99 40 51, 959 89 40 40
        """)
  }

  @Test(arguments: [
    (Fraction(4), Fraction(1), 3840), (Fraction(1), Fraction(2), 960), (0, Fraction(1, 3), 1),
  ])
  func `a piece ends at its last bar line, and its notes with it`(
    length: Fraction, note: Fraction, end: Int
  ) throws {
    let piece = Timeline.of(
      [Timeline.Track(voice: "kick", notes: [.at(0, for: note)])], length: length)
    let performance = try Performance(of: piece, on: .generalMIDI)
    #expect(performance.end == end)
    #expect(performance.tracks[0].messages.map(\.tick).max() == min(end, (try note * 960).floor))
  }

  @Test(arguments: [1, 2, 15])
  func `a melodic voice has a channel of its own`(count: Int) throws {
    let performance = try Performance(of: .choir(of: count), on: .choir)
    let channels = performance.tracks.flatMap(\.messages).map(\.message.channel.number)
    #expect(channels.count == count * 3)
    #expect(Set(channels) == Set(Channel.melodic.prefix(count).map(\.number)))
    for track in performance.tracks {
      #expect(Set(track.messages.map(\.message.channel)).count == 1)
    }
  }

  @Test func `a sixteenth melodic voice has no channel`() {
    #expect(throws: MIDIError.tooManyPrograms(16)) {
      try Performance(of: .choir(of: 16), on: .choir)
    }
  }

  @Test func `drums take no channel from a melodic voice`() throws {
    var piece = Timeline.choir(of: 15)
    piece.tracks += ["kick", "snare", "hat"].map { Timeline.Track(voice: $0, notes: [.at(0)]) }
    let instruments = Kit(
      Kit.choir.byVoice.merging(Kit.generalMIDI.byVoice) { $1 })
    let performance = try Performance(of: piece, on: instruments)
    let drums = performance.tracks.suffix(3).flatMap(\.messages)
    #expect(drums.allSatisfy { $0.message.channel == .drums })
  }

  @Test func `a voice without an instrument is refused`() {
    let piece = Timeline.of([
      Timeline.Track(voice: "kick", notes: []), Timeline.Track(voice: "glass", notes: []),
    ])
    #expect(throws: MIDIError.noInstrument("glass")) {
      try Performance(of: piece, on: Kit(Kit.generalMIDI.byVoice))
    }
  }

  @Test func `a voice of any other name is a melody on a channel of its own`() throws {
    let piece = Timeline.of(
      ["қобыз", "melody", "kick", "glass"].map { Timeline.Track(voice: $0, notes: [.at(0)]) })
    #expect(
      try listing(of: piece) == """
        қобыз: 0 C0 00, 0 90 3C 5A, 960 80 3C 40
        melody: 0 C1 00, 0 91 3C 5A, 960 81 3C 40
        kick: 0 99 24 5A, 960 89 24 40
        glass: 0 C2 00, 0 92 3C 5A, 960 82 3C 40
        """)
  }

  @Test(arguments: [Fraction(.max), Fraction(.max - 1, 2)])
  func `a piece beyond all ticks is refused`(onset: Fraction) {
    let piece = Timeline.of([Timeline.Track(voice: "kick", notes: [.at(onset)])])
    #expect(throws: MIDIError.tooLong) { try Performance(of: piece, on: .generalMIDI) }
  }

  @Test(arguments: [
    (1, 960_000 + 960), (0xFF_FFFF, 960),
  ])
  func `a shift in time follows the tempo at its place`(beat: Int, tick: Int) throws {
    var piece = Timeline.of(
      [Timeline.Track(voice: "kick", notes: [.at(1, shift: Shift(microseconds: 1000))])])
    piece.tempi.append(Timeline.Mark(Timeline.tempo(beat: beat), at: 1))
    let performance = try Performance(of: piece, on: .generalMIDI)
    #expect(performance.tracks[0].messages.first?.tick == tick)
    #expect(performance.tempi.map(\.tick) == [0, 960])
    #expect(performance.tempi.map(\.content.microsecondsPerBeat) == [500_000, beat])
  }

  /// One line a track: its messages, each with its tick and its bytes.
  private func listing(of piece: Timeline) throws -> String {
    let performance = try Performance(of: piece, on: .generalMIDI)
    return performance.tracks.map { track in
      let messages = track.messages.map { "\($0.tick) \($0.message.wire.hex)" }
      return "\(track.name): \(messages.joined(separator: ", "))"
    }
    .joined(separator: "\n")
  }
}

extension Kit {
  /// Twenty voices, `a` to `t`, each with a program.
  fileprivate static var choir: Kit {
    let singers = "abcdefghijklmnopqrst".enumerated().compactMap { index, letter in
      Program(index + 1).flatMap { program in
        Key(60).map { (Voice(String(letter)), Instrument.program(program, $0)) }
      }
    }
    return Kit(Dictionary(uniqueKeysWithValues: singers))
  }
}

extension Timeline {
  /// A piece in which some voices sing one note.
  fileprivate static func choir(of count: Int) -> Timeline {
    .of(
      "abcdefghijklmnopqrst".prefix(count).map {
        Track(voice: Voice(String($0)), notes: [.at(0)])
      })
  }
}
