import Drawing
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
