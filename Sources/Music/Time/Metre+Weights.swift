/// How strong each slot of a row of bars is.
///
/// The ranks generalise Barlow's *indispensability* to additive metres: slots are ordered by their
/// level; within a level, by how near ahead the next stronger slot is; then by that slot's own
/// strength. For every stratification of twos and threes up to 64 pulses they are Barlow's.
///
/// Source: C. Barlow, "Two Essays on Theory", *Computer Music Journal* 11 (1) (1987), 44–60; the
/// generalisation is ours.
public struct MetricalRanks: Hashable, Sendable {
  /// The rank of each slot: 0 for the weakest, one less than the count for the first downbeat.
  public let ranks: [Int]

  /// Ranks the slots of some bars that are all cut into steps, so many to a whole note.
  ///
  /// There are none where a pulse of some bar is not a whole number of steps.
  ///
  /// - Complexity: O(n log n) for n slots.
  public init?(bars: [Metre], stepsPerWhole: Int) {
    var levels: [Int] = []
    for bar in bars {
      guard let ofBar = bar.levels(stepsPerWhole: stepsPerWhole) else { return nil }
      levels += ofBar
    }
    ranks = Self.ranks(of: levels)
  }

  /// How strong a slot is, from 0 for the weakest to 1 for the first downbeat.
  public func weight(of slot: Int) -> Double {
    ranks.count == 1 ? 1 : Double(ranks[slot]) / Double(ranks.count - 1)
  }

  private static func ranks(of levels: [Int]) -> [Int] {
    let count = levels.count
    var ranks = Array(repeating: count - 1, count: count)
    var next = count - 2
    let byLevel = Dictionary(grouping: levels.indices.dropFirst(), by: { levels[$0] })
    for level in byLevel.keys.sorted() {
      let ahead = distancesToStronger(than: level, in: levels)
      let order = (byLevel[level] ?? []).sorted { left, right in
        if ahead[left] != ahead[right] { return ahead[left] < ahead[right] }
        let (leftTarget, rightTarget) = (
          (left + ahead[left]) % count, (right + ahead[right]) % count
        )
        if leftTarget != rightTarget { return ranks[leftTarget] > ranks[rightTarget] }
        return left > right
      }
      for slot in order {
        ranks[slot] = next
        next -= 1
      }
    }
    return ranks
  }

  /// For each slot, how many slots ahead the next one of a stronger level is, around the circle.
  ///
  /// The first slot counts as stronger than every level, so that each slot has such a one.
  private static func distancesToStronger(than level: Int, in levels: [Int]) -> [Int] {
    var distances = Array(repeating: 0, count: levels.count)
    var distance = 0
    for slot in levels.indices.reversed() {
      distance += 1
      distances[slot] = distance
      if slot == 0 || levels[slot] < level { distance = 0 }
    }
    return distances
  }
}

extension Metre {
  /// The level of each step of a bar: 0 for the bar, then groups, pulses and ever finer parts.
  ///
  /// Four or more equal groups are paired or tripled first (4/4 in quarters has its half bar);
  /// a group of four pulses is halved; pulses are divided by their smallest prime factors first.
  ///
  /// - Returns: Nothing where a pulse is not a whole number of steps.
  package func levels(stepsPerWhole: Int) -> [Int]? {
    guard stepsPerWhole % unit == 0 else { return nil }
    let pulse = stepsPerWhole / unit
    var levels = Array(repeating: Int.max, count: pulses * pulse)
    var depth = 0
    func mark(_ places: some Sequence<Int>) {
      for place in places where levels[place] > depth { levels[place] = depth }
      depth += 1
    }
    let starts = boundaries.dropLast()
    mark([0])
    for stride in groupStrides {
      mark(starts.enumerated().filter { $0.offset % stride == 0 }.map { $0.element * pulse })
    }
    mark(
      zip(starts, groups).flatMap { start, size in
        size == 4 ? [start * pulse, (start + 2) * pulse] : [start * pulse]
      })
    var step = pulse
    mark(Swift.stride(from: 0, to: levels.count, by: step))
    for factor in primeFactors(of: pulse) {
      step /= factor
      mark(Swift.stride(from: 0, to: levels.count, by: step))
    }
    return levels
  }

  /// How many groups lie between the marks of each level from the bar down to the groups.
  private var groupStrides: [Int] {
    guard Set(groups).count == 1 else { return [1] }
    var strides: [Int] = []
    var stride = groups.count
    for factor in primeFactors(of: groups.count) {
      stride /= factor
      strides.append(stride)
    }
    return strides
  }
}

/// The prime factors of a number, the smallest first; none for 1.
private func primeFactors(of number: Int) -> [Int] {
  var factors: [Int] = []
  var rest = number
  var candidate = 2
  while candidate * candidate <= rest {
    while rest % candidate == 0 {
      factors.append(candidate)
      rest /= candidate
    }
    candidate += 1
  }
  return rest > 1 ? factors + [rest] : factors
}
