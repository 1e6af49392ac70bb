import Testing

@testable import ALSA

@Suite struct ALSAErrorTests {
  @Test func `a machine without a sequencer is told to load one`() {
    #expect(
      ALSAError(attempt: "open the sequencer", code: -2).description == """
        cannot open the sequencer: No such file or directory
        load the sequencer of ALSA with 'sudo modprobe snd-seq'; a container needs '--device /dev/snd'
        """)
  }
}
