import MIDI
import Music
import Testing

/// How long the notes of a rhythm are that was taken out of a file.
@Suite struct LengthTests {
  /// The lengths in steps of sixteenths of notes of one key, on channel 1, from the tick, the length
  /// and a second key of the bar for the grid.
  private func lengths(_ notes: [(tick: Int, length: Int)], key: Int = 60) throws -> [Fraction] {
    let grid = (0..<16).map { Struck(tick: $0 * 120, key: 42) }
    let line = notes.map { Struck(tick: $0.tick, key: key, length: $0.length, channel: 1) }
    let rhythm = try MIDIFile.of(.of(grid, end: 1920), .of(line)).rhythm().rhythm
    return try (rhythm["melody"]?.notes ?? []).map { try $0.length * 4 }
  }

  @Test(
    arguments: [
      (120, 1), (108, 1), (104, Fraction(3, 4)), (132, 1), (136, Fraction(5, 4)),
      (60, Fraction(1, 2)),
      (1, Fraction(1, 4)), (30, Fraction(1, 4)), (480, 4), (466, 4), (460, Fraction(15, 4)),
      (900, Fraction(15, 2)),
    ] as [(Int, Fraction)])
  func `a length is in quarters of a step`(ticks: Int, steps: Fraction) throws {
    #expect(try lengths([(0, ticks)]) == [steps])
  }

  @Test func `a key that sounds until it is struck again lasts until then`() throws {
    #expect(try lengths([(0, 476), (470, 100)]) == [4, Fraction(3, 4)])
    #expect(try lengths([(0, 900), (480, 120)]) == [4, Fraction(7, 2)])
  }

  @Test func `a key that is never let go lasts to the end of the bars`() throws {
    #expect(try lengths([(480, 0)]) == [12])
    #expect(try lengths([(480, 5000)]) == [12])
  }

  /// The pairing of *Standard MIDI Files* readers such as symusic: the first off is for the first on.
  @Test func `the first key up is for the first key down`() throws {
    let events: [(Int, Message)] = [
      (0, .noteOn(Key(clamping: 60), Level(clamping: 90), Channel(clamping: 1))),
      (240, .noteOn(Key(clamping: 60), Level(clamping: 91), Channel(clamping: 1))),
      (360, .noteOn(Key(clamping: 60), Level(clamping: 0), Channel(clamping: 1))),
      (720, .noteOff(Key(clamping: 60), release: .usualRelease, Channel(clamping: 1))),
    ]
    let track = Track(events.map { TimedEvent(.message($0.1), at: $0.0) })
    let rhythm = try MIDIFile.of(track, .of((0..<16).map { Struck(tick: $0 * 120, key: 42) }))
      .rhythm().rhythm
    #expect(rhythm["melody"]?.notes.map(\.length) == [Fraction(1, 2), 1])
    #expect(rhythm["melody"]?.notes.map(\.velocity.value) == [90, 91])
  }

  @Test func `a drum lasts a step`() throws {
    let notes = [Struck(tick: 0, key: 36, length: 1), Struck(tick: 480, key: 36, length: 900)]
    let rhythm = try MIDIFile.of(.of(notes)).rhythm().rhythm
    #expect(rhythm["kick"]?.notes.map(\.length) == [1, 1])
  }
}
