import Composer
import MIDI
import Music
import Notation
import TestSupport
import Testing

@Suite struct ImportLawTests {
  static let seeds = UInt64(1)...1000

  @Test(arguments: Repository.patternFiles)
  func `a library file that was rendered is imported note for note`(path: String) throws {
    let file = try rendered(path)
    #expect(ImportLaw.fault(in: file) == nil)
  }

  @Test(arguments: Repository.patternFiles)
  func `a library file that was imported is imported again the same`(path: String) throws {
    #expect(ImportLaw.faultAgain(in: try rendered(path)) == nil)
  }

  @Test(arguments: seeds)
  func `what is played is imported note for note`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    #expect(ImportLaw.fault(in: .played(using: &random)) == nil)
  }

  @Test(arguments: seeds)
  func `what was imported is imported again the same`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    #expect(ImportLaw.faultAgain(in: .played(using: &random)) == nil)
  }

  private func rendered(_ path: String) throws -> MIDIFile {
    let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
    let tempo = try #require(Tempo(beatsPerMinute: rhythm.tempo.middle))
    let piece = try Arranger(title: "x", tempo: tempo).timeline(
      of: rhythm, bars: 2 * rhythm.bars.count)
    return MIDIFile(try Performance(of: piece, on: .generalMIDI))
  }
}
