import Music
import Scores

/// The first bars of a piece as text, for the reference: a line a voice and kind of note.
///
/// Times are parts of a bar, as in scores.
struct Excerpt {
  private let song: Song
  private let timeline: Timeline

  init(_ song: Song) throws {
    self.song = song
    timeline = try song.timeline()
  }

  /// The bars until they repeat, four at most.
  func text(withHead: Bool) throws -> String {
    let bars = try song.bars.indices.prefix(8).map { try self.lines(of: $0) }
    // What is turned once, or a pickup, may stand before what repeats.
    let shown = [0, 1].flatMap { lead in (1...3).map { (lead, $0) } }.first { lead, period in
      let rest = bars.dropFirst(lead)
      return zip(rest, rest.dropFirst(period)).allSatisfy(==)
    }
    let count = min(shown.map { $0.0 + $0.1 } ?? 4, bars.count)
    var lines = withHead ? head : []
    for player in timeline.tracks.compactMap(\.player) {
      let words = Self.words(of: player)
      if !words.isEmpty, !lines.contains(words) { lines.append(words) }
    }
    for bar in 0..<count {
      let number = "bar \(bar + 1 - (song.sections.first?.bars.lowerBound ?? 0))  "
      let blank = String(repeating: " ", count: number.count)
      let own = bars[bar].isEmpty ? ["silence"] : bars[bar]
      lines += own.enumerated().map { ($0 == 0 ? number : blank) + $1 }
    }
    return lines.map { "\($0)\n" }.joined()
  }

  private var head: [String] {
    let key = timeline.keys.first.map { ", key of \($0.content)" } ?? ""
    var lines = ["\(timeline.title), \(song.bars.count) bars\(key)"]
    for (time, text) in marks { lines.append("from beat \(Self.words(of: time)) on: \(text)") }
    return lines
  }

  /// Tempi, metres and sections with their times in quarter notes, the first few.
  private var marks: [(Fraction, String)] {
    let tempi = timeline.tempi.map {
      ($0.time, "\(Int($0.content.beatsPerMinute.rounded())) beats a minute")
    }
    let metres = timeline.metres.map { ($0.time, "\($0.content)") }
    let markers = timeline.markers.map { ($0.time, "section \"\($0.content)\"") }
    return Array((tempi + metres + markers).sorted { $0.0 < $1.0 }.prefix(5))
  }

  private static func words(of player: Player) -> String {
    [
      player.channel.map { "channel \($0.number)" },
      player.program.map { "program \($0.number), \(Program.names[$0.number - 1])" },
      player.bank.map { "bank \($0.number)" }, player.port.map { "port \"\($0)\"" },
      player.kit.map { _ in "another kit" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  // MARK: Bars

  /// Notes that differ in nothing but their time and their key.
  private struct Group: Hashable {
    let voice: Voice
    let words: String
  }

  private func lines(of index: Int) throws -> [String] {
    let bar = song.bars[index]
    let end = try bar.begin + bar.metre.beats
    var groups: [Group: [(time: Fraction, text: String)]] = [:]
    for track in timeline.tracks {
      for note in track.notes where bar.begin <= note.onset && note.onset < end {
        let place = try (note.onset - bar.begin) / bar.metre.beats
        let length = try note.length / bar.metre.beats
        let bend = Self.bend(at: note.onset, of: track)
        let key = note.key.map { " \($0)" } ?? ""
        let words =
          "length \(Self.words(of: length)), velocity \(note.velocity.value)\(Self.words(of: note.shift))"
        groups[Group(voice: track.voice, words: words), default: []]
          .append((place, "\(Self.words(of: place))\(key)\(bend)"))
      }
    }
    let notes = groups.map { group, notes in
      let places = notes.sorted { $0.time < $1.time }
      return (
        places[0].time, "\(group.voice)",
        "\(group.voice): \(places.map(\.text).joined(separator: ", ")); \(group.words)"
      )
    }
    let turns = try timeline.tracks.flatMap { track in
      try track.changes.compactMap { change -> (Fraction, String, String)? in
        guard bar.begin <= change.time, change.time < end,
          case .control(let controller, let value) = change.content
        else { return nil }
        let place = try (change.time - bar.begin) / bar.metre.beats
        return (
          place, "",
          "controller \(controller.number) at \(Self.words(of: place)): \(Self.words(of: value))"
        )
      }
    }
    return (turns + notes).sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.2)
  }

  /// A number as people write it.
  private static func words(of number: Fraction) -> String {
    number.denominator == 1 ? "\(number.numerator)" : "\(number)"
  }

  /// How far a note is bent, in semitones.
  private static func bend(at time: Fraction, of track: Timeline.Track) -> String {
    let bend = track.changes.last { change in
      if case .bend = change.content { change.time <= time } else { false }
    }
    guard case .bend(let semitones) = bend?.content, semitones != 0 else { return "" }
    return semitones > 0 ? "+\(semitones)" : "\(semitones)"
  }

  private static func words(of shift: Shift) -> String {
    let beats = shift.beats
    let parts = [
      beats == 0 ? nil : "\(beats > 0 ? "+" : "")\(beats) beats",
      shift.microseconds == 0
        ? nil : "\(shift.microseconds > 0 ? "+" : "")\(shift.microseconds) µs",
    ].compactMap(\.self)
    return parts.isEmpty ? "" : ", shifted \(parts.joined(separator: " and "))"
  }
}
