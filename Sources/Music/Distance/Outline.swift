/// What a rhythm does where in its bars, by role: by this, rhythms are found that resemble each
/// other.
///
/// Every bar is taken for equally long, and every voice for its ``Voice/Role``. Two lines more are
/// the onsets of all voices together, by which a plucked line can resemble a drum, and all accents,
/// by which even strokes differ. What else a stroke is, tempo and feel are left out.
public struct Outline: Hashable, Sendable {
  /// How many bars there are.
  let bars: Int

  /// The steps into which each bar is cut.
  let stepsPerBar: Int

  /// The steps on which each role has an onset, in order; then those of all roles, and of accents.
  let lines: [[Int]]

  /// The outline of a rhythm.
  ///
  /// - Throws: ``MusicError/tooFine`` where no grid of at most 2²⁰ steps cuts all bars alike.
  /// - Complexity: O(n log n) for n notes.
  public init(_ rhythm: Rhythm) throws(MusicError) {
    let (all, accents) = (Voice.Role.allCases.count, Voice.Role.allCases.count + 1)
    var places: [(lines: [Int], bar: Int, phase: Fraction)] = []
    for part in rhythm.parts {
      let lines = [part.voice.role.rawValue, all]
      var bar = 0
      for note in part.notes {
        while rhythm.barLines[bar + 1] <= note.onset { bar += 1 }
        let phase = try (note.onset - rhythm.barLines[bar]) / rhythm.bars[bar].beats
        places.append((lines + (note.stroke.isAccented ? [accents] : []), bar, phase))
      }
    }
    let stepsPerBar = try Fraction.commonDenominator(
      of: places.lazy.map(\.phase), most: Self.finest / rhythm.bars.count)
    var lines = Array(repeating: Set<Int>(), count: accents + 1)
    for place in places {
      let step =
        place.bar * stepsPerBar
        + place.phase.numerator * (stepsPerBar / place.phase.denominator)
      for line in place.lines { lines[line].insert(step) }
    }
    bars = rhythm.bars.count
    self.stepsPerBar = stepsPerBar
    self.lines = lines.map { $0.sorted() }
  }

  /// The most steps of all bars.
  private static let finest = 1 << 20
}
