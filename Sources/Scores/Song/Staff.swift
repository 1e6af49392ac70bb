import Composer
import Music

/// The notes of one track while they are written down, voice by voice.
struct Staff {
  /// What one voice plays.
  private struct Line {
    let voice: Voice
    var notes: [Timeline.Note] = []
    var bends: [Timeline.Mark<Timeline.Change>] = []
  }

  private let player: Player
  private let begin: Fraction
  private var lines: [Line] = []
  private var indices: [Voice: Int] = [:]
  /// What is turned on the track.
  private var turns: [Timeline.Mark<Timeline.Change>] = []
  /// Where its controllers stand.
  private var positions: [Controller: Fraction] = [:]
  private var count = 0
  /// The line of the note before.
  private var last = 0

  /// A staff for what a player plays, from a bar on.
  init(for player: Player, from bar: Song.Bar) {
    self.player = player
    begin = bar.begin
  }

  /// Adds a note; times are in quarter notes from the beginning of the piece.
  mutating func append(
    _ note: Sounding, at onset: Fraction, lasting length: Fraction
  ) throws(MusicError) {
    guard count < Bounds.events else { throw .tooMuch }
    count += 1
    let line = line(of: note.voice)
    let key = try note.key()
    let place = try onset - begin
    lines[line].notes.append(
      Timeline.Note(
        onset: place, length: length, velocity: note.velocity, shift: note.shift, key: key))
    guard case .pitch(let pitch) = note.tone, let key else { return }
    if pitch.denominator == 1, lines[line].bends.isEmpty { return }
    let bend = try pitch - Fraction(key.number)
    let last = lines[line].bends.last.map(\.content)
    if last == nil ? bend != 0 : last != .bend(bend) {
      lines[line].bends.append(Timeline.Mark(.bend(bend), at: place))
    }
  }

  /// The line of a voice; most notes follow one of the same.
  private mutating func line(of voice: Voice) -> Int {
    if last < lines.count, lines[last].voice == voice { return last }
    last = indices[voice] ?? lines.count
    if last == lines.count {
      lines.append(Line(voice: voice))
      indices[voice] = last
    }
    return last
  }

  /// Turns controllers through a bar, once a quarter note.
  mutating func turn(
    _ controls: [Controller: Control], at cycle: Fraction, _ bar: Song.Bar, _ scene: inout Scene
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
        if positions[controller] != value {
          positions[controller] = value
          turns.append(Timeline.Mark(.control(controller, value), at: place))
        }
      }
    }
  }

  /// The voices, by name, their notes in order and cut where the piece ends.
  func tracks(until end: Fraction) throws(MusicError) -> [Timeline.Track] {
    try lines.sorted { $0.voice < $1.voice }.enumerated().map { index, line throws(MusicError) in
      var notes = line.notes
      for index in notes.indices {
        let note = notes[index]
        if try note.onset + note.length > end {
          notes[index] = note.lasting(try end - note.onset)
        }
      }
      let isInOrder = zip(notes, notes.dropFirst()).allSatisfy { $0.onset <= $1.onset }
      if !isInOrder { notes.sort { $0.onset < $1.onset } }
      return Timeline.Track(
        voice: line.voice, notes: notes, changes: (index == 0 ? turns : []) + line.bends,
        player: player)
    }
  }
}

extension Timeline.Note {
  fileprivate func lasting(_ length: Fraction) -> Timeline.Note {
    Timeline.Note(onset: onset, length: length, velocity: velocity, shift: shift, key: key)
  }
}
