import Composer
import MIDI
import Music
import Notation
import TestSupport
import Testing

/// What holds for each rhythm out of a file, over the library and pieces of any kind.
@Suite struct ImportLawTests {
  static let seeds = UInt64(1)...200

  @Test(arguments: Repository.patternFiles)
  func `a library file that was rendered is imported note for note, and again the same`(
    path: String
  ) throws {
    let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
    let tempo = try #require(Tempo(beatsPerMinute: rhythm.tempo.middle))
    let piece = try Arranger(title: "x", tempo: tempo)
      .timeline(of: rhythm, bars: 2 * rhythm.bars.count)
    let file = MIDIFile(try Performance(of: piece, on: .generalMIDI))
    #expect(throws: Never.self) { try file.rhythm() }
    #expect(ImportLaw.fault(in: file) == nil)
    #expect(ImportLaw.faultAgain(in: file) == nil)
  }

  @Test(arguments: seeds)
  func `what is played is imported note for note, and again the same`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let file = MIDIFile.played(using: &random)
    #expect(ImportLaw.fault(in: file) == nil)
    #expect(ImportLaw.faultAgain(in: file) == nil)
  }

  @Test(arguments: seeds)
  func `so it is with a metre, a grid, channels and tracks that are chosen, and all as drums`(
    seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    let file = MIDIFile.played(using: &random)
    var choices = ImportChoices()
    func sometimes() -> Bool { Bool.random(using: &random) }
    let metres = [Metre.common, Metre(groups: [3, 2, 2], unit: 8), Metre(pulses: 9, unit: 16)]
    if sometimes() { choices.metre = metres.randomElement(using: &random) ?? nil }
    if sometimes() {
      choices.grid = [16, 32, 48].randomElement(using: &random).map { Fraction(1, $0) }
    }
    if sometimes() { choices.tracks = ["2", "3"].filter { $0 == "2" || file.tracks.count > 2 } }
    if sometimes() { choices.channels = Set(Channel.melodic.prefix(2)) }
    choices.allAreDrums = sometimes()
    #expect(ImportLaw.fault(in: file, choices) == nil)
    #expect(ImportLaw.faultAgain(in: file, choices) == nil)
  }

  /// Law: most of what is played is not refused, so that the laws speak of something.
  @Test func `few pieces need more voices than there are`() {
    let refused = Self.seeds.count { seed in
      var random = SplitMix64(seed: seed)
      return (try? MIDIFile.played(using: &random).rhythm()) == nil
    }
    #expect(refused * 10 < Self.seeds.count)
  }

  /// Law: what is taken out of one bar is that bar of what is taken out of all, where notes are on
  /// their steps.
  @Test(arguments: Repository.patternFiles)
  func `a bar alone is that bar of the whole`(path: String) throws {
    let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
    guard rhythm.parts.flatMap(\.notes).allSatisfy({ $0.shift == .none }) else { return }
    let tempo = try #require(Tempo(beatsPerMinute: rhythm.tempo.middle))
    let piece = try Arranger(title: "x", tempo: tempo).timeline(of: rhythm, bars: 3)
    let file = MIDIFile(try Performance(of: piece, on: .generalMIDI))
    var choices = ImportChoices()
    choices.bars = 2...2
    #expect(throws: Never.self) { try file.rhythm(choices) }
    #expect(ImportLaw.fault(in: file, choices) == nil)
  }
}
