import Testing

@testable import MIDI

@Suite struct RepairTests {
  @Test(arguments: Repair.Kind.allCases)
  func `what was repaired is said in a few words`(kind: Repair.Kind) {
    let meaning = kind.meaning
    #expect(meaning.first?.isLowercase == true && meaning.last != ".")
    #expect(Repair.Kind.allCases.count { $0.meaning == meaning } == 1)
  }

  @Test(arguments: [
    (MIDIFileError.noMIDIFile, "this is not a MIDI file\ngive a Standard MIDI File"),
    (
      .refused(Repair(kind: .trackCount, track: nil, offset: 10)),
      """
      byte 10: the header counts other tracks than there are
      read it without --strict to have it repaired
      """
    ),
    (
      .refused(Repair(kind: .strayStatus, track: 2, offset: 99)),
      """
      byte 99, track 2: a status byte that no track may have was passed over with its data
      read it without --strict to have it repaired
      """
    ),
  ])
  func `a refusal says where, what and what to do`(error: MIDIFileError, text: String) {
    #expect(error.description == text)
  }
}
