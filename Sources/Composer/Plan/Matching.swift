import Music

/// The cheapest way to turn one voice's notes into another's on the circle of the bar.
///
/// Moving a full-velocity note by the reach costs as much as silencing it and striking a new one;
/// quiet notes travel proportionally less far. Matched notes keep their order around the circle;
/// where asked, notes that sound together stay together ("pinned"). All costs are integers: in units
/// of 127 times the reach, the cost is the number of full notes changed. Without pins the cost is a
/// distance: symmetric, zero between equal voices only, and never more by way of a third voice.
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

  /// A note of the first voice that becomes one of the second.
  struct Pair {
    /// Both notes, as indices of their voices.
    let first: Int
    let second: Int
    let price: Int
    /// How far it moves, in ticks; below zero for backwards.
    let way: Int
  }

  private(set) var pairs: [Pair] = []
  /// Notes of the first voice without a partner.
  private(set) var deaths: [Int] = []
  /// Notes of the second voice without a partner.
  private(set) var births: [Int] = []

  private enum Step { case pair, death, birth }

  private let first: [Point]
  private let second: [Point]
  private let length: Int
  private let reach: Int
  private let windows: ClosedRange<Int>
  /// The partner that each note may not leave, as an index of the other voice.
  private let firstPins: [Int?]
  private let secondPins: [Int?]

  /// Matches two voices exactly.
  ///
  /// - Parameters:
  ///   - first: The first voice's notes, in order, no two at one place.
  ///   - second: The second voice's notes, in order, no two at one place.
  ///   - length: The length of the circle, in ticks.
  ///   - reach: How far a note of full velocity may move, in ticks.
  ///   - isPinned: Whether notes that sound together may only be matched to each other.
  ///   - together: How far apart two notes sound together at most, in ticks.
  ///   - cells: How many cells of tables are left; those that this matching needs are taken away.
  /// - Throws: ``ComposerError`` where not enough are left.
  /// - Complexity: O(n m w) for n and m notes, m the fewer, of which w lie within reach of the
  ///   circle's beginning.
  init(
    _ first: [Point], _ second: [Point], length: Int, reach: Int, isPinned: Bool,
    together: Int = 0, cells: inout Int
  ) throws(ComposerError) {
    self.first = first
    self.second = second
    self.length = length
    self.reach = reach
    windows = Self.windows(of: second, length: length, reach: reach)
    guard second.count <= first.count else {
      (firstPins, secondPins) = ([], [])
      let turned = try Matching(
        second, first, length: length, reach: reach, isPinned: isPinned, together: together,
        cells: &cells)
      pairs = turned.pairs.map {
        Pair(first: $0.second, second: $0.first, price: $0.price, way: -$0.way)
      }.sorted { $0.first < $1.first }
      (deaths, births) = (turned.births, turned.deaths)
      return
    }
    let needed = Double(first.count) * Double(second.count) * Double(windows.count)
    guard needed <= Double(cells) else { throw .tooManyNotesToMatch }
    cells -= Int(needed)
    (firstPins, secondPins) =
      isPinned
      ? Pins.of(first, second, length: length, reach: reach, together: together)
      : (Array(repeating: nil, count: first.count), Array(repeating: nil, count: second.count))
    solve()
  }

  /// What it costs to move a note, or nothing where it is too far.
  static func price(from a: Point, to place: Int, _ velocity: Int, reach: Int) -> Int? {
    let way = 254 * abs(place - a.place)
    guard way <= 2 * reach * min(a.velocity, velocity) else { return nil }
    return way + reach * abs(a.velocity - velocity)
  }

  /// What all moves, deaths and births cost together.
  var price: Int {
    let alone =
      deaths.reduce(0) { $0 + first[$1].velocity } + births.reduce(0) { $0 + second[$1].velocity }
    return pairs.reduce(alone * reach) { $0 + $1.price }
  }

  private mutating func solve() {
    var best: (cost: Cost, window: Int)?
    var costs: [Cost] = []
    for window in windows {
      let notes = seen(through: window)
      setFirstRow(&costs, notes)
      for index in first.indices { advance(&costs, first: index, notes) { _, _ in } }
      let cost = costs[second.count]
      if cost.isFinite, best.map({ cost < $0.cost }) ?? true { best = (cost, window) }
    }
    // Pins keep the order of notes around the circle, so that one window has them all.
    trace(window: best?.window ?? 0)
  }

  /// How far the second voice may be turned before it is laid beside the first.
  ///
  /// A note that is carried over the beginning of the circle finds a partner there only within
  /// reach; one that is not within reach can as well stay.
  private static func windows(of notes: [Point], length: Int, reach: Int) -> ClosedRange<Int> {
    -notes.count { $0.place >= length - reach }...notes.count { $0.place < reach }
  }

  /// A note as a window sees it: lifted from the circle to the line on which the window lies.
  private struct Seen {
    let index: Int
    let place: Int
    let velocity: Int
    let pin: Int?
    let loneCost: Cost

    init(_ point: Point, _ index: Int, lifted: Int, pin: Int?, reach: Int) {
      self.index = index
      place = point.place + lifted
      velocity = point.velocity
      self.pin = pin
      loneCost = pin == nil ? Cost(price: reach * point.velocity) : .infinite
    }
  }

  /// The notes of the second voice from one on.
  private func seen(through window: Int) -> [Seen] {
    second.indices.map { index in
      let place = indexOnCircle(index, window: window)
      let laps = (window + index - place) / second.count
      return Seen(
        second[place], place, lifted: length * laps, pin: secondPins[place], reach: reach)
    }
  }

  /// The table's row before the first voice's notes: all of the second's are born.
  private func setFirstRow(_ costs: inout [Cost], _ window: [Seen]) {
    costs.removeAll(keepingCapacity: true)
    costs.append(Cost(price: 0))
    for note in window { costs.append(costs[costs.count - 1] + note.loneCost) }
  }

  /// Turns the table's row into the one for one more note of the first voice.
  ///
  /// Of ways that cost the same, a pair is better than a death, and a death than a birth.
  @inline(__always)
  private func advance(
    _ costs: inout [Cost], first index: Int, _ window: [Seen], record: (Int, Step) -> Void
  ) {
    let point = first[index]
    let note = Seen(point, index, lifted: 0, pin: firstPins[index], reach: reach)
    var diagonal = costs[0]
    costs[0] = diagonal + note.loneCost
    record(0, .death)
    for column in window.indices {
      let other = window[column]
      let above = costs[column + 1]
      var best = above + note.loneCost
      var step = Step.death
      let isFree = note.pin.map { $0 == other.index } ?? (other.pin == nil)
      if isFree, let price = Self.price(from: point, to: other.place, other.velocity, reach: reach)
      {
        let paired = diagonal + Cost(price: price, way: other.place - point.place)
        if !(best < paired) { (best, step) = (paired, .pair) }
      }
      let born = costs[column] + other.loneCost
      if born < best { (best, step) = (born, .birth) }
      costs[column + 1] = best
      record(column + 1, step)
      diagonal = above
    }
  }

  /// Walks the best window's table back to its beginning.
  private mutating func trace(window: Int) {
    let notes = seen(through: window)
    var costs: [Cost] = []
    var steps = Array(repeating: Step.birth, count: notes.count + 1)
    steps.reserveCapacity(steps.count * (first.count + 1))
    setFirstRow(&costs, notes)
    for index in first.indices {
      advance(&costs, first: index, notes) { _, step in steps.append(step) }
    }
    var (i, j) = (first.count, second.count)
    while i > 0 || j > 0 {
      switch steps[i * (notes.count + 1) + j] {
      case .pair:
        (i, j) = (i - 1, j - 1)
        let price = Self.price(
          from: first[i], to: notes[j].place, notes[j].velocity, reach: reach)
        pairs.append(
          Pair(
            first: i, second: indexOnCircle(j, window: window), price: price ?? 0,
            way: notes[j].place - first[i].place))
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

extension Matching {
  /// What a way costs: the price, then what decides between ways of one price.
  ///
  /// More pairs that begin together are better, then smaller squares of moves. All three are one
  /// number, the price in its highest bits: notes are so few (``Bounds/matchingCells``) and ticks so
  /// coarse (``Circle``) that the squares stay below 2^57, the pairs below 2^13, the price below 2^47.
  private struct Cost: Comparable {
    private let value: Int128

    static let infinite = Cost(value: 1 << 120)

    /// Whether it is a way at all.
    var isFinite: Bool { value < 1 << 119 }

    private init(value: Int128) { self.value = value }

    init(price: Int) { value = Int128(price) << 71 }

    init(price: Int, way: Int) {
      value = (Int128(price) << 71) + Int128(way == 0 ? -1 << 57 : way * way)
    }

    static func < (left: Cost, right: Cost) -> Bool { left.value < right.value }

    static func + (left: Cost, right: Cost) -> Cost {
      Cost(value: min(left.value &+ right.value, infinite.value))
    }
  }
}
