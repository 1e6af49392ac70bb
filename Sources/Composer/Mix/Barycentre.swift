public import Music

/// The mix of several rhythms in which notes glide to the middle of where all want them.
///
/// The first rhythm is the pivot: each other one's sounds and notes are matched to it as for a blend,
/// see ``Ensemble`` and ``Matching``.
/// A note of the pivot stands where its partners pull it, each by its share; it is as strong as the
/// partners that it has, by their shares, and fades where it has none. Notes that only another
/// rhythm has sound as strongly as its share. It is an effect: places between lie off the grids.
///
/// Laws: with all shares one rhythm's it is that rhythm; the strengths of a sound, before they are
/// rounded, add up to those of the rhythms by their shares; no note moves farther than the reach. A
/// note whose partners are other voices has the voice of the one with the greatest share.
/// The pivot is the first rhythm, never the one with the greatest share, where a mix would jump.
///
/// Source: displacement interpolation along plans to a fixed reference; see ``Matching``.
public struct Barycentre: Mixing {
  /// The rhythms; the first is the pivot.
  public let rhythms: [Rhythm]

  private let company: Company
  private let circle: TickCircle
  private let voices: [Voice]
  private let threads: [Thread]

  /// A note of the pivot, or one that another rhythm alone has, as each rhythm plays it.
  private struct Thread {
    /// The note where each rhythm has it, and how far from the first of them it lies, in ticks.
    let notes: [VoicedNote?]
    let ways: [Int]
    let place: Int
  }

  /// The finest step to which places and lengths are kept, in quarter notes.
  private static let step = Fraction(1, 960)

  /// Matches all rhythms to the first.
  ///
  /// - Parameters:
  ///   - rhythms: The rhythms.
  ///   - reach: How far a note of full velocity may move, in quarter notes.
  /// - Precondition: There is a rhythm, all have the same bars, and the reach is one of
  ///   ``Jump/Settings/reaches``.
  /// - Throws: ``ComposerError`` where the matching would be too large or time too fine.
  public init(_ rhythms: [Rhythm], reach: Fraction = 1) throws(ComposerError) {
    precondition(Jump.Settings.reaches.contains(reach), "the reach is in its range")
    self.rhythms = rhythms
    company = try Company(rhythms)
    voices = company.voices.sorted()
    let onsets = company.rhythms.flatMap { $0.voicedNotes.map(\.note.onset) }
    circle = try TickCircle(of: rhythms[0].beats, with: onsets + [reach])
    var (threads, cells) = ([Thread](), Bounds.matchingCells)
    for row in try Ensemble(company.rhythms, pivot: 0).rows {
      threads += try Self.threads(of: row.notes, circle, reach, &cells)
    }
    self.threads = threads
  }

  private static func threads(
    of lines: [[VoicedNote]], _ circle: TickCircle, _ reach: Fraction, _ cells: inout Int
  ) throws(ComposerError) -> [Thread] {
    let points = lines.map { notes in
      notes.map {
        Matching.Point(place: circle.ticks(of: $0.note.onset), velocity: $0.note.velocity.value)
      }
    }
    var pivots = lines[0].map { note -> [VoicedNote?] in
      [note] + Array(repeating: nil, count: lines.count - 1)
    }
    var ways = Array(
      repeating: Array(repeating: 0, count: lines.count), count: lines[0].count)
    var births: [Thread] = []
    for index in lines.indices.dropFirst() {
      let matching = try Matching(
        points[0], points[index], length: circle.length, reach: circle.ticks(of: reach),
        isPinned: true, cells: &cells)
      for pair in matching.pairs {
        pivots[pair.first][index] = lines[index][pair.second]
        let way = points[index][pair.second].place - points[0][pair.first].place
        let turns = [way - circle.length, way, way + circle.length]
        ways[pair.first][index] = turns.min { abs($0) < abs($1) } ?? way
      }
      births += matching.births.map { birth in
        Thread(
          notes: lines.indices.map { $0 == index ? lines[index][birth] : nil },
          ways: Array(repeating: 0, count: lines.count), place: points[index][birth].place)
      }
    }
    return lines[0].indices.map { note in
      Thread(notes: pivots[note], ways: ways[note], place: points[0][note].place)
    } + births
  }

  /// The rhythm at some shares.
  ///
  /// Places and lengths are kept to 1/960 of a quarter note. Of notes of one voice that come to one
  /// place the strongest sounds; a note weaker than half a step of velocity does not.
  ///
  /// - Precondition: There are as many shares as rhythms.
  public func rhythm(at weights: MixWeights) throws(ComposerError) -> Rhythm {
    precondition(weights.steps.count == rhythms.count, "each rhythm has a share")
    if let only = weights.only { return rhythms[only] }
    let notes = try exactly { () throws(MusicError) in
      try threads.map { thread throws(MusicError) in try note(of: thread, at: weights) }
    }
    return try company.rhythm(
      notes.compactMap(\.self).softestFirst,
      origin: .made(of: company.origins, by: "barycentre"), voices: voices)
  }

  private func note(
    of thread: Thread, at weights: MixWeights
  ) throws(MusicError) -> VoicedNote? {
    let living = thread.notes.indices.filter { thread.notes[$0] != nil && weights.steps[$0] > 0 }
    let total = living.reduce(0) { $0 + weights.steps[$1] }
    let strength = living.reduce(0) { sum, index in
      sum + weights.steps[index] * (thread.notes[index]?.note.velocity.value ?? 0)
    }
    let velocity = (strength * 2 + Amount.steps) / (2 * Amount.steps)
    let leader = living.max { weights.steps[$0] < weights.steps[$1] }
    guard velocity > 0, let leader, let model = thread.notes[leader] else { return nil }
    var (length, shift) = (Fraction.zero, model.note.shift)
    var (way, paid) = (Fraction.zero, 0)
    for index in living {
      guard let note = thread.notes[index]?.note else { continue }
      let share = Fraction(weights.steps[index], total)
      way = try way + share * Fraction(thread.ways[index])
      length = try length + share * note.length
      paid += weights.steps[index]
      let part = Fraction(weights.steps[index], paid)
      shift =
        paid == weights.steps[index] ? note.shift : try shift.mixed(with: note.shift, at: part)
    }
    let place = try (Fraction(thread.place) + way) / Fraction(circle.ticksPerBeat)
    let isStill = way.denominator == 1
    let onset = try (isStill ? place : place.rounded(to: Self.step))
      .modulo(rhythms[0].beats)
    let isOneLength = living.allSatisfy { thread.notes[$0]?.note.length == model.note.length }
    let note = Note(
      onset: onset,
      length: isOneLength
        ? model.note.length : max(Self.step, try length.rounded(to: Self.step)),
      stroke: model.note.stroke, velocity: Velocity(clamping: velocity), shift: shift,
      key: model.note.key)
    return VoicedNote(voice: model.voice, note: note)
  }
}
