/// The least work that turns one set of onsets on a circle into another: onsets go, come or move.
///
/// A circle is walked once, onset by onset of those that are not shared. What is carried along is a
/// number of onsets, below zero where onsets of the second set are carried back to the first. An
/// onset is taken up or laid down for nothing, or goes or comes for the price of the reach; each
/// onset that is carried costs two for each step. The work is a convex function of the number that
/// the walk begins with, so that the best number is found by halving.
struct Carrying {
  /// The work, in steps: the reach for each onset that goes or comes, two for each step of a move.
  let work: Int

  /// An onset that is not shared.
  private struct Place {
    let step: Int
    /// 1 where it is in the first set, -1 in the second.
    let sign: Int
  }

  /// - Parameters:
  ///   - first: The steps of the first set, in order.
  ///   - second: The steps of the second set, in order.
  ///   - length: The steps of the circle.
  ///   - reach: The farthest that it is worth to move an onset, in steps.
  /// - Throws: ``MusicError/tooMuch`` where a walk has more than ``Bounds/matchingCells`` choices.
  /// - Complexity: O(n r log r) for n onsets, of which at most r lie within the reach.
  init(_ first: [Int], _ second: [Int], length: Int, reach: Int) throws(MusicError) {
    let places = Self.unshared(first, second)
    guard first.count > 0 && second.count > 0 && places.count > 1 else {
      work = places.count * reach
      return
    }
    var gaps = zip(places, places.dropFirst()).map { $1.step - $0.step }
    gaps.append(length - places[places.count - 1].step + places[0].step)
    // The walk begins behind the longest gap, over which the least is carried.
    let longest = gaps.indices.max { gaps[$0] < gaps[$1] } ?? 0
    let order = (longest + 1..<longest + 1 + places.count).map { $0 % places.count }
    let most = Self.mostCarried(places, gaps, reach: reach)
    guard 2 * most + 1 <= Bounds.matchingCells / places.count else { throw .tooMuch }
    // Over a gap of the reach it costs as much to carry an onset as that it goes and another comes.
    let walk = order.map { (sign: places[$0].sign, gap: min(gaps[$0], reach)) }
    let bound = gaps[longest] >= reach ? 0 : most
    var (low, high) = (-bound, bound)
    while low < high {
      let middle = (low + high) >> 1
      let isLess =
        Self.work(of: walk, beginningWith: middle, most: most, reach: reach)
        <= Self.work(of: walk, beginningWith: middle + 1, most: most, reach: reach)
      if isLess { high = middle } else { low = middle + 1 }
    }
    work = Self.work(of: walk, beginningWith: low, most: most, reach: reach)
  }

  private static func unshared(_ first: [Int], _ second: [Int]) -> [Place] {
    var places: [Place] = []
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      let a = i < first.count ? first[i] : Int.max
      let b = j < second.count ? second[j] : Int.max
      if a < b { places.append(Place(step: a, sign: 1)) }
      if b < a { places.append(Place(step: b, sign: -1)) }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return places
  }

  /// How many onsets at most are worth to be carried at once: as many as begin within the reach.
  private static func mostCarried(_ places: [Place], _ gaps: [Int], reach: Int) -> Int {
    var (most, begin, way) = (1, 0, 0)
    for end in 0..<2 * places.count {
      while way >= reach || end - begin >= places.count {
        way -= gaps[begin % places.count]
        begin += 1
      }
      most = max(most, end - begin + 1)
      way += gaps[end % places.count]
    }
    return most
  }

  /// The work of a walk that begins, and so must end, with some onsets carried.
  private static func work(
    of walk: [(sign: Int, gap: Int)], beginningWith begin: Int, most: Int, reach: Int
  ) -> Int {
    let never = Int.max / 2
    var costs = Array(repeating: never, count: 2 * most + 1)
    costs[most + begin] = 0
    for (sign, gap) in walk {
      var next = Array(repeating: never, count: costs.count)
      for index in costs.indices {
        let taken = index - sign
        let moved = costs.indices.contains(taken) ? costs[taken] : never
        let cost = min(moved, costs[index] + reach)
        next[index] = min(never, cost + 2 * gap * abs(index - most))
      }
      costs = next
    }
    return costs[most + begin]
  }
}
