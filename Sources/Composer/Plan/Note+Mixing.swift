import Music

/// How many steps of the way each aspect of a note has gone, in the plan's own direction.
struct Steps {
  let onsets: Int
  let accents: Int
  let timing: Int
  let lengths: Int
  let voices: Int

  /// The same for all.
  init(_ step: Int) {
    (onsets, accents, timing, lengths, voices) = (step, step, step, step, step)
  }

  /// Those of some amounts.
  init(_ amounts: Amounts) {
    (onsets, accents) = (amounts.onsets.step, amounts.accents.step)
    (timing, lengths) = (amounts.timing.step, amounts.lengths.step)
    voices = amounts.voices.step
  }
}

/// The whole number nearest to a point on the line between two; a half goes up.
private func mixed(_ from: Int, _ to: Int, at step: Int) -> Int {
  (from * Amount.steps + (to - from) * step + Amount.steps / 2) >> Amount.steps.trailingZeroBitCount
}

extension Note {
  /// The finest step to which mixed lengths are kept, in quarter notes.
  private static let lengthStep = Fraction(1, 960)

  /// This note with the strength, length and micro-timing some way between two others'.
  func mixed(_ from: Note, _ to: Note, at steps: Steps) throws(MusicError) -> Note {
    var length = from.length
    if from.length != to.length {
      let mixed =
        try from.length + (to.length - from.length) * Fraction(steps.lengths, Amount.steps)
      length = max(Self.lengthStep, try mixed.rounded(to: Self.lengthStep))
    }
    let shift =
      from.shift == to.shift
      ? from.shift
      : try from.shift.mixed(with: to.shift, at: Fraction(steps.timing, Amount.steps))
    return Note(
      onset: onset, length: length, stroke: stroke,
      velocity: Velocity(
        clamping: Composer.mixed(from.velocity.value, to.velocity.value, at: steps.accents)),
      shift: shift, key: key)
  }

  /// This note struck softer, by how many of all steps are left; nothing where it is not heard.
  func faded(_ part: Int) -> Note? {
    Velocity(Composer.mixed(0, velocity.value, at: part)).map { velocity in
      Note(
        onset: onset, length: length, stroke: stroke, velocity: velocity, shift: shift, key: key)
    }
  }
}
