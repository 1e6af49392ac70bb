/// What a rhythm does where in its bars, by role: by this, rhythms are found that resemble each other.
///
/// Every bar is taken for equally long, and every voice for its ``Voice/Role``; the onsets of all
/// voices together count as one line more. Strokes, tempo and feel are left out.
public struct Outline: Hashable, Sendable {
  /// How many bars there are.
  let bars: Int

  /// The steps into which each bar is cut.
  let stepsPerBar: Int

  /// The steps on which each role has an onset, in order, and last those of all roles.
  let lines: [[Int]]

  /// The outline of a rhythm.
  ///
  /// - Throws: ``MusicError/tooFine`` where no grid of at most 2²⁰ steps cuts all bars alike.
  /// - Complexity: O(n log n) for n notes.
  public init(_ rhythm: Rhythm) throws(MusicError) {
    var places: [(role: Int, bar: Int, phase: Fraction)] = []
    for part in rhythm.parts {
      var bar = 0
      for note in part.notes {
        while rhythm.barLines[bar + 1] <= note.onset { bar += 1 }
        let phase = try (note.onset - rhythm.barLines[bar]) / rhythm.bars[bar].beats
        places.append((part.voice.role.rawValue, bar, phase))
      }
    }
    let stepsPerBar = try Fraction.commonDenominator(
      of: places.lazy.map(\.phase), most: Self.finest / rhythm.bars.count)
    var lines = Array(repeating: Set<Int>(), count: Voice.Role.allCases.count + 1)
    for place in places {
      let step =
        place.bar * stepsPerBar
        + place.phase.numerator * (stepsPerBar / place.phase.denominator)
      lines[place.role].insert(step)
      lines[lines.count - 1].insert(step)
    }
    bars = rhythm.bars.count
    self.stepsPerBar = stepsPerBar
    self.lines = lines.map { $0.sorted() }
  }

  /// The most steps of all bars.
  private static let finest = 1 << 20
}
