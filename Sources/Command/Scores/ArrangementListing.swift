public import Drawing
import Music

/// The shape of a piece for programs.
struct ArrangementListing: Encodable {
  private struct SectionEntry: Encodable {
    let name: String?
    let firstBar: Int
    let lastBar: Int
    let metres: [String]
    let slowestBPM: Double
    let fastestBPM: Double
  }

  private struct TrackEntry: Encodable {
    let name: String
    let notes: Int
    /// Of each bar from the first; nothing where the track rests through the section.
    let notesOfBars: [Int?]
  }

  private let title: String
  private let bars: Int
  private let seconds: Double
  private let sections: [SectionEntry]
  private let tracks: [TrackEntry]

  init(of piece: Arrangement) {
    title = piece.title
    bars = piece.bars
    seconds = Self.rounded(piece.seconds)
    sections = piece.sections.map { section in
      let numbers = piece.numbers(of: section)
      return SectionEntry(
        name: section.name, firstBar: numbers.lowerBound, lastBar: numbers.upperBound,
        metres: section.metres.map(\.description),
        slowestBPM: Self.rounded(section.tempo.lowerBound),
        fastestBPM: Self.rounded(section.tempo.upperBound))
    }
    tracks = piece.tracks.map { track in
      TrackEntry(
        name: track.name, notes: track.notes.compactMap(\.self).reduce(0, +),
        notesOfBars: track.notes)
    }
  }

  private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}

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
