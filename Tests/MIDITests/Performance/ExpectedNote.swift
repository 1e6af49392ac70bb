import MIDI
import Music

/// A note as a file must hold it, computed from the piece alone.
struct ExpectedNote: Hashable, Comparable {
  let on: Int
  var off: Int
  let key: Int
  let velocity: Int
  /// 1 to 16.
  let channel: Int

  static func < (left: ExpectedNote, right: ExpectedNote) -> Bool { left.fields < right.fields }

  /// In the order in which Tests/Readers/read.py prints them.
  private var fields: (Int, Int, Int, Int, Int) { (on, off, key, velocity, channel) }
}

extension ExpectedNote {
  /// The notes of each track of a piece, in order.
  ///
  /// Of strokes of one key at one tick the loudest sounds. A key goes up where its note or the
  /// piece ends, or where it is struck again; a tick before where another track does it.
  static func notes(of piece: Timeline, ticksPerBeat: Int) throws -> [[ExpectedNote]] {
    var strokes: [(track: Int, note: ExpectedNote)] = []
    var free = Channel.melodic.map(\.number)
    let last = try (piece.length * Fraction(ticksPerBeat) + Fraction(1, 2)).floor
    for (index, track) in piece.tracks.enumerated() {
      let channel: Int
      let usual: Key
      let instruments = Kit.generalMIDI
      switch instruments[track.voice]?.sound {
      case .drum(let key): (channel, usual) = (10, key)
      case .program(_, let key): (channel, usual) = (free.removeFirst(), key)
      case nil: throw MIDIError.noInstrument(track.voice)
      }
      for note in track.notes {
        let begin = try tick(of: note.onset, note, in: piece, ticksPerBeat)
        let end = try tick(of: note.onset + note.length, note, in: piece, ticksPerBeat)
        strokes.append(
          (
            index,
            ExpectedNote(
              on: begin, off: max(begin + 1, min(end, last)), key: (note.key ?? usual).number,
              velocity: note.velocity.value, channel: channel)
          ))
      }
    }
    return separated(strokes, tracks: piece.tracks.count)
  }

  /// The nearest tick, a half up, of a time that is moved by a note's shift.
  private static func tick(
    of time: Fraction, _ note: Timeline.Note, in piece: Timeline, _ ticksPerBeat: Int
  ) throws -> Int {
    let tempo = piece.tempi.last { $0.time <= note.onset }?.content.microsecondsPerBeat ?? 1
    let beats = try time + note.shift.beats + Fraction(note.shift.microseconds, tempo)
    return max(0, try (beats * Fraction(ticksPerBeat) + Fraction(1, 2)).floor)
  }

  private static func separated(
    _ strokes: [(track: Int, note: ExpectedNote)], tracks: Int
  ) -> [[ExpectedNote]] {
    var result = Array(repeating: [ExpectedNote](), count: tracks)
    for (index, stroke) in strokes.enumerated() {
      let rivals = strokes.enumerated().filter {
        $0.element.note.key == stroke.note.key && $0.element.note.channel == stroke.note.channel
      }
      let isBeaten = rivals.contains { rival, other in
        other.note.on == stroke.note.on && rival != index
          && (other.note.velocity, -rival) > (stroke.note.velocity, -index)
      }
      guard !isBeaten else { continue }
      var note = stroke.note
      if let next = loudestNext(after: note, among: rivals.map(\.element)) {
        let latest = next.track == stroke.track ? next.note.on : next.note.on - 1
        note.off = max(note.on + 1, min(note.off, latest))
      }
      result[stroke.track].append(note)
    }
    return result.map { $0.sorted() }
  }

  private static func loudestNext(
    after note: ExpectedNote, among strokes: [(track: Int, note: ExpectedNote)]
  ) -> (track: Int, note: ExpectedNote)? {
    strokes.filter { $0.note.on > note.on }.min {
      ($0.note.on, -$0.note.velocity) < ($1.note.on, -$1.note.velocity)
    }
  }
}
