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
    case mixed(from: Note, to: Note)
    /// It comes out of silence, or goes into it.
    case fading(isComing: Bool)
    /// It is mixed, and its place slides as well.
    case gliding(Slide, from: Note, to: Note)

    /// The steps at which it sounds, where no threshold decides.
    fileprivate var steps: Range<Int>? {
      if case .fading = self { PlannedNote.always } else { nil }
    }
  }

  /// All steps, both ends included.
  static let always = 0..<Amount.steps + 1

  /// The steps before a threshold, or from it on.
  static func steps(before threshold: Int) -> Range<Int> { 0..<threshold }
  static func steps(from threshold: Int) -> Range<Int> { threshold..<Amount.steps + 1 }

  /// A note that looks like one until a threshold, and like another from there on.
  static func switching(
    _ from: VoicedNote?, _ to: VoicedNote?, at threshold: Int, course: Course
  ) -> [PlannedNote] {
    let before = from.map {
      PlannedNote(
        voice: $0.voice, look: $0.note, steps: course.steps ?? steps(before: threshold),
        course: course)
    }
    let after = to.map {
      PlannedNote(
        voice: $0.voice, look: $0.note, steps: course.steps ?? steps(from: threshold),
        course: course)
    }
    return [before, after].compactMap(\.self)
  }

  /// Whether its place depends on the amount.
  var glides: Bool {
    if case .gliding = course { true } else { false }
  }

  /// The note at a step, or nothing where it does not sound.
  func note(at step: Int) throws(MusicError) -> Note? {
    guard steps.contains(step) else { return nil }
    switch course {
    case .still: return look
    case .mixed(let from, let to): return try look.mixed(from, to, at: Steps(step))
    case .fading(let isComing): return look.faded(isComing ? step : Amount.steps - step)
    case .gliding(let slide, let from, let to):
      return try slide.placed(try look.mixed(from, to, at: Steps(step)), at: step)
    }
  }
}
