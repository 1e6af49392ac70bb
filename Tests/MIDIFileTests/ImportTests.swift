import MIDI
import Music
import TestSupport
import Testing

/// Rhythms out of files of every kind.
@Suite struct ImportTests {
  @Test(arguments: CorpusFile.readable)
  func `a file of the corpus is imported note for note, and again the same`(
    file: CorpusFile
  ) throws {
    let read = try MIDIFile.repaired(file.bytes).file
    #expect(ImportLaw.fault(in: read) == nil)
    #expect(ImportLaw.faultAgain(in: read) == nil)
  }

  @Test(arguments: UInt64(1)...500)
  func `a random file is imported note for note, and again the same, or refused`(
    seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    let file = MIDIFile.random(using: &random)
    #expect(ImportLaw.fault(in: file) == nil)
    #expect(ImportLaw.faultAgain(in: file) == nil)
  }
}
