public import Drawing
import Music

extension TimelineListing: Encodable {
  private struct Line: Encodable {
    let bar: Int
    let beat: String
    let track: String
    let voice: String
    let key: Int?
    let velocity: Int
    let length: String
    let shiftInBeats: String?
    let shiftInMilliseconds: Double?
  }

  /// Writes the notes in order.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for entry in entries {
      let (note, shift) = (entry.note, entry.note.shift)
      try list.encode(
        Line(
          bar: entry.bar, beat: entry.writtenBeat, track: entry.track, voice: entry.voice.name,
          key: note.key?.number, velocity: note.velocity.value, length: note.length.description,
          shiftInBeats: shift.beats == 0 ? nil : shift.beats.description,
          shiftInMilliseconds: shift.microseconds == 0 ? nil : Double(shift.microseconds) / 1000))
    }
  }
}
