import Music

/// The cheapest way to turn one voice's notes into another's on the circle of the bar.
///
/// Moving a full-velocity note by the reach costs as much as silencing it and striking a new one;
/// quiet notes travel proportionally less far. Matched notes keep their order around the circle,
/// and notes that begin together stay together ("pinned"). All costs are integers: in units of
/// 127 times the reach, the cost is the number of full notes changed.
///
/// Source: exact optimal transport between circular histograms, J. Delon, J. Salomon and
/// A. Sobolevskii, arXiv:0902.3527, with partial transport to silence, arXiv:2406.17674; the
/// cyclic dynamic programme, its tie-breaks and the pins are ours.
struct Matching {
  /// A note as the matching sees it.
  struct Point: Hashable {
    /// Where it is, in ticks from the beginning of the circle.
    let place: Int
    let velocity: Int
  }

  /// Matched pairs, as indices of the first and the second voice's notes, and their prices.
  private(set) var pairs: [(first: Int, second: Int, price: Int)] = []
  /// Notes of the first voice without a partner.
  private(set) var deaths: [Int] = []
  /// Notes of the second voice without a partner.
  private(set) var births: [Int] = []

  /// What a way costs: the price, then what decides between ways of one price.
  private struct Cost: Comparable {
    var price = 0
    /// Pairs that begin together, counted below zero: more of them is better.
    var together = 0
    var squares = 0

    static func < (left: Cost, right: Cost) -> Bool {
      (left.price, left.together, left.squares)
        < (right.price, right.together, right.squares)
    }

    static func + (left: Cost, right: Cost) -> Cost {
      Cost(
        price: left.price + right.price, together: left.together + right.together,
        squares: left.squares + right.squares)
    }
  }

  private enum Step { case pair, death, birth }

  private let first: [Point]
  private let second: [Point]
  private let length: Int
  private let reach: Int
  private let windows: ClosedRange<Int>
  /// Whether each note has a partner at its own place, which it may not leave.
  private let firstPins: [Bool]
  private let secondPins: [Bool]

  /// Matches two voices exactly.
  ///
  /// - Parameters:
  ///   - first: The first voice's notes, in order, no two at one place.
  ///   - second: The second voice's notes, in order, no two at one place.
  ///   - length: The length of the circle, in ticks.
  ///   - reach: How far a note of full velocity may move, in ticks.
  ///   - cells: How many cells of tables are left; those that this matching needs are taken away.
  /// - Throws: ``ComposerError`` where not enough are left.
  /// - Complexity: O(n m w) for n and m notes, m the fewer, of which w lie within reach of the
  ///   circle's beginning.
  init(
    _ first: [Point], _ second: [Point], length: Int, reach: Int, cells: inout Int
  ) throws(ComposerError) {
    self.first = first
    self.second = second
    self.length = length
    self.reach = reach
    windows = Self.windows(of: second, length: length, reach: reach)
    let pins = Set(first.map(\.place)).intersection(second.map(\.place))
    firstPins = first.map { pins.contains($0.place) }
    secondPins = second.map { pins.contains($0.place) }
    guard second.count <= first.count else {
      let turned = try Matching(second, first, length: length, reach: reach, cells: &cells)
      pairs = turned.pairs.map { ($0.second, $0.first, $0.price) }.sorted { $0.0 < $1.0 }
      (deaths, births) = (turned.births, turned.deaths)
      return
    }
    let needed = Double(first.count) * Double(second.count) * Double(windows.count)
    guard needed <= Double(cells) else { throw .tooManyNotesToMatch }
    cells -= Int(needed)
    solve()
  }

  /// What it costs to move a note, or nothing where it is too far.
  static func price(from a: Point, to place: Int, _ velocity: Int, reach: Int) -> Int? {
    let way = 254 * abs(place - a.place)
    guard way <= 2 * reach * min(a.velocity, velocity) else { return nil }
    return way + reach * abs(a.velocity - velocity)
  }

