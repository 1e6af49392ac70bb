public import Music

extension Rhythm {
  /// The rhythm with more notes: at the strongest places of its grid that are free.
  ///
  /// Each voice of n notes gets ⌊t n + ½⌋ more, as long as it has free places: first where the metre
  /// is strongest, of equals the earlier. A note that is added is as soft as the softest of its voice,
  /// lasts a step at most, and leans as the voice does there.
  ///
  /// Laws: at 0 it is the rhythm; every note of the rhythm stays; what is there at one amount is there
  /// at every greater one; notes that are added lie on the grid.
  ///
  /// Source: density by a profile of the metre is that of G. Sioros and C. Guedes, "Complexity Driven
  /// Recombination of MIDI Loops", ISMIR 2011, and of C. Barlow, see ``MetricalRanks``; the counts and
  /// the strength are ours.
  ///
  /// - Parameter amount: How many notes are added, as a part of those that there are.
  /// - Returns: The same rhythm with more notes.
  /// - Throws: ``ComposerError`` where time is too fine, or there would be too many notes.
  /// - Complexity: O(n log n + s log s) for n notes and s steps.
  public func filled(by amount: Amount) throws(ComposerError) -> Rhythm {
    guard amount.step > 0 else { return self }
    guard voicedNotes.count <= Bounds.rowSteps else { throw .tooManyNotesToMeet }
    let step = try exactly { () throws(MusicError) in try grid * 4 }
    let places = try strongestPlaces(of: step)
    // Where the feel is in the notes, new ones get theirs from them; else they have it anyway.
    let isInNotes = feel == .straight && parts.allSatisfy { $0.feel == nil }
    let template =
      isInNotes ? try GrooveTemplate(of: self, pool: .eachVoice, filling: .level) : nil
    var filled: [Part] = []
    for part in parts {
      let count = (2 * part.notes.count * amount.step + Amount.steps) / (2 * Amount.steps)
      guard let model = part.notes.min(by: { $0.velocity < $1.velocity }), count > 0 else {
        filled.append(part)
        continue
      }
      let taken = Set(part.notes.map(\.onset))
      var notes = part.notes
      for place in places.lazy.filter({ !taken.contains($0) }).prefix(count) {
        let note = Note(
          onset: place, length: min(model.length, step), stroke: model.stroke,
          velocity: model.velocity, key: model.key)
        let shift = try template?.shift(of: part.voice, at: place)
        notes.append(note.shifted(by: shift ?? .none))
      }
      filled.append(part.playing(notes))
    }
    return try exactly { () throws(MusicError) in
      try Rhythm(
        origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel, parts: filled)
    }
  }

  /// The places of a grid, the metrically strongest first.
  private func strongestPlaces(of step: Fraction) throws(ComposerError) -> [Fraction] {
    let weights = try Fit.Fitted(self).weights
    let onGrid = weights.keys.filter { (try? $0 / step)?.denominator == 1 }
    return onGrid.sorted { left, right in
      let (a, b) = (weights[left] ?? 0, weights[right] ?? 0)
      return a == b ? left < right : a > b
    }
  }
}

extension GrooveTemplate {
  /// How far a note of the rhythm that was read would sound from a place in it.
  fileprivate func shift(of voice: Voice, at place: Fraction) throws(ComposerError) -> Shift {
    let bar = rhythm.barLines.lastIndex { $0 <= place } ?? 0
    let inBar = try exactly { () throws(MusicError) in try place - rhythm.barLines[bar] }
    return try lean(of: voice, inBar: min(bar, rhythm.bars.count - 1), at: inBar).shift
  }
}
