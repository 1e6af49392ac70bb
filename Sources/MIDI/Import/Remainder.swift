import Music

/// What of the timing of a note its step and its feel leave over, as a shift.
struct Remainder {
  private let ticksPerBeat: Fraction
  private let unitsPerBeat: Fraction
  private let microsecondsPerBeat: Int

  /// The finest note value of which a shift may be a multiple, to be told as one: with others of its
  /// voice it is then more likely meant as one than as milliseconds.
  private static let finestNoteValue = 192

  init(_ excerpt: Excerpt) {
    ticksPerBeat = excerpt.ticksPerBeat
    unitsPerBeat = Fraction(excerpt.unitsPerBeat)
    microsecondsPerBeat =
      Tempo(beatsPerMinute: Double(excerpt.beatsPerMinute))?.microsecondsPerBeat ?? 500_000
  }

  /// A note: where it sounds, exactly and in the unit next to it, and where it sounds without a
  /// shift; all three in quarter notes.
  struct Note {
    let exact: Fraction
    let unit: Fraction
    let place: Fraction
  }

  /// The shifts of the notes of a voice: none within half a tick of the file, else parts of a whole
  /// note where all others are such, else the roundest milliseconds with which the note is in the same
  /// unit.
  func shifts(of notes: [Note]) throws(MusicError) -> [Shift] {
    var distances: [Fraction?] = []
    var isMusical = true
    for note in notes {
      guard !(try rounds((note.exact - note.place) * ticksPerBeat)) else {
        distances.append(nil)
        continue
      }
      let distance = try note.unit - note.place
      let parts = try distance / 4 * Fraction(Self.finestNoteValue)
      if parts.denominator != 1 { isMusical = false }
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