  private mutating func solve() {
    var best: (cost: Cost, window: Int)?
    for window in windows {
      guard let cost = cost(of: window) else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, window) }
    }
    // Not moved at all, every note of a circle has a partner or dies: window 0 is always possible.
    trace(window: best?.window ?? 0)
  }

  /// How far the second voice may be turned before it is laid beside the first.
  ///
  /// A note that is carried over the beginning of the circle finds a partner there only within
  /// reach; one that is not within reach can as well stay.
  private static func windows(of notes: [Point], length: Int, reach: Int) -> ClosedRange<Int> {
    -notes.count { $0.place >= length - reach }...notes.count { $0.place < reach }
  }

  /// A note as a window sees it.
  private struct Seen {
    let point: Point
    let isPinned: Bool
  }

  /// The notes of the second voice from one on, lifted from the circle to the line on which the
  /// window lies.
  private func seen(through window: Int) -> [Seen] {
    second.indices.map { index in
      let place = indexOnCircle(index, window: window)
      let laps = (window + index - place) / second.count
      let note = second[place]
      return Seen(
        point: Point(place: note.place + length * laps, velocity: note.velocity),
        isPinned: secondPins[place])
    }
  }

  private func pairCost(_ first: Seen, _ second: Seen) -> Cost? {
    let (a, b) = (first.point, second.point)
    guard !(first.isPinned || second.isPinned) || a.place == b.place else { return nil }
    guard let price = Self.price(from: a, to: b.place, b.velocity, reach: reach) else {
      return nil
    }
    let way = b.place - a.place
    return Cost(price: price, together: way == 0 ? -1 : 0, squares: way * way)
  }

  private func loneCost(_ note: Seen) -> Cost? {
    note.isPinned ? nil : Cost(price: reach * note.point.velocity)
  }

  /// The table's row for one more note of the first voice, and the steps taken in it.
  private func row(
    after above: [Cost?], note: Seen?, _ window: [Seen]
  ) -> (costs: [Cost?], steps: [Step]) {
    var costs: [Cost?] = []
    var steps: [Step] = []
    costs.reserveCapacity(window.count + 1)
    steps.reserveCapacity(window.count + 1)
    for column in 0...window.count {
      var best: (cost: Cost, step: Step)?
      func offer(_ cost: Cost?, _ step: Step, after former: Cost?) {
        guard let cost, let former else { return }
        let sum = former + cost
        if best.map({ sum < $0.cost }) ?? true { best = (sum, step) }
      }
      if let note {
        if column > 0 {
          offer(pairCost(note, window[column - 1]), .pair, after: above[column - 1])
        }
        offer(loneCost(note), .death, after: above[column])
      } else if column == 0 {
        best = (Cost(), .pair)
      }
      if column > 0 { offer(loneCost(window[column - 1]), .birth, after: costs[column - 1]) }
      costs.append(best?.cost)
      steps.append(best?.step ?? .pair)
    }
    return (costs, steps)
  }

  private var firstSeen: [Seen] {
    zip(first, firstPins).map(Seen.init)
  }

  private func cost(of window: Int) -> Cost? {
    let notes = seen(through: window)
    var costs = row(after: [], note: nil, notes).costs
    for note in firstSeen { costs = row(after: costs, note: note, notes).costs }
    return costs[second.count]
  }

  /// Walks the best window's table back to its beginning.
  private mutating func trace(window: Int) {
    let notes = seen(through: window)
    var last = row(after: [], note: nil, notes)
    var table = [last.steps]
    for note in firstSeen {
      last = row(after: last.costs, note: note, notes)
      table.append(last.steps)
    }
    var (i, j) = (first.count, second.count)
    while i > 0 || j > 0 {
      switch table[i][j] {
      case .pair:
        (i, j) = (i - 1, j - 1)
        let price = pairCost(Seen(point: first[i], isPinned: firstPins[i]), notes[j])?.price ?? 0
        pairs.append((i, indexOnCircle(j, window: window), price))
      case .death:
        i -= 1
        deaths.append(i)
      case .birth:
        j -= 1
        births.append(indexOnCircle(j, window: window))
      }
    }
    pairs.reverse()
    deaths.reverse()
    births.sort()
  }

  private func indexOnCircle(_ index: Int, window: Int) -> Int {
    let count = second.count
    return (((window + index) % count) + count) % count
  }
}
