import Music

extension Passage {
  /// The note at some steps of the plan's own direction, or nothing where it does not sound.
  ///
  /// A note without a partner is there or not by the onsets alone, and keeps its strength and length;
  /// who would play it in the other rhythm, and with which feel, changes at its threshold.
  ///
  /// Law: where all steps are alike it is the note of ``notes`` at that step.
  ///
  /// - Parameters:
  ///   - steps: How far each aspect is.
  ///   - feels: What says how a note would be timed at the other end.
  /// - Returns: The note and who plays it now.
  /// - Throws: ``MusicError`` where its time is too fine.
  func note(
    at steps: Steps, feels: FeelExchange?
  ) throws(MusicError) -> VoicedNote? {
    guard let from, let to else { return try lone(at: steps, feels: feels) }
    func chosen(_ step: Int) -> VoicedNote { step < threshold ? from : to }
    let (placed, struck) = (chosen(steps.onsets).note, chosen(steps.accents).note)
    let player = chosen(steps.voices)
    let look = Note(
      onset: placed.onset, length: placed.length, stroke: struck.stroke,
      velocity: struck.velocity, shift: placed.shift, key: player.note.key)
    guard from != to else { return VoicedNote(voice: player.voice, note: look) }
    let mixed = try look.mixed(from.note, to.note, at: steps)
    guard case .sliding(let slide) = manner else {
      return VoicedNote(voice: player.voice, note: mixed)
    }
    return VoicedNote(
      voice: player.voice, note: try slide.placed(mixed, at: steps.onsets))
  }

  /// A note that goes or comes.
  private func lone(
    at steps: Steps, feels: FeelExchange?
  ) throws(MusicError) -> VoicedNote? {
    guard let own = from ?? to else { return nil }
    func isHome(_ step: Int) -> Bool { (step < threshold) == (from != nil) }
    var note = own.note
    if case .fading = manner {
      guard let faded = note.faded(from == nil ? steps.onsets : Amount.steps - steps.onsets)
      else { return nil }
      note = faded
    } else if !isHome(steps.onsets) {
      return nil
    }
    // A lone note that fades sounds on both sides of its threshold; only what is apart may differ.
    let isApart = { step in !isHome(step) && isHome(steps.onsets) }
    if let feels, isApart(steps.timing) {
      note = note.shifted(
        by: try feels.shift(of: own, playedBy: partner, isFirst: from != nil))
    }
    guard let partner, partner != own.voice, isApart(steps.voices) else {
      return VoicedNote(voice: own.voice, note: note)
    }
    return VoicedNote(
      voice: partner,
      note: Note(
        onset: note.onset, length: note.length, stroke: note.stroke, velocity: note.velocity,
        shift: note.shift))
  }
}

/// How a note of one rhythm is timed with the feel of the other, where they differ.
struct FeelExchange {
  /// The rhythms in the plan's own direction, with their feel as it is written.
  let first: Rhythm
  let second: Rhythm

  /// The note's own shift and the other rhythm's feel for who plays it there.
  ///
  /// - Parameters:
  ///   - note: A note whose shift holds the feel of its own rhythm.
  ///   - partner: Who plays it in the other rhythm; else who plays it in its own.
  ///   - isFirst: Whether it is a note of the first rhythm.
  /// - Returns: The shift that the note would have there.
  /// - Throws: ``MusicError`` where it is too fine.
  func shift(
    of note: VoicedNote, playedBy partner: Voice?, isFirst: Bool
  ) throws(MusicError) -> Shift {
    let (own, other) = isFirst ? (first, second) : (second, first)
    let felt = try own.feelShift(of: note.voice, at: note.note.onset)
    let new = try other.feelShift(of: partner ?? note.voice, at: note.note.onset)
    return try note.note.shift + felt.scaled(by: -1) + new
  }
}
