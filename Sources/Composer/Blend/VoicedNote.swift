public import Music

/// A note and who plays it.
public struct VoicedNote: Hashable, Sendable {
  /// Who plays it.
  public let voice: Voice
  /// The note.
  public let note: Note

  /// A note of a voice.
  public init(voice: Voice, note: Note) {
    self.voice = voice
    self.note = note
  }
}

extension VoicedNote: Comparable {
  /// A total order: by place, then by everything else.
  public static func < (left: VoicedNote, right: VoicedNote) -> Bool {
    let (a, b) = (left.note, right.note)
    let place = (a.onset, a.velocity, a.stroke.rawValue, left.voice, a.length, a.key?.number ?? -1)
    let other = (b.onset, b.velocity, b.stroke.rawValue, right.voice, b.length, b.key?.number ?? -1)
    if place != other { return place < other }
    return (a.shift.beats, a.shift.microseconds) < (b.shift.beats, b.shift.microseconds)
  }
}
