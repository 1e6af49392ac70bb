import Music

/// The way of one note from one rhythm to the other: it stays, changes, comes or goes.
struct Passage {
  /// The note at the beginning of the way; nothing where it comes.
  let from: VoicedNote?
  /// The note at the end of the way; nothing where it goes.
  let to: VoicedNote?
  /// The step from which on it is more like the note at the end than like that at the beginning.
  let threshold: Int
  /// Who would play it at the end of the way at which it is not there.
  let partner: Voice?
  let manner: Manner

  /// How it comes to the other end.
  enum Manner {
    /// At once, at the threshold.
    case switching
    /// Along the circle.
    case sliding(Slide)
    /// Out of silence, or into it.
    case fading
  }

  /// A note that becomes another.
  init(_ from: VoicedNote, _ to: VoicedNote, at threshold: Int, sliding slide: Slide? = nil) {
    (self.from, self.to, self.threshold) = (from, to, threshold)
    partner = nil
    manner = slide.map { .sliding($0) } ?? .switching
  }

  /// A note that goes.
  init(
    leaving note: VoicedNote, at threshold: Int, partner: Voice?, manner: Manner = .switching
  ) {
    (from, to, self.threshold) = (note, nil, threshold)
    (self.partner, self.manner) = (partner, manner)
  }

  /// A note that comes.
  init(
    coming note: VoicedNote, at threshold: Int, partner: Voice?, manner: Manner = .switching
  ) {
    (from, to, self.threshold) = (nil, note, threshold)
    (self.partner, self.manner) = (partner, manner)
  }

  /// A note that both rhythms have: what cannot be mixed changes in the middle of the way.
  init(shared from: VoicedNote, _ to: VoicedNote) {
    self.init(from, to, at: Amount.steps / 2)
  }

  /// The notes that sound on it, each for a part of the way.
  var notes: [PlannedNote] {
    guard let from, let to else {
      let course: PlannedNote.Course
      if case .fading = manner { course = .fading(isComing: to != nil) } else { course = .still }
      return PlannedNote.switching(from, to, at: threshold, course: course)
    }
    if case .sliding(let slide) = manner {
      return PlannedNote.switching(
        from, to, at: threshold, course: .gliding(slide, from: from.note, to: to.note))
    }
    guard from != to else {
      return [
        PlannedNote(
          voice: from.voice, look: from.note, steps: PlannedNote.always, course: .still)
      ]
    }
    return PlannedNote.switching(
      from, to, at: threshold, course: .mixed(from: from.note, to: to.note))
  }
}

extension Schedule {
  /// The ways of all notes, where those that move do so in some manner and others in another.
  func passages(
    moving: (Change) -> Slide? = { _ in nil }, alone: Passage.Manner = .switching
  ) -> [Passage] {
    shared.map { Passage(shared: $0.from, $0.to) }
      + changes.flatMap { change -> [Passage] in
        if change.isMove, let from = change.from, let to = change.to {
          return [Passage(from, to, at: change.threshold, sliding: moving(change))]
        }
        let lane = lanes[change.lane]
        return [
          change.from.map {
            Passage(
              leaving: $0, at: change.threshold, partner: lane.secondVoice, manner: alone)
          },
          change.to.map {
            Passage(coming: $0, at: change.threshold, partner: lane.firstVoice, manner: alone)
          },
        ].compactMap(\.self)
      }
  }
}
