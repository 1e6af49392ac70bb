import MIDI
import Music
import Notation
import Testing

/// Who plays in a rhythm that was taken out of a file.
@Suite struct VoicesTests {
  /// Source: *General MIDI System Level 1* (RP-003), percussion key map; 82, 86 and 87 *General MIDI 2*.
  @Test(arguments: [
    (27, "drum-27"), (35, "low-kick"), (36, "kick"), (37, "rim"), (38, "snare"), (39, "clap"),
    (40, "electric-snare"), (42, "hat"), (44, "pedal-hat"), (46, "open-hat"), (49, "crash"),
    (54, "tambourine"), (56, "cowbell"), (60, "high-bongo"), (64, "low-conga"), (75, "claves"),
    (76, "high-block"), (82, "shaker"), (0, "drum-0"), (127, "drum-127"),
  ])
  func `a key of channel 10 is the plainest drum, and is rendered as that key`(
    number: Int, name: String
  ) throws {
    let rhythm = try MIDIFile.of(.of([Struck(tick: 0, key: number)])).rhythm().rhythm
    #expect(rhythm.parts.map(\.voice.name) == [name])
    #expect(rhythm.parts[0].notes.map(\.key) == [nil])
    #expect(Kit.generalMIDI[Voice(name)] == Key(number).map(Instrument.drum))
  }

  /// Law: every key of the drum channel has a voice of its own, which is that key again.
  @Test func `every drum is its key again`() {
    let keys = Key.numbers.compactMap { Key($0) }
    for key in keys {
      #expect(Kit.generalMIDI[Kit.drum(of: key)] == .drum(key))
    }
    #expect(Set(keys.map(Kit.drum)).count == keys.count)
  }

  @Test(
    arguments: [
      ("drum-27", 27), ("drum-0", 0), ("drum-127", 127), ("drum-128", nil), ("drum-027", nil),
      ("drum-", nil), ("drum-+1", nil), ("drum", nil), ("drum-machine", nil), ("Drum-27", nil),
    ] as [(String, Int?)])
  func `only a number that is a key makes a drum`(name: String, key: Int?) {
    #expect(Voice(name).drumKey?.number == key)
  }

  @Test(
    arguments: [
      ("Bass", 34, "bass"), ("Rhodes left", 5, "piano-rhodes-left"), ("Lead 1", nil, "lead-1"),
      ("Құрманғазы", nil, "melody-құрманғазы"), ("Kick", nil, "melody-kick"),
      ("dombyra", 26, "dombyra"),
      ("drum-27", nil, "melody-drum-27"), ("  --  ", 49, "strings"), ("", nil, "melody"),
      ("name", nil, "melody-name"), (nil, 1, "piano"), (nil, 128, "percussive"), (nil, 53, "choir"),
      (nil, nil, "melody"),
      (String(repeating: "a", count: 99), nil, "melody-" + String(repeating: "a", count: 40)),
    ] as [(String?, Int?, String)])
  func `a channel of a track has its name, as a line that is known`(
    track: String?, program: Int?, name: String
  ) throws {
    let notes = [Struck(tick: 0, key: 61, channel: 3)]
    let file = MIDIFile.of(.of(notes, name: track, program: program))
    let rhythm = try file.rhythm().rhythm
    #expect(rhythm.parts.map(\.voice.name) == [name])
    #expect(Lint.all(of: [rhythm]) == [])
    let again = MIDIFile.of(.of(notes, name: name, program: program))
    #expect(try again.rhythm().rhythm.parts.map(\.voice.name) == [name])
  }

  @Test func `tracks of one name, and channels of one track, are told apart`() throws {
    let named = Track.of([Struck(tick: 0, key: 60, channel: 1)], name: "Pad")
    let both = Track.of(
      [Struck(tick: 480, key: 62, channel: 2), Struck(tick: 960, key: 64, channel: 3)], name: "Both"
    )
    let rhythm = try MIDIFile.of(named, named, both).rhythm().rhythm
    #expect(rhythm.parts.map(\.voice.name) == ["pad", "pad-2", "melody", "melody-2"])
  }

  @Test func `the highest key of a chord stays in its voice`() throws {
    let chord = [60, 64, 67].map { Struck(tick: 0, key: $0, length: 480, channel: 1) }
    let file = MIDIFile.of(
      .of(chord + [Struck(tick: 480, key: 62, length: 480, channel: 1)], name: "Piano"))
    #expect(
      try file.rhythm().rhythm.rows == """
        piano            | XX.. |
        piano.velocity   X=100
        piano.key        g4 d4
        piano-2          | X... |
        piano-2.velocity X=100
        piano-2.key      e4
        piano-3          | X... |
        piano-3.velocity X=100

        """)
  }

  @Test func `a drum on two tracks is one voice, of which the louder stroke counts`() throws {
    let first = Track.of([Struck(tick: 0, key: 38, velocity: 80), Struck(tick: 480, key: 38)])
    let second = Track.of([Struck(tick: 0, key: 38, velocity: 115), Struck(tick: 960, key: 38)])
    let part = try #require(try MIDIFile.of(first, second).rhythm().rhythm["snare"])
    #expect(part.notes.map(\.onset) == [0, 1, 2])
    #expect(part.notes.map(\.velocity.value) == [115, 100, 100])
  }

  @Test func `keys of any channel are drums on request`() throws {
    let file = MIDIFile.of(
      .of([Struck(tick: 0, key: 36, channel: 1), Struck(tick: 480, key: 38, channel: 1)]))
    var choices = ImportChoices()
    choices.allAreDrums = true
    #expect(try file.rhythm(choices).rhythm.parts.map(\.voice) == ["kick", "snare"])
    #expect(try file.rhythm().rhythm.parts.map(\.voice) == ["melody"])
  }

  @Test func `drums stand first by their keys, then lines track by track`() throws {
    let line = Track.of([Struck(tick: 0, key: 40, channel: 1)], name: "Bass")
    let drums = Track.of([
      Struck(tick: 0, key: 42), Struck(tick: 0, key: 36), Struck(tick: 480, key: 38),
    ])
    let rhythm = try MIDIFile.of(line, drums).rhythm().rhythm
    #expect(rhythm.parts.map(\.voice) == ["kick", "snare", "hat", "bass"])
  }

  @Test(arguments: [
    (127, "X"), (115, "X"), (104, "X"), (103, "x"), (92, "x"), (68, "x"), (67, "x"), (66, "g"),
    (42, "g"), (1, "g"),
  ])
  func `a velocity has the letter that is nearest`(velocity: Int, letter: String) throws {
    let file = MIDIFile.of(.of([Struck(tick: 0, key: 36, velocity: velocity)]))
    let note = try #require(try file.rhythm().rhythm["kick"]?.notes.first)
    #expect(String(note.stroke.rawValue) == letter)
    #expect(note.velocity.value == velocity)
  }
}
