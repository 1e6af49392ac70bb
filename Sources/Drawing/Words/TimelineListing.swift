public import Music

/// Every note of a piece in a line: where it is, who plays it, how, and how long.
///
///     bar  beat   track  voice  key  velocity  length
///     1    1      drums  kick   .    100       1
///     1    2+1/2  bass   melody d2   90        1/2
///
/// Beats are those of the metre, so eighths in 7/8; lengths are in quarter notes. A key is left out
/// where it is the voice's own.
public struct TimelineListing: Hashable, Sendable {
  /// One note.
  public struct Entry: Hashable, Sendable {
    /// The number of its bar.
    public let bar: Int
    /// The exact beat in the bar, from 1.
    public let beat: Fraction
    /// Who plays: the track of a score, else the voice.
    public let track: String
    /// The voice.
    public let voice: Voice
    /// The note itself.
    public let note: Timeline.Note
  }

  /// The notes in order of time, those of one time in the order of the tracks.
  public let entries: [Entry]

  /// Lists a piece whose first bar has a number: 1, or 0 for a pickup.
  ///
  /// - Throws: ``MusicError/tooFine`` where a time divides too finely.
  /// - Complexity: O(n log n) for n notes and bars.
  public init(of timeline: Timeline, firstBar: Int = 1) throws(MusicError) {
    let bars = try Self.bars(of: timeline)
    var entries: [(order: Int, entry: Entry)] = []
    for track in timeline.tracks {
      var bar = 0
      for note in track.notes {
        while bar + 1 < bars.count, bars[bar + 1].begin <= note.onset { bar += 1 }
        let place = try (note.onset - bars[bar].begin) * Fraction(bars[bar].metre.unit, 4) + 1
        entries.append(
          (
            entries.count,
            Entry(
              bar: bar + firstBar, beat: place, track: track.player?.name ?? track.voice.name,
              voice: track.voice, note: note)
          ))
      }
    }
    self.entries = entries.sorted {
      ($0.entry.note.onset, $0.order) < ($1.entry.note.onset, $1.order)
    }.map(\.entry)
  }

  private static func bars(
    of timeline: Timeline
  ) throws(MusicError) -> [(begin: Fraction, metre: Metre)] {
    var bars: [(begin: Fraction, metre: Metre)] = []
    for (index, mark) in timeline.metres.enumerated() {
      let isLast = index == timeline.metres.count - 1
      let end = isLast ? timeline.length : timeline.metres[index + 1].time
      var begin = mark.time
      while begin < end {
        bars.append((begin, mark.content))
        begin = try begin + mark.content.beats
      }
    }
    return bars.isEmpty ? [(0, .common)] : bars
  }

  /// The notes as a table, a line each below a head.
  public var text: String {
    let head = ["bar", "beat", "track", "voice", "key", "velocity", "length", "shift"]
    var rows = [head] + entries.map(\.cells)
    if !rows.dropFirst().contains(where: { $0[7] != "0" }) { rows = rows.map { $0.dropLast() } }
    let widths = rows[0].indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ").withoutTrailingBlanks
        + "\n"
    }.joined()
  }
}

extension TimelineListing.Entry {
  /// `2+1/2` for the middle between the second beat and the third.
  public var writtenBeat: String {
    let rest = (try? beat - Fraction(beat.floor)) ?? 0
    return rest == 0 ? "\(beat.floor)" : "\(beat.floor)+\(rest)"
  }

  fileprivate var cells: [String] {
    [
      "\(bar)", writtenBeat, track, voice.name, note.key?.description ?? ".",
      "\(note.velocity.value)", note.length.shortened, note.shift.inWords,
    ]
  }
}

extension Fraction {
  /// The number without a denominator of 1.
  fileprivate var shortened: String { denominator == 1 ? "\(numerator)" : description }
}
