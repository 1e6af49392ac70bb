import MIDI
import Music
import Testing

@Suite struct ImportErrorTests {
  @Test(arguments: [
    (
      ImportError.noNotes(3...6), "no key goes down in bars 3-6",
      "choose other bars, tracks or channels; 'jorga inspect' shows what there is"
    ),
    (
      .noNotes(4...4), "no key goes down in bar 4",
      "choose other bars, tracks or channels; 'jorga inspect' shows what there is"
    ),
    (
      .noNotes(nil), "no key goes down",
      "choose other bars, tracks or channels; 'jorga inspect' shows what there is"
    ),
    (
      .noSuchTrack("Bas", sounding: ["2 Bass", "3"]), "there is no track 'Bas'",
      "choose one of these: 2 Bass, 3"
    ),
    (
      .noSuchTrack("9", sounding: []), "there is no track '9'",
      "choose one of these: none has notes"
    ),
    (
      .independentTracks(["1", "2 B"]), "its tracks are pieces of their own",
      "choose one with --track: 1, 2 B"
    ),
    (.noSuchBars(7...9, count: 8), "it does not have bars 7-9", "choose some of 1-8"),
    (.noSuchBars(2...2, count: 1), "it does not have bar 2", "it has one bar"),
    (
      .tooManyBars(2000), "2000 bars are more than a rhythm may have: 1024",
      "choose some of them, such as --bars 1-8"
    ),
    (
      .tooManyNotes, "a rhythm may have 65536 notes; this has more",
      "choose some of them, such as --bars 1-8"
    ),
    (
      .tooManySteps, "a row may have 65536 steps; this needs more",
      "choose some of them, such as --bars 1-8"
    ),
    (
      .tooManyVoices(20, sounding: (1...10).map { "\($0)" }),
      "this needs 20 melodic voices; a pattern is rendered with 15",
      "choose some with --track or --channel, or fewer bars: 1, 2, 3, 4, 5, 6, 7, 8 and 2 more"
    ),
    (
      .brokenBar(3), "bar 3 is cut off where no metre ends",
      "choose other bars, or say the metre of all bars with --metre"
    ),
    (
      .gridDoesNotFit(Fraction(1, 7), .common), "a bar of 4/4 is no whole number of 1/7",
      "choose a finer --grid, or leave it out to have one found"
    ),
    (
      .tooCoarse(Fraction(1, 8)), "notes of one voice have no step of their own on a grid of 1/8",
      "choose a finer --grid, or leave it out to have one found"
    ),
    (
      .tooCoarse(nil), "notes of one voice are nearer to each other than the steps of any grid",
      "choose other bars"
    ),
    (.music(.tooFine), MusicError.tooFine.message, "choose fewer bars"),
  ])
  func `an error says what is wrong and what to do`(
    error: ImportError, message: String, advice: String
  ) {
    #expect(error.message == message)
    #expect(error.advice == advice)
    #expect(error.description == "\(message)\n\(advice)")
  }
}
