import MIDI
import Music
import Notation
import Testing

/// Which bars a rhythm is taken from.
@Suite struct ImportBarsTests {
  /// A kick on each beat of some bars of 4/4, counted from 1.
  private func kicks(in bars: [Int], late: Int = 0, end: Int = 0) -> Track {
    let notes = bars.flatMap { bar in
      (0..<4).map { Struck(tick: max(0, (bar - 1) * 1920 + $0 * 480 + late), key: 36) }
    }
    return .of(notes, end: end)
  }

  private func choices(_ bars: ClosedRange<Int>) -> ImportChoices {
    var choices = ImportChoices()
    choices.bars = bars
    return choices
  }

  @Test func `bars without notes at both ends are left out, but for those that are chosen`() throws
  {
    let file = MIDIFile.of(kicks(in: [3, 5], end: 9 * 1920))
    let found = try file.rhythm()
    #expect(found.bars == 3...5)
    #expect(try found.rhythm.rows == "kick          | xxxx | .... | xxxx |\nkick.velocity x=100\n")
    let chosen = try file.rhythm(choices(2...4))
    #expect(chosen.bars == 2...4)
    #expect(try chosen.rhythm.rows == "kick          | .... | xxxx | .... |\nkick.velocity x=100\n")
  }

  @Test func `a note just before the first bar line belongs to it, one before the last does not`()
    throws
  {
    let rhythm = try MIDIFile.of(kicks(in: [1, 2, 3], late: -23)).rhythm(choices(2...2)).rhythm
    #expect(rhythm["kick"]?.notes.map(\.onset) == [0, 1, 2, 3])
    #expect(
      rhythm["kick"]?.notes.map(\.shift) == Array(repeating: Shift(microseconds: -24_000), count: 4)
    )
  }

  @Test func `a note just before the end of the file gets a bar of its own`() throws {
    let file = MIDIFile.of(.of([Struck(tick: 0, key: 36), Struck(tick: 1910, key: 36)]))
    let found = try file.rhythm()
    #expect(found.bars == 1...2)
    #expect(found.rhythm["kick"]?.notes.map(\.onset) == [0, 4])
  }

  @Test func `each bar has its metre`() throws {
    let conductor = Track.conductor([(0, 3, 4), (1440, 7, 8), (3120, 2, 4)])
    let notes = [0, 1440, 2880, 3120, 3600].map { Struck(tick: $0, key: 36) }
    let found = try MIDIFile.of(.of(notes), conductor: conductor).rhythm()
    #expect(found.rhythm.metreText == "3/4, 7/8, 2/4")
    #expect(try found.rhythm.rows.hasPrefix("kick          | x..... | x.....x | x.x. |\n"))
  }

  @Test(arguments: [
    ("7/8 (3+2+2)", [3, 2, 2]), ("7/8(2+3+2)", [2, 3, 2]), ("7/8 ( 4 + 3 )", [4, 3]),
    ("7/8", [2, 2, 3]), ("7/8 (3+2)", [2, 2, 3]), ("5/8 (3+2)", [2, 2, 3]), ("(3+2+2)", [2, 2, 3]),
    ("7/8 (3+2+2) or so", [2, 2, 3]), ("", [2, 2, 3]),
  ])
  func `a text beside a time signature says its groups`(text: String, groups: [Int]) throws {
    let conductor = Track.conductor([(0, 7, 8)], texts: [(0, text)])
    let file = MIDIFile.of(.of([Struck(tick: 0, key: 36)]), conductor: conductor)
    #expect(try file.rhythm().rhythm.bars == [Metre(groups: groups, unit: 8)])
  }

  @Test func `a text somewhere else says no groups`() throws {
    let conductor = Track.conductor([(0, 7, 8)], texts: [(1680, "7/8 (3+2+2)")])
    let file = MIDIFile.of(.of([Struck(tick: 1680, key: 36)]), conductor: conductor)
    #expect(try file.rhythm().rhythm.bars == [Metre(pulses: 7, unit: 8)])
  }

  @Test func `a metre that is said is that of all bars`() throws {
    let conductor = Track.conductor([(0, 4, 4), (1920, 3, 4)])
    let file = MIDIFile.of(kicks(in: [1, 2]), conductor: conductor)
    var choices = ImportChoices()
    choices.metre = Metre(groups: [3, 2, 2], unit: 8)
    let found = try file.rhythm(choices)
    #expect(found.rhythm.metreText == "7/8 (3+2+2)")
    #expect(found.bars == 1...3)
  }

  @Test func `a signature within a bar cuts it short`() throws {
    let conductor = Track.conductor([(0, 4, 4), (1440, 4, 4)])
    let notes = [0, 960, 1440].map { Struck(tick: $0, key: 36) }
    let rhythm = try MIDIFile.of(.of(notes), conductor: conductor).rhythm().rhythm
    #expect(rhythm.metreText == "3/4, 4/4")
  }

  @Test func `a bar that is cut off beside every note value is refused by its number`() {
    let conductor = Track.conductor([(0, 4, 4), (1921, 4, 4), (2000, 4, 4)])
    let file = MIDIFile.of(.of([Struck(tick: 1925, key: 36)]), conductor: conductor)
    #expect(throws: ImportError.brokenBar(3)) { try file.rhythm() }
  }

  @Test func `a signature a tick beside a bar line makes no bar`() throws {
    // In 33 ticks a quarter note a bar of 7/8 has 115.5.
    let conductor = Track.conductor([(0, 7, 8), (116, 4, 4)])
    let notes = [0, 116].map { Struck(tick: $0, key: 36, length: 5) }
    let file = MIDIFile(division: .perBeat(33), tracks: [conductor, .of(notes)])
    let rhythm = try file.rhythm().rhythm
    #expect(rhythm.metreText == "7/8, 4/4")
    #expect(rhythm["kick"]?.notes.map(\.shift) == [.none, .none])
  }

  @Test func `signatures that are no metre change nothing`() throws {
    let conductor = Track.conductor([(0, 3, 4), (1440, 0, 4)])
    let file = MIDIFile.of(.of([Struck(tick: 1440, key: 36)]), conductor: conductor)
    #expect(try file.rhythm().rhythm.metreText == "3/4")
  }

  @Test(arguments: [(0...1, 2), (3...3, 2), (2...5, 2)])
  func `bars that are not there are refused, with how many there are`(
    bars: ClosedRange<Int>, count: Int
  ) {
    let file = MIDIFile.of(kicks(in: [1, 2]))
    #expect(throws: ImportError.noSuchBars(bars, count: count)) { try file.rhythm(choices(bars)) }
  }

  @Test func `more bars than a rhythm may have are refused`() {
    let file = MIDIFile.of(.of([Struck(tick: 0, key: 36), Struck(tick: 1024 * 1920, key: 36)]))
    #expect(throws: ImportError.tooManyBars(1025)) { try file.rhythm() }
  }

  @Test func `bars where nothing is struck are refused`() {
    let file = MIDIFile.of(kicks(in: [1, 3]))
    #expect(throws: ImportError.noNotes(2...2)) { try file.rhythm(choices(2...2)) }
    #expect(throws: ImportError.noNotes(nil)) { try MIDIFile.of().rhythm() }
  }

  @Test func `the tempo is the mean of the bars`() throws {
    // Two beats of half a second and two of one: 4 beats in 3 seconds.
    var conductor = Track.conductor()
    conductor.append(.meta(.tempo(try #require(Tempo(beatsPerMinute: 60)))), at: 960)
    let found = try MIDIFile.of(kicks(in: [1]), conductor: conductor).rhythm()
    #expect(found.rhythm.tempo == TempoRange(rate: 80...80))
    #expect(found.tempi == 60...120)
  }
}
