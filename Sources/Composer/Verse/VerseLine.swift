public import Music

/// A line of verse laid on the pulses of some bars: where each syllable falls.
///
///     VerseLine(groups: [4, 3, 4], pulses: 16, in: [.common])?.groupStarts  // 0, 4, 8
///
/// Each syllable takes a pulse; pulses that are left over lengthen the last syllable of groups. They
/// are given so that groups begin on strong pulses and the line's pause stays at its end: the sum of
/// the metrical ranks of the group starts, less two for each pulse given to a group but the last,
/// is as large as can be; of equals the later groups take the pulses.
///
/// Source: the rule is ours; ranks as ``MetricalRanks``.
public struct VerseLine: Hashable, Sendable {
  /// The syllables of each group, in order.
  public let groups: [Int]
  /// How many pulses the line has.
  public let pulses: Int
  /// How many pulses lengthen the last syllable of each group.
  public let spare: [Int]

  /// What a spare pulse in the middle of the line costs, in ranks.
  private static let priceOfPause = 2

  /// A line on pulses of given strength.
  ///
  /// There is none where a group has no syllable or there are more syllables than pulses.
  ///
  /// - Parameters:
  ///   - groups: The syllables of each group, such as 4, 3 and 4.
  ///   - ranks: How strong each pulse of the line is, the greater the stronger.
  /// - Complexity: O(g s²) for g groups and s pulses left over.
  public init?(groups: [Int], ranks: [Int]) {
    let room = Metre.pulseCounts.upperBound * Bounds.rhythmBars
    guard !groups.isEmpty, groups.count <= room, ranks.count <= room,
      groups.allSatisfy({ (1...room).contains($0) })
    else { return nil }
    let left = ranks.count - groups.reduce(0, +)
    guard left >= 0, (left + 1) * (left + 1) <= Bounds.matchingCells / groups.count else {
      return nil
    }
    self.groups = groups
    pulses = ranks.count
    // The best sum for the groups from one on when so many spare pulses came before it.
    var best = Array(repeating: 0, count: left + 1)
    var choices: [[Int]] = []
    for index in groups.indices.reversed() {
      let start = groups[..<index].reduce(0, +)
      let isLast = index == groups.count - 1
      var sums: [Int] = []
      var chosen: [Int] = []
      for before in 0...left {
        // What is given here; the least of equal ones comes first, so that later groups take it.
        let given = isLast ? left - before...left - before : 0...left - before
        let gains = given.map {
          (isLast ? 0 : best[before + $0]) - (isLast ? 0 : Self.priceOfPause * $0)
        }
        let most = gains.max() ?? 0
        sums.append(most + ranks[start + before])
        chosen.append(given.lowerBound + (gains.firstIndex(of: most) ?? 0))
      }
      best = sums
      choices.append(chosen)
    }
    spare =
      choices.reversed().reduce(into: (before: 0, spare: [Int]())) { state, chosen in
        state.spare.append(chosen[state.before])
        state.before += chosen[state.before]
      }.spare
  }

  /// A line on so many equal pulses of some bars.
  ///
  /// - Returns: Nothing where the line does not fit, or the pulses do not divide each pulse of the
  ///   bars evenly.
  public init?(groups: [Int], pulses: Int, in bars: [Metre]) {
    guard let ranks = Self.ranks(of: pulses, in: bars) else { return nil }
    self.init(groups: groups, ranks: ranks)
  }

  private static func ranks(of pulses: Int, in bars: [Metre]) -> [Int]? {
    var beats = Fraction.zero
    for bar in bars { beats = (try? beats + bar.beats) ?? beats }
    guard pulses > 0, beats > 0, let pulse = try? beats / Fraction(pulses * 4),
      pulse.numerator == 1
    else { return nil }
    return MetricalRanks(bars: bars, stepsPerWhole: pulse.denominator)?.ranks
  }

  /// The pulses on which groups begin.
  public var groupStarts: [Int] {
    zip(groups, spare).reduce(into: [0]) { starts, group in
      starts.append((starts.last ?? 0) + group.0 + group.1)
    }.dropLast()
  }

  /// The pulse of each syllable and how many pulses it lasts, group by group.
  public var syllables: [[(pulse: Int, length: Int)]] {
    groups.indices.map { index in
      (0..<groups[index]).map { syllable in
        let isLast = syllable == groups[index] - 1
        return (groupStarts[index] + syllable, isLast ? 1 + spare[index] : 1)
      }
    }
  }

  /// Whether a pulse only lengthens a syllable: there the verse pauses.
  public func isPause(_ pulse: Int) -> Bool {
    !zip(groupStarts, groups).contains { start, group in start..<start + group ~= pulse }
  }
}
