import Music
import Notation

/// A rhythm with all that is known of it, for other programs.
///
/// Times are in quarter notes from the beginning, as exact fractions.
struct RhythmListing: Encodable {
  private struct Bar: Encodable {
    let metre, begin, length: String
    let groups: [Int]
    let unit: Int

    init(_ metre: Metre, at begin: Fraction) {
      self.metre = metre.description
      self.begin = begin.description
      (length, groups, unit) = (metre.beats.description, metre.groups, metre.unit)
    }
  }

  private struct Tempi: Encodable {
    let low, high: Double
  }

  private struct Row: Encodable {
    let voice, evidence, feel: String
    let notes: [NoteListing]
  }

  private let id, name, native, gloss, region, tempo, feel, evidence, source, note: String
  private let grid, length: String
  private let beatsPerMinute: Tempi
  private let metres, tags: [String]
  private let bars: [Bar]
  private let voices: [Row]

  init(_ rhythm: Rhythm) {
    let origin = rhythm.origin
    (id, name, native, gloss) = (origin.id, origin.name, origin.native, origin.gloss)
    (region, source, note, tags) = (origin.region, origin.source, origin.note, origin.tags)
    (tempo, feel) = (rhythm.tempo.written, rhythm.feel.written)
    (evidence, grid) = (origin.evidence.rawValue, rhythm.grid.description)
    length = rhythm.beats.description
    let rates = rhythm.tempo.beatsPerMinute
    beatsPerMinute = Tempi(low: rates.lowerBound, high: rates.upperBound)
    metres = rhythm.bars.map(\.description)
    bars = zip(rhythm.bars, rhythm.barLines).map { Bar($0, at: $1) }
    voices = rhythm.parts.map { part in
      Row(
        voice: part.voice.name, evidence: (part.evidence ?? origin.evidence).rawValue,
        feel: (part.feel ?? rhythm.feel).written, notes: part.notes.map(NoteListing.init))
    }
  }
}
