import Music

extension Schedule {
  /// How far the order of voices yields in a lane of which one end is empty.
  ///
  /// Source: our measurements. Of 1/2 to 4/5 the benchmark of blends passes with 7/10 and more: a lane
  /// that comes or goes within its own third of the way makes the number of notes jump.
  private static let yielding = 0.7

  /// Spreads the changes of lanes that gain or lose many notes over the whole way.
  ///
  /// Lanes with as many notes at one end as at the other keep their place in the order of voices.
  mutating func spread() {
    var places: [[Int]] = Array(repeating: [], count: lanes.count)
    for index in changes.indices { places[changes[index].lane].append(index) }
    for (lane, mine) in zip(lanes, places) {
      let (count, other) = (Double(lane.first.count), Double(lane.second.count))
      guard max(count, other) > 0 else { continue }
      let share = Self.yielding * abs(count - other) / max(count, other)
      for (rank, index) in mine.enumerated() {
        let even = Self.voiceOrders * (Double(rank) + 0.5) / Double(mine.count)
        changes[index].key = (1 - share) * changes[index].key + share * even
      }
    }
    changes.sort { ($0.key, $0.lane, $0.place) < ($1.key, $1.lane, $1.place) }
  }

  /// The voices change in three groups.
  private static let voiceOrders = 3.0

  /// How many of the next changes the idiom chooses from.
  ///
  /// Source: our measurements; with more the order of voices is lost, with fewer there is no choice.
  private static let idiomChoices = 5

  /// Lets each next change be the one of the next few that is best by an idiom.
  ///
  /// Where the two rhythms' common grid is too fine for the strength of its places, the changes keep
  /// their order.
  mutating func follow(_ idiom: Idiom, between ends: Ends) {
    guard var guide = try? Guide(of: self, ends, by: idiom) else { return }
    changes = guide.order(of: self, choosingFrom: Self.idiomChoices).map { changes[$0] }
  }

  /// Lets a note go before another of its voice comes that is so near that both would sound as one.
  ///
  /// Changes keep their order otherwise; where notes wait for each other in a ring, the first in order
  /// goes first.
  ///
  /// - Complexity: O(e log e + p) for e changes and p pairs of near notes.
  mutating func avoidFlams(on circle: Circle) {
    let waits = nearPairs(on: circle)
    guard !waits.isEmpty else { return }
    var isDone = Array(repeating: false, count: changes.count)
    var order: [Int] = []
    func visit(_ index: Int) {
      guard !isDone[index] else { return }
      isDone[index] = true
      for earlier in waits[index] ?? [] { visit(earlier) }
      order.append(index)
    }
    for index in changes.indices { visit(index) }
    changes = order.map { changes[$0] }
  }

  /// What is heard as two strokes of one: nearer than 60 ms at 120 quarter notes a minute.
  ///
  /// Source: the order of two strokes is certain from about 60 ms on; see the study of rolled chords
  /// at mazurka.org.uk, experiments.
  private static let flam = Fraction(3, 25)

  /// For each change that brings a note, those that take another away which is near.
  private func nearPairs(on circle: Circle) -> [Int: [Int]] {
    let reach = Self.flam.numerator * circle.ticksPerBeat / Self.flam.denominator
    var leaving: [Voice: [(place: Int, change: Int)]] = [:]
    for (index, change) in changes.enumerated() {
      guard let from = change.from else { continue }
      leaving[from.voice, default: []].append((circle.ticks(of: from.note.onset), index))
    }
    for voice in leaving.keys { leaving[voice]?.sort { $0 < $1 } }
    var waits: [Int: [Int]] = [:]
    for (index, change) in changes.enumerated() {
      guard let to = change.to, let others = leaving[to.voice] else { continue }
      let place = circle.ticks(of: to.note.onset)
      for lap in [-circle.length, 0, circle.length] {
        var low = others.partitioningIndex { $0.place >= place + lap - reach }
        while low < others.count, others[low].place <= place + lap + reach {
          let other = others[low]
          if other.change != index, other.place != place + lap {
            waits[index, default: []].append(other.change)
          }
          low += 1
        }
      }
    }
    return waits
  }
}

extension Array {
  /// Where the elements begin for which something is so, in an array that has them all behind the
  /// others.
  func partitioningIndex(where isSo: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isSo(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
