/// The blend in which notes slide: matched notes glide along the circle of the bars from one place
/// to another, and what has no partner fades out or in.
///
/// It is an effect rather than a groove: between the ends most notes stand off both grids, and
/// for a while notes that go and notes that come sound together, softly. Between rhythms that differ
/// in swing or micro-timing alone it is a smooth way from one feel to the other. Notes of different
/// voices that are one another's partners change their voice on the way, in the order of ``Jump``.
///
/// Laws: the strength of all notes together changes in proportion to the amount; no note slides
/// further than the reach; matched notes keep their order and never meet. Where all notes are equally
/// strong, a voice at t is t times the whole distance away from the first rhythm, and 1 − t times
/// from the second. Where a fading note and a sliding one stand in one slot, the louder sounds.
///
/// Source: displacement interpolation for optimal partial transport, as in J. Delon, J. Salomon and
/// A. Sobolevskii, arXiv:0902.3527, and arXiv:2406.17674; see ``Matching``.
public struct Glide: Blending {
  /// What was planned.
  public let way: Way

  /// Plans the blend of two rhythms that were fitted to each other.
  ///
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where the matching would be too large or time too fine.
  /// - Complexity: O(n m²) for n and m notes in a voice.
  public init(
    from first: Fit.Fitted, to second: Fit.Fitted, settings: Jump.Settings = Jump.Settings()
  ) throws(ComposerError) {
    let ends = try Ends(first, second, settings, writesFeel: true)
    let schedule = try Schedule(ends.lanes, by: ends.planner, isPinned: false)
    way = try Way(ends, try Self.notes(of: schedule, between: ends))
  }

  /// The notes of a schedule, those that share a slot not yet resolved.
  static func notes(
    of schedule: Schedule, between ends: Ends
  ) throws(ComposerError) -> [PlannedNote] {
    let slots = try Slide.Slots(ends.planner.circle, ends.first, ends.second)
    return schedule.slides(in: slots) { $0.fades }
  }
}

extension Schedule {
  /// The notes of both rhythms, of which matched ones slide; what the others do is said.
  func slides(
    in slots: Slide.Slots, others: (Schedule.Change) -> [PlannedNote]
  ) -> [PlannedNote] {
    shared.flatMap { PlannedNote.shared($0.from, $0.to) }
      + changes.flatMap { change in
        guard change.isMove, let from = change.from, let to = change.to else {
          return others(change)
        }
        let slide = Slide(
          place: change.place * slots.perTick, way: change.way * slots.perTick, slots: slots)
        return PlannedNote.switching(
          from, to, at: change.threshold,
          course: .gliding(slide, from: from, to: to))
      }
  }
}

extension Schedule.Change {
  /// What goes fades out and what comes fades in, all the way.
  fileprivate var fades: [PlannedNote] {
    [(from, false), (to, true)].compactMap { note, isComing in
      note.map {
        PlannedNote(
          voice: $0.voice, look: $0.note, steps: PlannedNote.always,
          course: .fading(isComing: isComing))
      }
    }
  }
}
