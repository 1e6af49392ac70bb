import MIDI
import Music
import Testing

/// How a distance from a step is told.
@Suite struct RemainderTests {
  /// The shifts of snares so many ticks off the beats of a bar at 120 beats a minute, where a tick of
  /// 480 is 1.0417 ms.
  private func shifts(_ ticks: [Int], perBeat: Int = 480, tempo: Double = 120) throws -> [Shift] {
    let hats = (0..<16).map { Struck(tick: $0 * perBeat / 4, key: 42, length: 5) }
    let snare = ticks.enumerated().map {
      Struck(tick: $0.offset * perBeat + $0.element, key: 38, length: 5)
    }
    let file = MIDIFile(
      division: .perBeat(perBeat),
      tracks: [.conductor(beatsPerMinute: tempo), .of(hats), .of(snare)])
    return try file.rhythm().rhythm["snare"]?.notes.map(\.shift) ?? []
  }

  @Test(arguments: [
    ([0, 0, 0], [0, 0, 0]), ([10, 10, 10], [10_400, 10_400, 10_400]),
    ([0, 5, -3, 13], [0, 5000, -3000, 13_500]), ([24, 24], [25_000, 25_000]),
    ([1, 2, -1], [1000, 2000, -1000]),
  ])
  func `a distance is in the roundest milliseconds that keep its tick`(
    ticks: [Int], microseconds: [Int]
  ) throws {
    #expect(try shifts(ticks) == microseconds.map { Shift(microseconds: $0) })
  }

  @Test(arguments: [([20, 20], [1, 1]), ([0, 20, -40], [0, 1, -2])])
  func `distances that are all parts of a note are told as such`(
    ticks: [Int], parts: [Int]
  ) throws {
    #expect(try shifts(ticks) == parts.map { Shift(beats: Fraction($0 * 4, 96)) })
    #expect(try shifts(ticks + [3]).allSatisfy { $0.beats == 0 })
  }

  /// A third of a beat in 100 ticks is 33, a third of a tick too early.
  @Test func `what a file could not say better is no distance`() throws {
    let ticks = [0, 33, 67, 100, 133, 167, 200, 233, 267, 300, 333, 367]
    let file = MIDIFile(
      division: .perBeat(100), tracks: [.of(ticks.map { Struck(tick: $0, key: 36, length: 5) })])
    let rhythm = try file.rhythm().rhythm
    #expect(rhythm.grid == Fraction(1, 12))
    #expect(rhythm["kick"]?.notes.map(\.shift) == Array(repeating: .none, count: 12))
  }
}
