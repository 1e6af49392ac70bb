import Music
import Notation
import TestSupport
import Testing

@testable import Scores

/// Laws of whole pieces: sections, pickups, changes of metre and of tempo.
@Suite struct SongLawTests {
  private static func song(seed: UInt64) throws -> Song {
    var random = SplitMix64(seed: seed)
    var expressions = RandomExpression(using: SplitMix64(seed: seed + 300))
    var lines = ["seed(\(seed))", "metre(\"4/4\", \"7/8\")"]
    if Bool.random(using: &random) { lines.append("pickup(1)") }
    lines.append(Bool.random(using: &random) ? "tempo(ramp(100, 130))" : "tempo(96)")
    for track in ["a", "b"] { lines.append("\(track): \(expressions.pattern(depth: 2))") }
    lines += [
      "section(\"one\", 2, [a])", "section(\"two\", 3, [a, b], metre: \"3/4\", tempo: 120)",
      "section(\"three\", 2, [b.fast(2), a.rev()])",
    ]
    return try Song(
      SourceText(name: "a.jorga", lines.joined(separator: "\n")),
      on: Shelf(library: Sample.library.get()))
  }

  private struct Heard: Hashable {
    let track: String
    let voice: Voice
    let note: Timeline.Note
  }

  private static func notes(of timeline: Timeline, from begin: Fraction) throws -> Set<Heard> {
    Set(
      try timeline.tracks.flatMap { track in
        try track.notes.map { note in
          Heard(
            track: track.player?.name ?? "", voice: track.voice,
            note: Timeline.Note(
              onset: try note.onset + begin, length: note.length, velocity: note.velocity,
              shift: note.shift, key: note.key))
        }
      })
  }

  /// Law: some bars alone are those bars of the whole, with a note cut where the bars end.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `some bars alone are those bars of the whole`(seed: UInt64) throws {
    guard let song = try? Self.song(seed: seed) else { return }
    guard let timeline = try? song.timeline() else { return }
    let whole = try Self.notes(of: timeline, from: 0)
    for range in [0..<1, 1..<4, 3..<song.bars.count, 2..<3] {
      let (begin, last) = (song.bars[range.lowerBound].begin, song.bars[range.upperBound - 1])
      let end = try last.begin + last.metre.beats
      let expected = try whole.filter { begin <= $0.note.onset && $0.note.onset < end }.map {
        heard in
        let note = heard.note
        return Heard(
          track: heard.track, voice: heard.voice,
          note: Timeline.Note(
            onset: note.onset, length: min(note.length, try end - note.onset),
            velocity: note.velocity, shift: note.shift, key: note.key))
      }
      let alone = try song.timeline(bars: range)
      #expect(try Self.notes(of: alone, from: begin) == Set(expected), "seed \(seed), \(range)")
      #expect(try alone.length == end - begin)
    }
  }

  /// Law: a piece is the same whenever it is asked, and from another reading of its text.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `one text is one piece`(seed: UInt64) throws {
    guard let one = try? Self.song(seed: seed), let two = try? Self.song(seed: seed) else { return }
    guard let timeline = try? one.timeline() else { return }
    #expect(try two.timeline() == timeline)
    #expect(try one.timeline() == timeline)
  }
}
