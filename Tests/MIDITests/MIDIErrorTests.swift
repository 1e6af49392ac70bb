import Music
import Testing

@testable import MIDI

@Suite struct MIDIErrorTests {
  @Test(arguments: [
    (
      MIDIError.noInstrument("gong"),
      """
      no instrument plays 'gong'
      use the name of a drum such as 'kick', or a note such as 'c4'
      """
    ),
    (.tooManyPrograms(16), "16 melodic voices need a channel each\nuse at most 15"),
    (.tooLong, "the piece is longer than a MIDI file can hold\nask for fewer bars"),
  ])
  func `an error says what and what to do`(error: MIDIError, text: String) {
    #expect(error.description == text)
  }
}
