import Music

/// What of the timing of a note its step and its feel leave over, as a shift.
struct Remainder {
  private let ticksPerBeat: Fraction
  private let unitsPerBeat: Fraction
  private let microsecondsPerBeat: Int

  /// The finest note value of which a shift may be a multiple, to be told as one: with all others of
  /// its voice it is then more likely meant as one than as milliseconds.
  private static let finestNoteValue = 96

  init(_ excerpt: Excerpt) {
    ticksPerBeat = excerpt.ticksPerBeat
    unitsPerBeat = Fraction(excerpt.unitsPerBeat)
    microsecondsPerBeat =
      Tempo(beatsPerMinute: Double(excerpt.beatsPerMinute))?.microsecondsPerBeat ?? 500_000
  }

  /// Whether a distance from the place of a note is lost in the ticks of the file.
  func isNothing(_ distance: Fraction) throws(MusicError) -> Bool {
    rounds(try distance * ticksPerBeat)
  }

  /// The shifts of notes that are so many units from the first bar line and would be at some times
  /// without: parts of a whole note where all are such, else the roundest milliseconds with which each
  /// note is in its unit.
  func shifts(
    of notes: [Excerpt.Sounding], from times: [Fraction]
  ) throws(MusicError) -> [Shift] {
    var distances: [Fraction?] = []
    var isMusical = true
    for (note, time) in zip(notes, times) {
      guard !(try isNothing(note.onset - time)) else {
        distances.append(nil)
        continue
      }
      let distance = try Fraction(note.place) / unitsPerBeat - time
      if try (distance / 4 * Fraction(Self.finestNoteValue)).denominator != 1 { isMusical = false }
      distances.append(distance)
    }
    return try distances.map { distance throws(MusicError) in
      guard let distance else { return .none }
      return isMusical ? Shift(beats: distance) : try milliseconds(distance)
    }
  }

  private func milliseconds(_ distance: Fraction) throws(MusicError) -> Shift {
    let exact = try distance * Fraction(microsecondsPerBeat)
    for step in [1000, 100, 10] {
      let rounded = try exact.rounded(to: Fraction(step)).numerator
      let rest = try distance - Fraction(rounded, microsecondsPerBeat)
      if try rounds(rest * unitsPerBeat) { return Shift(microseconds: rounded) }
    }
    return Shift(microseconds: try exact.rounded())
  }

  /// Whether a distance is lost when its end is rounded, a half up.
  private func rounds(_ distance: Fraction) -> Bool {
    Fraction(-1, 2) < distance && distance <= Fraction(1, 2)
  }
}
