import Composer
import Music

/// The notes of a piece while they are written down, voice by voice.
struct Staff {
  /// What one voice of a track plays.
  private struct Line {
    let voice: Voice
    let track: Int
    var notes: [Timeline.Note] = []
    var changes: [Timeline.Mark<Timeline.Change>] = []
  }

  private let players: [Player]
  private let begin: Fraction
  private var lines: [Line] = []
  private var indices: [[Voice: Int]]
  /// What is turned on each track.
  private var turns: [[Timeline.Mark<Timeline.Change>]]
  /// Where the controllers of each track stand.
  private var positions: [[Controller: Fraction]]
  private var count = 0
  /// The line of the note before.
  private var last = 0

  /// A staff for some tracks, from a bar on.
  init(_ tracks: [(label: String, player: Player)], from bar: Song.Bar) {
    players = tracks.map { label, player in
      var player = player
      player.name = label
      return player
    }
    begin = bar.begin
    indices = Array(repeating: [:], count: tracks.count)
    turns = Array(repeating: [], count: tracks.count)
    positions = Array(repeating: [:], count: tracks.count)
  }

  /// Adds a note of a track; times are in quarter notes from the beginning of the piece.
  mutating func append(
    _ note: Sounding, at onset: Fraction, lasting length: Fraction, to track: Int
  ) throws(MusicError) {
    guard count < Bounds.events else { throw .tooMuch }
    count += 1
    let line = line(of: note.voice, track)
    let key = try note.key()
    let place = try onset - begin
    lines[line].notes.append(
      Timeline.Note(
        onset: place, length: length, velocity: note.velocity, shift: note.shift, key: key))
    guard case .pitch(let pitch) = note.tone, let key else { return }
    let bend = try pitch - Fraction(key.number)
    let last = lines[line].changes.last.map(\.content)
    if last == nil ? bend != 0 : last != .bend(bend) {
      lines[line].changes.append(Timeline.Mark(.bend(bend), at: place))
    }
  }

  /// The line of a voice; most notes follow one of the same.
  private mutating func line(of voice: Voice, _ track: Int) -> Int {
    if last < lines.count, lines[last].track == track, lines[last].voice == voice { return last }
    last = indices[track][voice] ?? lines.count
    if last == lines.count {
      lines.append(Line(voice: voice, track: track))
      indices[track][voice] = last
    }
    return last
  }

  /// Turns controllers of a track through a bar, once a quarter note.
  mutating func turn(
    _ controls: [Controller: Control], of track: Int, at cycle: Fraction, _ bar: Song.Bar,
    _ scene: inout Scene
  ) throws(ComposerError) {
    for (controller, control) in controls.sorted(by: { $0.key.number < $1.key.number }) {
      for beat in 0..<max(1, bar.metre.beats.ceiling) {
        let time = try exactly { () throws(MusicError) in
          try cycle + Fraction(beat) / bar.metre.beats
        }
        guard let value = try control.value(at: time, &scene) else { continue }
        let place = try exactly { () throws(MusicError) in
          try bar.begin + Fraction(beat) - begin
        }
        if positions[track][controller] != value {
          positions[track][controller] = value
          turns[track].append(Timeline.Mark(.control(controller, value), at: place))
        }
      }
    }
  }

  /// The tracks, their notes in order and cut where the piece ends.
  func tracks(until end: Fraction) throws(MusicError) -> [Timeline.Track] {
    var turned: Set<Int> = []
    return try lines.sorted { ($0.track, $0.voice) < ($1.track, $1.voice) }.map {
      line throws(MusicError) in
      let notes = try line.notes.map { note throws(MusicError) in
        try note.onset + note.length <= end ? note : note.lasting(try end - note.onset)
      }
      let turns = turned.insert(line.track).inserted ? self.turns[line.track] : []
      return Timeline.Track(
        voice: line.voice, notes: notes.sorted { $0.onset < $1.onset },
        changes: turns + line.changes, player: players[line.track])
    }
  }
}

extension Timeline.Note {
  fileprivate func lasting(_ length: Fraction) -> Timeline.Note {
    Timeline.Note(onset: onset, length: length, velocity: velocity, shift: shift, key: key)
  }
}
