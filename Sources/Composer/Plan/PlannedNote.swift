import Music

/// A note that sounds for a part of the way from one rhythm to another.
struct PlannedNote {
  /// Who plays it.
  let voice: Voice
  /// What it is: its stroke, its key and, unless it glides, its place.
  let look: Note
  /// The steps of the amount at which it sounds.
  let steps: Range<Int>
  /// What becomes of it on the way.
  let course: Course

  enum Course {
    /// It stays as it is.
    case still
    /// Its strength, length and micro-timing lead from one note's to another's.
    case mixed(from: VoicedNote, to: VoicedNote)
    /// It comes out of silence, or goes into it.
    case fading(isComing: Bool)
    /// It is mixed, and its place slides as well.
    case gliding(Slide, from: VoicedNote, to: VoicedNote)
  }

  /// All steps, both ends included.
  static let always = 0..<Amount.steps + 1

  /// The steps before a threshold, or from it on.
  static func steps(before threshold: Int) -> Range<Int> { 0..<threshold }
  static func steps(from threshold: Int) -> Range<Int> { threshold..<Amount.steps + 1 }

  /// A note that both rhythms have, as it looks on both halves of the way.
  static func shared(_ from: VoicedNote, _ to: VoicedNote) -> [PlannedNote] {
    guard from != to else {
      return [PlannedNote(voice: from.voice, look: from.note, steps: always, course: .still)]
    }
    return switching(
      from, to, at: Amount.steps / 2, course: .mixed(from: from, to: to))
  }

  /// A note that looks like one until a threshold, and like another from there on.
  static func switching(
    _ from: VoicedNote?, _ to: VoicedNote?, at threshold: Int, course: Course
  ) -> [PlannedNote] {
    let before = from.map {
      PlannedNote(
        voice: $0.voice, look: $0.note, steps: steps(before: threshold), course: course)
    }
    let after = to.map {
      PlannedNote(voice: $0.voice, look: $0.note, steps: steps(from: threshold), course: course)
    }
    return [before, after].compactMap(\.self)
  }

  /// Whether its place depends on the amount.
  var glides: Bool {
    if case .gliding = course { true } else { false }
  }

  /// What it is in the two rhythms: the same where it does not change on the way.
  var ends: (VoicedNote, VoicedNote) {
    switch course {
    case .mixed(let from, let to), .gliding(_, let from, let to): (from, to)
    case .still, .fading:
      (VoicedNote(voice: voice, note: look), VoicedNote(voice: voice, note: look))
    }
  }

  /// The note at a step, or nothing where it does not sound.
  func note(at step: Int) throws(MusicError) -> Note? {
    guard steps.contains(step) else { return nil }
    switch course {
    case .still: return look
    case .mixed(let from, let to): return try look.mixed(from.note, to.note, at: step)
    case .fading(let isComing):
      let part = isComing ? step : Amount.steps - step
      return Velocity(mixed(0, look.velocity.value, at: part)).map { look.playing($0) }
    case .gliding(let slide, let from, let to):
      return try slide.placed(try look.mixed(from.note, to.note, at: step), at: step)
    }
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
  fileprivate func mixed(_ from: Note, _ to: Note, at step: Int) throws(MusicError) -> Note {
    var length = from.length
    if from.length != to.length {
      let mixed = try from.length + (to.length - from.length) * Fraction(step, Amount.steps)
      length = max(Self.lengthStep, try mixed.rounded(to: Self.lengthStep))
    }
    let shift =
      from.shift == to.shift
      ? from.shift : try from.shift.mixed(with: to.shift, at: Fraction(step, Amount.steps))
    return Note(
      onset: onset, length: length, stroke: stroke,
      velocity: Velocity(
        clamping: Composer.mixed(from.velocity.value, to.velocity.value, at: step)),
      shift: shift, key: key)
  }

  /// This note struck harder or softer.
  fileprivate func playing(_ velocity: Velocity) -> Note {
    Note(
      onset: onset, length: length, stroke: stroke, velocity: velocity, shift: shift, key: key)
  }
}
