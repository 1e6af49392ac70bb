import MIDI
import Music
import Notation
import Testing

/// Which tracks a rhythm is taken from, and what a tick is.
@Suite struct ImportChoicesTests {
  private let file = MIDIFile.of(
    .of([Struck(tick: 0, key: 36), Struck(tick: 480, key: 38)], name: "Drums"),
    .of(
      [Struck(tick: 0, key: 40, channel: 2), Struck(tick: 960, key: 52, channel: 3)], name: "Bass"))

  private func voices(tracks: [String] = [], channels: Set<Int> = []) throws -> [Voice] {
    var choices = ImportChoices()
    choices.tracks = tracks
    choices.channels = Set(channels.compactMap { Channel($0) })
    return try file.rhythm(choices).rhythm.parts.map(\.voice)
  }

  @Test func `tracks are chosen by number or name, channels by number`() throws {
    #expect(try voices(tracks: ["2"]) == ["kick", "snare"])
    #expect(try voices(tracks: ["drums"]) == ["kick", "snare"])
    #expect(try voices(tracks: ["3"]) == ["melody", "melody-2"])
    #expect(try voices(tracks: ["Bass"], channels: [2]) == ["bass"])
    #expect(try voices(tracks: ["Bass", "2"], channels: [3, 10]) == ["kick", "snare", "bass"])
    #expect(try voices(channels: [10]) == ["kick", "snare"])
  }

  @Test(arguments: ["4", "0", "-1", "Drum", ""])
  func `a track that is not there is refused, with those that sound`(name: String) {
    #expect(throws: ImportError.noSuchTrack(name, sounding: ["2 Drums", "3 Bass"])) {
      try voices(tracks: [name])
    }
  }

  @Test func `a track or channel without notes is refused`() {
    #expect(throws: ImportError.noNotes(nil)) { try voices(tracks: ["1"]) }
    #expect(throws: ImportError.noNotes(nil)) { try voices(channels: [9]) }
  }

  @Test func `the title is that of the chosen track, or of the whole`() throws {
    let song = Track([TimedEvent(.meta(.text(.trackName, "Song")), at: 0)])
    let file = MIDIFile(
      division: .perBeat(480), tracks: [song, .of([Struck(tick: 0, key: 36)], name: "Drums")])
    var choices = ImportChoices()
    #expect(try file.rhythm().title == "Song")
    choices.tracks = ["2"]
    #expect(try file.rhythm(choices).title == "Drums")
    #expect(try self.file.rhythm().title == nil)
  }

  @Test func `of pieces of their own one must be chosen, with its own time`() throws {
    var first = Track.conductor([(0, 3, 4)])
    for event in Struck(tick: 0, key: 36).events { first.append(event.event, at: event.tick) }
    let second = Track.of([Struck(tick: 0, key: 38)], name: "Two")
    let file = MIDIFile(format: .independent, division: .perBeat(480), tracks: [first, second])
    #expect(throws: ImportError.independentTracks(["1", "2 Two"])) { try file.rhythm() }
    var choices = ImportChoices()
    choices.tracks = ["two"]
    #expect(try file.rhythm(choices).rhythm.metreText == "4/4")
    choices.tracks = ["1"]
    #expect(try file.rhythm(choices).rhythm.metreText == "3/4")
  }

  @Test(
    arguments: [(nil, 120, [0, 1, 2]), (60.0, 60, [0, Fraction(1, 2), 1])]
      as [(Double?, Int, [Fraction])])
  func `a file that counts frames has the beats of a tempo`(
    tempo: Double?, rate: Int, onsets: [Fraction]
  ) throws {
    // 25 frames of 40 ticks: 1000 ticks a second.
    let notes = [0, 500, 1000].map { Struck(tick: $0, key: 36) }
    let file = MIDIFile(division: .perFrame(40, .television), tracks: [.of(notes)])
    var choices = ImportChoices()
    choices.tempo = tempo.flatMap { Tempo(beatsPerMinute: $0) }
    let found = try file.rhythm(choices)
    #expect(found.countsFrames)
    #expect(found.rhythm.tempo == TempoRange(rate: rate...rate))
    #expect(found.rhythm["kick"]?.notes.map(\.onset) == onsets)
  }

  @Test func `a grid that is said is taken, or refused where it cannot be`() throws {
    let notes = (0..<4).map { Struck(tick: $0 * 120, key: 36) }
    let file = MIDIFile.of(.of(notes))
    func grid(_ steps: Int, _ file: MIDIFile) throws -> Fraction {
      var choices = ImportChoices()
      choices.grid = Fraction(1, steps)
      return try file.rhythm(choices).rhythm.grid
    }
    #expect(try grid(16, file) == Fraction(1, 16))
    #expect(try grid(96, file) == Fraction(1, 96))
    let waltz = MIDIFile.of(.of(notes), conductor: .conductor([(0, 3, 4)]))
    let three = try #require(Metre(pulses: 3, unit: 4))
    #expect(throws: ImportError.gridDoesNotFit(Fraction(1, 7), three)) { try grid(7, waltz) }
    let dense = MIDIFile.of(.of((0..<40).map { Struck(tick: $0 * 12, key: 36, length: 5) }))
    #expect(throws: ImportError.tooCoarse(Fraction(1, 8))) { try grid(8, dense) }
  }

  @Test func `more melodic voices than channels are refused, with the tracks that sound`() {
    let cluster = Track.of((0..<16).map { Struck(tick: 0, key: 40 + $0, channel: 1) }, name: "Hand")
    let file = MIDIFile.of(cluster, .of([Struck(tick: 0, key: 36)]))
    #expect(throws: ImportError.tooManyVoices(16, sounding: ["2 Hand", "3"])) { try file.rhythm() }
  }
}
