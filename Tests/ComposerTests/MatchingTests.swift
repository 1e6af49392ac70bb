import Music
import Testing

@testable import Composer

@Suite struct MatchingTests {
  private static let length = 16
  private static let reach = 4

  /// Law: where strengths are equal and no place is shared, no matching at all is cheaper.
  @Test(arguments: UInt64(0)..<200)
  func `keeping order costs nothing among equals`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let a = points(using: &random, isEven: true)
    let taken = Set(a.map(\.place))
    let b = points(using: &random, isEven: true).filter { !taken.contains($0.place) }
    let matching = try matching(a, b)
    #expect(matching.price == cost(of: matching, a, b))
    #expect(cost(of: matching, a, b) == cheapest(a[...], b, pins: []))
  }

  /// Law: the cost is never below the cheapest of all matchings that keep shared places together.
  @Test(arguments: UInt64(0)..<200)
  func `no matching is cheaper than the cheapest`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (a, b) = (points(using: &random, isEven: false), points(using: &random, isEven: false))
    let matching = try matching(a, b)
    let pins = Set(a.map(\.place)).intersection(b.map(\.place))
    #expect(cost(of: matching, a, b) >= cheapest(a[...], b, pins: pins))
  }

  /// Law: each note has one partner or none; shared places are partners.
  @Test(arguments: UInt64(0)..<100)
  func `every note is matched once or alone`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (a, b) = (points(using: &random, isEven: false), points(using: &random, isEven: false))
    let matching = try matching(a, b)
    #expect((matching.pairs.map(\.first) + matching.deaths).sorted() == Array(a.indices))
    #expect((matching.pairs.map(\.second) + matching.births).sorted() == Array(b.indices))
    for (index, point) in a.enumerated() {
      guard let partner = b.firstIndex(where: { $0.place == point.place }) else { continue }
      #expect(matching.pairs.contains { $0.first == index && $0.second == partner })
    }
  }

  /// Law: where pinned, two notes that are each other's nearest and sound together are partners.
  @Test(arguments: UInt64(0)..<200)
  func `notes that sound together stay together`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (length, reach, together) = (480, 120, 6)
    func voice(near places: [Int]) -> [Matching.Point] {
      let jittered = places.map { ($0 + Int.random(in: -9...9, using: &random) + length) % length }
      let others = (0..<3).map { _ in Int.random(in: 0..<length, using: &random) }
      return Set(jittered + others).sorted().map {
        Matching.Point(place: $0, velocity: Int.random(in: 12...127, using: &random))
      }
    }
    let (a, b) = (voice(near: [0, 100, 200, 300]), voice(near: [0, 100, 200, 300]))
    var cells = Bounds.matchingCells
    let matching = try Matching(
      a, b, length: length, reach: reach, isPinned: true, together: together, cells: &cells)
    func way(_ a: Matching.Point, _ b: Matching.Point) -> Int {
      min(abs(a.place - b.place), length - abs(a.place - b.place))
    }
    for (index, note) in a.enumerated() {
      for (other, partner) in b.enumerated() where way(note, partner) <= together {
        let isNearest = b.indices.allSatisfy {
          $0 == other || way(note, b[$0]) > way(note, partner)
        }
        let isNearestBack = a.indices.allSatisfy {
          $0 == index || way(a[$0], partner) > way(note, partner)
        }
        guard isNearest && isNearestBack else { continue }
        #expect(matching.pairs.contains { $0.first == index && $0.second == other })
      }
    }
    #expect((matching.pairs.map(\.first) + matching.deaths).sorted() == Array(a.indices))
    #expect((matching.pairs.map(\.second) + matching.births).sorted() == Array(b.indices))
  }

  /// Worked by hand: 254 · (80 + 75) is less than 254 · 5 and two notes alone, 200 · 200.
  @Test func `a note is not left alone by one that sounds together with it`() throws {
    let a = [160, 240].map { Matching.Point(place: $0, velocity: 100) }
    let b = [80, 165].map { Matching.Point(place: $0, velocity: 100) }
    func partners(together: Int) throws -> [[Int]] {
      var cells = Bounds.matchingCells
      return try Matching(
        a, b, length: 480, reach: 200, isPinned: true, together: together, cells: &cells
      ).pairs.map { [$0.first, $0.second] }
    }
    #expect(try partners(together: 0) == [[0, 0], [1, 1]])
    #expect(try partners(together: 5) == [[0, 1]])
  }

  @Test func `a note moves across the beginning of the circle`() throws {
    let matching = try matching(
      [Matching.Point(place: 15, velocity: 100)], [Matching.Point(place: 1, velocity: 100)])
    #expect(matching.pairs.count == 1)
  }

  @Test func `too many notes are refused before they are matched`() {
    let points = (0..<2000).map { Matching.Point(place: $0, velocity: 100) }
    #expect(throws: ComposerError.tooManyNotesToMatch) {
      var cells = 1000 * 1000
      _ = try Matching(
        points, points, length: 2000, reach: 4, isPinned: true, cells: &cells)
    }
  }

  private func matching(
    _ a: [Matching.Point], _ b: [Matching.Point]
  ) throws -> Matching {
    var cells = Bounds.matchingCells
    return try Matching(
      a, b, length: Self.length, reach: Self.reach, isPinned: true, cells: &cells)
  }

  private func points(
    using random: inout SplitMix64, isEven: Bool
  ) -> [Matching.Point] {
    let places = (0..<Self.length).shuffled(using: &random)
      .prefix(Int.random(in: 0...4, using: &random)).sorted()
    return places.map { place in
      Matching.Point(
        place: place, velocity: isEven ? 100 : Int.random(in: 1...127, using: &random))
    }
  }

  private func price(_ a: Matching.Point, _ b: Matching.Point) -> Int? {
    [-Self.length, 0, Self.length]
      .compactMap { Matching.price(from: a, to: b.place + $0, b.velocity, reach: Self.reach) }.min()
  }

  private func cost(of matching: Matching, _ a: [Matching.Point], _ b: [Matching.Point]) -> Int {
    let moves = matching.pairs.map { price(a[$0.first], b[$0.second]) ?? Int.max / 4 }
    let alone = matching.deaths.map { a[$0].velocity } + matching.births.map { b[$0].velocity }
    return moves.reduce(0, +) + alone.reduce(0, +) * Self.reach
  }

  /// The least cost of all matchings that keep shared places together, by trying every one.
  private func cheapest(
    _ a: ArraySlice<Matching.Point>, _ b: [Matching.Point], pins: Set<Int>
  ) -> Int {
    guard let point = a.first else {
      let isFree = b.allSatisfy { !pins.contains($0.place) }
      return isFree ? b.map(\.velocity).reduce(0, +) * Self.reach : Int.max / 4
    }
    var best =
      pins.contains(point.place)
      ? Int.max / 4 : Self.reach * point.velocity + cheapest(a.dropFirst(), b, pins: pins)
    for (index, other) in b.enumerated() {
      let isPinned = pins.contains(point.place) || pins.contains(other.place)
      guard !isPinned || point.place == other.place, let price = price(point, other) else {
        continue
      }
      var rest = b
      rest.remove(at: index)
      best = min(best, price + cheapest(a.dropFirst(), rest, pins: pins))
    }
    return best
  }
}
