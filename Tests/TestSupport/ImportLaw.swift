public import MIDI
public import Music
import Notation

/// What holds for every rhythm that is taken out of a MIDI file.
public enum ImportLaw {
  /// How the law is broken, or nothing where it is kept or the file is refused.
  ///
  /// Law: the notes of the rhythm, at the ticks of the file nearest to them, are those of the file:
  /// the same drums and keys, equally hard. The pattern file reads back as the same rhythm.
  public static func fault(in file: MIDIFile, _ choices: ImportChoices = ImportChoices()) -> String?
  {
    guard let imported = try? file.rhythm(choices) else { return nil }
    do {
      let text = try imported.rhythm.patternFile()
      guard try Rhythm(parsing: text, name: "x.pattern") == imported.rhythm else {
        return "not the same when read back"
      }
      let meant = try notes(of: file, choices, in: imported.bars)
      let found = try notes(of: imported, in: file, choices)
      if meant != found {
        let (lost, added) = (Set(meant).subtracting(found), Set(found).subtracting(meant))
        return
          "lost \(lost.sorted().prefix(4)), added \(added.sorted().prefix(4)) of \(meant.count)"
      }
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// How a second import of what was rendered differs from the first, or nothing where it is the same
  /// or the file is refused.
  ///
  /// Law: a rhythm that is imported, rendered at the resolution of the file and imported again is the
  /// same rhythm with the same voices in the same order. So it is when `jorga render` renders it, where
  /// a quarter note of the file has at most 480 ticks or they divide 960. A file that begins with the
  /// first bar cannot hold a note that sounds before it, nor bar lines between ticks.
  public static func faultAgain(
    in file: MIDIFile, _ choices: ImportChoices = ImportChoices()
  ) -> String? {
    guard let imported = try? file.rhythm(choices) else { return nil }
    let first = imported.rhythm
    do {
      let begin = try barLines(of: file, choices, imported.bars)[0]
      guard begin.denominator == 1, try !beginsEarly(first) else { return nil }
      var rendered = [try MIDIFile(playing: timeline(of: first), division: file.division, choices)]
      if case .perBeat(let ticks) = file.division, ticks <= 480 || 960 % ticks == 0 {
        rendered.append(MIDIFile(try Performance(of: timeline(of: first), on: .generalMIDI)))
      }
      for again in rendered {
        var choices = choices
        (choices.tracks, choices.channels, choices.allAreDrums) = ([], [], false)
        choices.bars = choices.bars.map { 1...$0.count }
        let second = try again.rhythm(choices).rhythm
        if first != second || first.parts.map(\.voice) != second.parts.map(\.voice) {
          return
            "\(file.division) \(again.division)\n\(try first.patternFile())\n\(try second.patternFile())"
        }
      }
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Whether a note of the first bar line sounds before it.
  private static func beginsEarly(_ rhythm: Rhythm) throws -> Bool {
    try timeline(of: rhythm).tracks.flatMap(\.notes).contains { note in
      let tempo = Tempo(beatsPerMinute: rhythm.tempo.middle)?.microsecondsPerBeat ?? 1
      return try note.onset + note.shift.beats + Fraction(note.shift.microseconds, tempo) < 0
    }
  }

  // MARK: A rhythm as it sounds

  /// A rhythm as a piece of its bars at its tempo.
  public static func timeline(of rhythm: Rhythm) throws -> Timeline {
    guard let tempo = Tempo(beatsPerMinute: rhythm.tempo.middle) else { throw MusicError.tooFine }
    return Timeline(
      title: rhythm.origin.name, length: rhythm.beats, tempi: [Timeline.Mark(tempo, at: 0)],
      metres: zip(rhythm.barLines, rhythm.bars).map { Timeline.Mark($1, at: $0) },
      tracks: try rhythm.parts.map { part in
        Timeline.Track(
          voice: part.voice,
          notes: try part.notes.map { note in
            Timeline.Note(
              onset: note.onset, length: min(note.length, try rhythm.beats - note.onset),
              velocity: note.velocity, shift: try shift(of: note, part, rhythm), key: note.key)
          })
      })
  }

  private static func shift(
    of note: Note, _ part: Rhythm.Part, _ rhythm: Rhythm
  ) throws(MusicError) -> Shift {
    let bar = rhythm.barLines.lastIndex { $0 <= note.onset } ?? 0
    let situation = Feel.Situation(
      voice: part.voice, place: try note.onset - rhythm.barLines[bar], metre: rhythm.bars[bar],
      beatsPerMinute: rhythm.tempo.middle)
    return try note.shift + (part.feel ?? rhythm.feel).shift(situation)
  }

  // MARK: Notes

  /// A note of a file: tick, 0 for a drum or 1 for another, key, velocity.
  private struct Heard: Hashable, Comparable, CustomStringConvertible {
    let tick, kind, key, velocity: Int

    static func < (left: Heard, right: Heard) -> Bool {
      (left.tick, left.kind, left.key, left.velocity)
        < (right.tick, right.kind, right.key, right.velocity)
    }

    var description: String { "\(tick) \(kind == 0 ? "drum" : "key") \(key) \(velocity)" }
  }

  /// The notes of a rhythm in ticks of the file.
  private static func notes(
    of imported: Imported, in file: MIDIFile, _ choices: ImportChoices
  ) throws -> [Heard] {
    let ticksPerBeat = try file.division.ticksPerBeat(choices)
    let begin = try barLines(of: file, choices, imported.bars)[0]
    let piece = try timeline(of: imported.rhythm)
    let tempo = Fraction(piece.tempi[0].content.microsecondsPerBeat)
    return try piece.tracks.flatMap { track in
      guard let sound = Kit.generalMIDI[track.voice]?.sound else { throw MIDIError.tooLong }
      let (kind, usual) =
        switch sound {
        case .drum(let key): (0, key)
        case .program(_, let key): (1, key)
        }
      return try track.notes.map { note in
        let beats = try note.onset + note.shift.beats + Fraction(note.shift.microseconds) / tempo
        let tick = try (beats * ticksPerBeat + begin).rounded()
        return Heard(
          tick: tick, kind: kind, key: (note.key ?? usual).number, velocity: note.velocity.value)
      }
    }.sorted()
  }

  /// The notes of some bars of a file; of drums at one tick the loudest, and of keys of a channel of a
  /// track.
  private static func notes(
    of file: MIDIFile, _ choices: ImportChoices, in bars: ClosedRange<Int>
  ) throws -> [Heard] {
    let lines = try barLines(of: file, choices, bars)
    let range = lines[0]..<lines[bars.count]
    var loudest: [[Int]: Heard] = [:]
    for (number, track) in file.tracks.enumerated() {
      if !choices.tracks.isEmpty, !choices.tracks.contains("\(number + 1)") { continue }
      for event in track {
        guard case .message(.noteOn(let key, let level, let channel)) = event.event,
          level.value > 0, choices.channels.isEmpty || choices.channels.contains(channel),
          choices.bars == nil || range.contains(Fraction(event.tick))
        else { continue }
        let isDrum = choices.allAreDrums || channel == .drums
        let heard = Heard(
          tick: event.tick, kind: isDrum ? 0 : 1, key: key.number, velocity: level.value)
        let place = [event.tick, key.number] + (isDrum ? [] : [number, channel.number])
        loudest[place] = max(heard, loudest[place] ?? heard)
      }
    }
    return loudest.values.sorted()
  }

  /// The lines of some bars and of the end of the last, in ticks: counted one after another, as a
  /// reader would.
  private static func barLines(
    of file: MIDIFile, _ choices: ImportChoices, _ bars: ClosedRange<Int>
  ) throws -> [Fraction] {
    let ticksPerBeat = try file.division.ticksPerBeat(choices)
    var changes: [(tick: Int, metre: Metre)] = []
    let isApart = file.format == .independent
    for track in file.tracks where choices.metre == nil && (!isApart || track.summary.noteOns > 0) {
      for event in track {
        guard case .meta(.timeSignature(let signature)) = event.event, let metre = signature.metre
        else { continue }
        changes.append((event.tick, metre))
      }
    }
    let order = changes.enumerated().sorted {
      ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset)
    }
    changes = order.map(\.element)
    var (line, number, metre) = (Fraction.zero, 1, choices.metre ?? .common)
    var (lines, next) = ([Fraction](), 0)
    while number <= bars.upperBound + 1 {
      while next < changes.count, try Fraction(changes[next].tick) <= line + Fraction(1, 2) {
        metre = changes[next].metre
        next += 1
      }
      if number >= bars.lowerBound { lines.append(line) }
      let bar = try metre.beats * ticksPerBeat
      let skipped = next == changes.count ? max(1, bars.lowerBound - number) : 1
      line = try line + bar * Fraction(skipped)
      if next < changes.count { line = min(line, Fraction(changes[next].tick)) }
      number += skipped
    }
    return lines
  }
}

extension Division {
  /// Ticks in a quarter note.
  fileprivate func ticksPerBeat(_ choices: ImportChoices) throws -> Fraction {
    switch self {
    case .perBeat(let ticks): return Fraction(ticks)
    case .perFrame(let ticks, let rate):
      let frames = rate == .dropFrame ? Fraction(30_000, 1001) : Fraction(Int(-rate.rawValue))
      let length = choices.tempo?.microsecondsPerBeat ?? 500_000
      return try Fraction(ticks) * frames * Fraction(length, 1_000_000)
    }
  }
}

extension MIDIFile {
  /// A piece in ticks of any kind, each voice on a track and each melodic one on a channel; a key goes
  /// up where it is struck again.
  fileprivate init(playing piece: Timeline, division: Division, _ choices: ImportChoices) throws {
    let ticksPerBeat = try division.ticksPerBeat(choices)
    let tempo = piece.tempi[0].content
    func tick(_ beats: Fraction) throws -> Int { max(0, try (beats * ticksPerBeat).rounded()) }
    let last = try tick(piece.length)
    var conductor = Track([TimedEvent(.meta(.tempo(tempo)), at: 0)])
    for metre in piece.metres {
      let time = try tick(metre.time)
      conductor.append(.meta(.timeSignature(TimeSignature(metre.content))), at: time)
      conductor.append(.meta(.text(.text, Text(metre.content.description))), at: time)
    }
    var channels = Channel.melodic[...]
    var tracks = [conductor]
    for part in piece.tracks {
      var channel = Channel.drums
      var usual = Key(clamping: 0)
      switch Kit.generalMIDI[part.voice]?.sound {
      case .drum(let key): usual = key
      case .program(_, let key): (channel, usual) = (channels.removeFirst(), key)
      case nil: break
      }
      var events: [TimedEvent] = []
      for (index, note) in part.notes.enumerated() {
        let drift =
          try note.shift.beats + Fraction(note.shift.microseconds, tempo.microsecondsPerBeat)
        let on = try tick(note.onset + drift)
        let again = try part.notes[(index + 1)...].first { $0.key == note.key }.map { next in
          try tick(
            next.onset + next.shift.beats
              + Fraction(next.shift.microseconds, tempo.microsecondsPerBeat))
        }
        let off = max(on + 1, min(try tick(note.onset + note.length + drift), last, again ?? last))
        let key = note.key ?? usual
        events.append(TimedEvent(.message(.noteOn(key, Level(note.velocity), channel)), at: on))
        events.append(
          TimedEvent(.message(.noteOff(key, release: .usualRelease, channel)), at: off))
      }
      let ordered = events.enumerated().sorted {
        ($0.element.tick, -$0.offset % 2, $0.offset) < ($1.element.tick, -$1.offset % 2, $1.offset)
      }.map(\.element)
      let name = TimedEvent(.meta(.text(.trackName, Text(part.voice.name))), at: 0)
      tracks.append(Track([name] + ordered, end: last))
    }
    self.init(division: division, tracks: tracks)
  }
}
