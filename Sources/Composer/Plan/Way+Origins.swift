import Music

extension Way {
  /// Where each note of the blend comes from.
  func origins(at amounts: Amounts) throws(ComposerError) -> [NoteOrigin] {
    let (steps, feels) = (steps(at: amounts), feels)
    let sounding = try exactly { () throws(MusicError) in
      try passages.map { passage throws(MusicError) in
        (passage: passage, now: try passage.note(at: steps, feels: feels))
      }
    }
    var loudest: [Voice: [Note]] = [:]
    for (voice, notes) in Dictionary(grouping: sounding.compactMap(\.now), by: \.voice) {
      loudest[voice] = notes.map(\.note).resolved
    }
    var heard = Set(
      loudest.flatMap { voice, notes in notes.map { VoicedNote(voice: voice, note: $0) } })
    return sounding.map { passage, now in
      // Of notes that are alike in everything, only one is heard.
      origin(of: passage, now: now, isHeard: now.map { heard.remove($0) != nil } ?? false)
    }.sorted { left, right in
      guard let place = left.anyNote?.place, let other = right.anyNote?.place, place != other
      else { return left.kind.rawValue < right.kind.rawValue }
      return place < other
    }
  }

  private func origin(
    of passage: Passage, now: VoicedNote?, isHeard: Bool
  ) -> NoteOrigin {
    let (first, second) =
      isReversed ? (passage.to, passage.from) : (passage.from, passage.to)
    let change = passage.switches.map(Amount.init(step:))
    return NoteOrigin(
      first: first, second: second, now: isHeard ? now : nil,
      change: isReversed ? change?.reversed : change,
      kind: now != nil && !isHeard ? .masked : .init(first, second, now: now))
  }
}

extension Passage {
  /// The step at which it becomes the other note; nothing where it fades.
  fileprivate var switches: Int? {
    if case .fading = manner { nil } else { threshold }
  }
}

extension NoteOrigin.Kind {
  /// What a note is that is nowhere masked.
  fileprivate init(_ first: VoicedNote?, _ second: VoicedNote?, now: VoicedNote?) {
    switch (first?.place, second?.place, now?.place) {
    case (nil, _, nil): self = .coming
    case (nil, _, _): self = .born
    case (_, nil, nil): self = .gone
    case (_, nil, _): self = .leaving
    case (let first, let second, _) where first == second: self = .kept
    case (let first, _, let now) where first == now: self = .waiting
    case (_, let second, let now): self = second == now ? .moved : .moving
    }
  }
}

extension NoteOrigin {
  /// The note as it sounds, or else as a rhythm has it.
  fileprivate var anyNote: VoicedNote? { now ?? first ?? second }
}

extension VoicedNote {
  /// Who plays where.
  struct Place: Hashable, Comparable {
    let voice: Voice
    let onset: Fraction

    static func < (left: Place, right: Place) -> Bool {
      (left.onset, left.voice) < (right.onset, right.voice)
    }
  }

  var place: Place { Place(voice: voice, onset: note.onset) }
}
