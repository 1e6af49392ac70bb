import Testing

@Suite(.enabled(if: !Machine.hasSequencer)) struct NoSequencerTests {
  @Test(arguments: [
    ["ports"], ["ports", "--json"], ["monitor"], ["monitor", "--from", "x"], ["panic"],
    ["panic", "--to", "x"], ["jitter"], ["jitter", "--load", "0", "--json"],
  ])
  func `a machine without a sequencer is told what to do`(arguments: [String]) throws {
    let outcome = try Jorga.run(arguments, in: Folder())
    #expect(outcome.status == 69)
    #expect(outcome.bytes.isEmpty)
    #expect(
      outcome.errors == """
        error: cannot open the sequencer: No such file or directory
        load the sequencer of ALSA with 'sudo modprobe snd-seq'; a container needs '--device /dev/snd'

        """)
  }
}
