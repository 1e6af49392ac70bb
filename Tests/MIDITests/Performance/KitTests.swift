import Music
import Testing

@testable import MIDI

@Suite struct KitTests {
  @Test(arguments: Voice.known.keys.sorted())
  func `a voice that is known has an instrument`(name: String) {
    #expect(Kit.generalMIDI.byVoice[Voice(name)] != nil)
  }

  @Test(arguments: Kit.generalMIDI.byVoice.keys.sorted().map(\.name))
  func `a voice that has an instrument is known`(name: String) {
    #expect(Voice.known[name] != nil)
  }

  @Test(arguments: Voice.known.filter(\.value.isDrum).keys.sorted())
  func `a drum is a key of the drum channel`(name: String) throws {
    guard case .drum(let key) = Kit.generalMIDI.byVoice[Voice(name)]?.sound else {
      Issue.record("\(name) is no drum")
      return
    }
    #expect((27...87).contains(key.number))
  }

  /// Source: *General MIDI System Level 1* (RP-003), table 3 and the sound set.
  @Test(arguments: [
    ("kick", 36), ("snare", 38), ("clap", 39), ("rim", 37), ("hat", 42), ("pedal-hat", 44),
    ("open-hat", 46), ("crash", 49), ("ride", 51), ("cowbell", 56), ("claves", 75), ("shaker", 82),
  ])
  func `a drum has the key of General MIDI`(name: String, key: Int) {
    #expect(Kit.generalMIDI.byVoice[Voice(name)] == Key(key).map(Instrument.drum))
  }

  @Test(arguments: [("dombyra-treble", 55), ("dombyra-bass", 50), ("melody", 60)])
  func `a melodic voice has a usual key`(name: String, key: Int) {
    guard case .program(_, let usual) = Kit.generalMIDI.byVoice[Voice(name)]?.sound else {
      Issue.record("\(name) has no program")
      return
    }
    #expect(usual.number == key)
  }
}
