import Music

/// The blend by metrical strength: of the first rhythm's own notes the weak leave first, of the
/// second's the strong come first.
///
/// The middle holds the strong notes of both and the weak notes of neither: plainer and more
/// grounded than both ends, as in a breakdown or before a build-up. What both share stays.
///
/// Laws: those of ``Jump`` but one: the number of notes of all voices together, not of each, is
/// between those at the ends.
///
/// Source: metrical strength as the order in which notes enter is C. Barlow's, "Two Essays on
/// Theory", *Computer Music Journal* 11 (1) (1987), 44–60; one number of chance for each note and
/// place, whatever the amount, is common random numbers as in simulation.
public struct Skeleton: Morphing {
  /// What was planned.
  public let way: Way

  /// Plans the blend of two rhythms that were fitted to each other.
  ///
  /// Of the settings the reach and the order mean nothing here.
  ///
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(n log n) for n notes.
  public init(
    from first: Fit.Fitted, to second: Fit.Fitted, settings: Jump.Settings = Jump.Settings()
  ) throws(ComposerError) {
    let ends = try Ends(first, second, settings)
    var passages: [Passage] = []
    var (going, coming): ([Alone], [Alone]) = ([], [])
    for lane in ends.lanes {
      let twins = ends.planner.twins(in: lane)
      for (note, twin) in zip(lane.first, twins) {
        if let twin {
          passages.append(Passage(shared: note, lane.second[twin]))
        } else {
          going.append(Alone(note: note, partner: lane.secondVoice))
        }
      }
      let kept = Set(twins)
      coming += lane.second.enumerated().filter { !kept.contains($0.offset) }.map {
        Alone(note: $0.element, partner: lane.firstVoice)
      }
    }
    for (rank, note) in ends.planner.weakestFirst(going).enumerated() {
      let threshold = Self.threshold(rank, of: going.count)
      passages.append(Passage(leaving: note.note, at: threshold, partner: note.partner))
    }
    for (rank, note) in ends.planner.weakestFirst(coming).enumerated() {
      let threshold = Self.threshold(coming.count - 1 - rank, of: coming.count)
      passages.append(Passage(coming: note.note, at: threshold, partner: note.partner))
    }
    way = try Way(ends, passages)
  }

  /// A note that the other rhythm has not, and who would play it there.
  fileprivate struct Alone {
    let note: VoicedNote
    let partner: Voice?
  }

  /// The step nearest to the middle of one of some equal parts of the way, never an end.
  private static func threshold(_ rank: Int, of count: Int) -> Int {
    let middle = ((2 * rank + 1) * Amount.steps + count) / (2 * count)
    return min(max(1, middle), Amount.steps - 1)
  }
}

extension Planner {
  /// For each note of the first stream that of the second, as an index, which one voice plays together
  /// with it.
  fileprivate func twins(in lane: Lane) -> [Int?] {
    let pins = Pins.of(
      lane.first.map(point), lane.second.map(point), length: circle.length, reach: circle.reach,
      together: circle.together)
    return zip(lane.first, pins.first).map { note, pin in
      pin.flatMap { lane.second[$0].voice == note.voice ? $0 : nil }
    }
  }

  /// Notes by how strong their places are, with a little chance; of like ones the later first.
  fileprivate func weakestFirst(_ notes: [Skeleton.Alone]) -> [Skeleton.Alone] {
    let keyed = notes.map { alone in
      let note = alone.note
      let drawn = drawn(for: note.voice.name, at: note.note.onset)
      return (
        strength: (1 - settings.randomness) * weight(note) + settings.randomness * drawn,
        alone: alone
      )
    }
    return keyed.sorted { left, right in
      if left.strength != right.strength { return left.strength < right.strength }
      let (a, b) = (left.alone.note, right.alone.note)
      return a.note.onset == b.note.onset ? a.voice < b.voice : a.note.onset > b.note.onset
    }.map(\.alone)
  }
}
