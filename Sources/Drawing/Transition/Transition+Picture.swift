import Music

extension Transition {
  /// The stages as panels of one picture: each has a row for every voice, in the same order.
  ///
  /// - Throws: ``MusicError/tooFine`` where the common grid has too many columns.
  func picture() throws(MusicError) -> Picture {
    let subjects = try stages.map { stage throws(MusicError) in
      Picture.Subject(
        try stage.rhythm.playing(voices), title: stage.label, isFromFile: false)
    }
    return try Picture(of: subjects).withoutRestsOfSilence
  }

  /// What must be told of each row of a picture beside its notes: what came, went and moved.
  func signs(of picture: Picture) throws(MusicError) -> [[Picture.Signs]] {
    let courses = courses
    var signs = stages.map { _ in voices.map { _ in Picture.Signs() } }
    let rows = Dictionary(uniqueKeysWithValues: voices.enumerated().map { ($1, $0) })
    for (index, stage) in stages.enumerated() {
      for (spot, course) in courses[index] {
        guard let row = rows[spot.voice] else { continue }
        signs[index][row].courses[try (spot.onset / picture.step).floor] = course
      }
      for part in stage.rhythm.parts {
        guard let row = rows[part.voice] else { continue }
        for note in part.notes where note.strength(in: part.voice) < Self.leastStrength {
          signs[index][row].soft.insert(try (note.onset / picture.step).floor)
        }
      }
    }
    return signs
  }

  /// The part of its usual strength below which a note is called soft.
  private static let leastStrength = 0.5
}

extension Picture {
  /// The picture with nothing but gaps in rows without notes, so that it is seen who is silent.
  fileprivate var withoutRestsOfSilence: Picture {
    Picture(step: step, panels: panels.map(\.withoutRestsOfSilence))
  }

  /// What is told of the steps of a row beside what is struck there.
  struct Signs: Hashable {
    /// How the note at a step stands to the stage before, or that it has gone.
    var courses: [Int: Transition.Course] = [:]
    /// The steps of notes that are struck softly for their kind.
    var soft: Set<Int> = []

    /// Whether a sign says of some note that it is soft: of one that stays where it is.
    var tellsSoftness: Bool {
      soft.contains { [.stays, .kept].contains(courses[$0]) }
    }

    /// What is written for a step, and how it is inked: what stands before its cell, and the cell.
    func written(
      at step: Int, _ blank: String, _ cell: (Character, Ink)
    ) -> [(String, Ink)] {
      let cell = (String(cell.0), soft.contains(step) ? .faint : cell.1)
      switch courses[step] {
      case nil: return [(blank, .faint), cell]
      case .stays: return [(soft.contains(step) ? "(" : blank, .faint), cell]
      case .goes: return [(blank, .faint), (String(Transition.Course.goes.sign), .red)]
      case .kept where soft.contains(step): return [("(", .faint), cell]
      case .some(let course):
        return [(String(course.sign), course.ink), (cell.0, course == .kept ? cell.1 : course.ink)]
      }
    }
  }
}

extension Rhythm {
  /// The same rhythm with a part for each of some voices, in their order; an empty one for who rests.
  fileprivate func playing(_ voices: [Voice]) throws(MusicError) -> Rhythm {
    try Rhythm(
      origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel,
      parts: voices.map { self[$0] ?? Part(voice: $0, notes: []) })
  }
}
