import Music
import Scores

/// A piece as text, a line a note in the order in which they sound: a change reads as music.
///
/// A line has the bar, the beat in the metre's unit counted from 1, the track, the voice, the key,
/// the velocity, and the length in quarter notes; behind it how far the note sounds from its place.
struct Listing {
  private let song: Song
  private let timeline: Timeline
  /// The lines of each bar.
  private var bars: [[Line]]

  private struct Line {
    let time: Fraction
    let track: Int
    let text: String
  }

  init(_ song: Song) throws {
    self.song = song
    timeline = try song.timeline()
    bars = Array(repeating: [], count: song.bars.count)
    for (index, track) in timeline.tracks.enumerated() {
      for change in track.changes {
        try append(Self.words(of: change.content), at: change.time, index, track)
      }
      for note in track.notes { try append(Self.words(of: note), at: note.onset, index, track) }
    }
    for bar in bars.indices {
      bars[bar] = bars[bar].enumerated()
        .sorted { ($0.1.time, $0.1.track, $0.0) < ($1.1.time, $1.1.track, $1.0) }.map(\.1)
    }
  }

  private mutating func append(
    _ words: String, at time: Fraction, _ index: Int, _ track: Timeline.Track
  ) throws {
    let bar = song.bars.lastIndex { $0.begin <= time } ?? 0
    let metre = song.bars[bar].metre
    let beat = try (time - song.bars[bar].begin) * Fraction(metre.unit, 4)
    let place = "\(number(of: bar)) \(Self.mixed(try beat + 1))".padded(to: 10)
    let who = "\(track.player?.name ?? "") \(track.voice.name)".padded(to: 24)
    bars[bar].append(Line(time: time, track: index, text: "\(place)\(who)\(words)"))
  }

  /// The number of a bar; that of a pickup is 0.
  private func number(of bar: Int) -> Int {
    bar + 1 - (song.sections.first?.bars.lowerBound ?? 0)
  }

  /// The head, the first bars, and a hash of all of them.
  ///
  /// At most 8 bars are printed, and no more after the one that makes it 200 lines.
  var text: String {
    var printed: [String] = []
    var rest = 0
    for (bar, lines) in bars.enumerated() {
      if bar < 8, printed.count < 200 { printed += lines.map(\.text) } else { rest += 1 }
    }
    let all = bars.joined().map(\.text).joined(separator: "\n")
    let tail =
      rest == 0 ? "all bars: \(Self.hash(of: all))" : "and \(rest) more; all: \(Self.hash(of: all))"
    return (head + printed + [tail]).map { "\($0)\n" }.joined()
  }

  private var head: [String] {
    var lines = ["\(timeline.title), bars: \(song.bars.count), seed \(song.seed)"]
    for key in timeline.keys { lines.append("key \(key.content)") }
    for section in song.sections {
      let first = section.bars.lowerBound
      let (from, to) = (number(of: first), number(of: section.bars.upperBound - 1))
      let tempo = timeline.tempi.last { $0.time <= song.bars[first].begin }
      let rate = tempo.map { Int($0.content.beatsPerMinute.rounded()) } ?? 0
      lines.append(
        "\(section.name ?? "bars") \(from)-\(to), \(song.bars[first].metre), \(rate): "
          + section.tracks.joined(separator: " "))
    }
    return lines + [""]
  }

  // MARK: Words

  private static func words(of note: Timeline.Note) -> String {
    let key = (note.key.map { "\($0)" } ?? "-").padded(to: 5)
    let velocity = "\(note.velocity.value)".padded(to: 4)
    return "\(key)\(velocity)\(mixed(note.length))\(words(of: note.shift))"
  }

  private static func words(of shift: Shift) -> String {
    let beats = shift.beats == 0 ? "" : " \(signed(shift.beats))"
    return beats + (shift.microseconds == 0 ? "" : " \(shift.microseconds)us")
  }

  private static func words(of change: Timeline.Change) -> String {
    switch change {
    case .control(let controller, let value): "controller \(controller.number) = \(value)"
    case .bend(let semitones): "bend \(signed(semitones))"
    }
  }

  private static func signed(_ number: Fraction) -> String {
    number > 0 ? "+\(mixed(number))" : "\(number)"
  }

  /// A number as people write it: `2`, `1/4`, `2+1/4`.
  private static func mixed(_ number: Fraction) -> String {
    let whole = number.floor
    guard number.denominator != 1 else { return "\(whole)" }
    let part = "\(number.numerator - whole * number.denominator)/\(number.denominator)"
    return whole == 0 ? part : "\(whole)+\(part)"
  }

  /// FNV-1a of 64 bits.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, *The FNV Non-Cryptographic Hash Algorithm*.
  private static func hash(of text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}

extension String {
  /// The text with blanks behind it, one at least.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
