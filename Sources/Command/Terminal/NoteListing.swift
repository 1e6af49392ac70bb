import Music

/// A note for other programs; times are in quarter notes, as exact fractions.
struct NoteListing: Encodable {
  private struct Lateness: Encodable {
    let beats: String
    let microseconds: Int
  }

  private let onset, length, stroke: String
  private let velocity: Int
  private let shift: Lateness?
  private let key: String?
  private let keyNumber: Int?

  init(_ note: Note) {
    (onset, length) = (note.onset.description, note.length.description)
    (stroke, velocity) = (String(note.stroke.rawValue), note.velocity.value)
    shift =
      note.shift == .none
      ? nil
      : Lateness(beats: note.shift.beats.description, microseconds: note.shift.microseconds)
    (key, keyNumber) = (note.key?.description, note.key?.number)
  }
}
