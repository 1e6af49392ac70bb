import Music
import Testing

@testable import Composer

@Suite struct HocketTests {
  /// Law: every place of the line belongs to one player, and what one alone has stays with it.
  @Test(arguments: Materials.pairs)
  func `players who take turns never strike together`(pair: BlendPair) throws {
    let (first, second) = try Hocket(pair.a, pair.b).takingTurns()
    let (a, b) = (pair.a.onsets, pair.b.onsets)
    #expect(first.onsets.isDisjoint(with: second.onsets))
    #expect(first.onsets.union(second.onsets) == a.union(b))
    #expect(first.onsets.isSuperset(of: a.subtracting(b)))
    #expect(second.onsets.isSuperset(of: b.subtracting(a)))
    #expect(first.places.isSubset(of: pair.a.places))
    #expect(second.places.isSubset(of: pair.b.places))
    let shared = a.intersection(b)
    let counts = (first.onsets.intersection(shared).count, second.onsets.intersection(shared).count)
    #expect(counts == ((shared.count + 1) / 2, shared.count / 2))
  }

  /// Law: at 0 the first has the whole line, at 1 the second; the second's share grows.
  @Test(arguments: Materials.pairs)
  func `the line goes over to the second player`(pair: BlendPair) throws {
    let hocket = try Hocket(pair.a, pair.b)
    let line = pair.a.onsets.union(pair.b.onsets)
    #expect(try hocket.dealt(at: Amount(0)).first.onsets == line)
    #expect(try hocket.dealt(at: Amount(1)).second.onsets == line)
    var before: Set<Fraction> = []
    for amount in Materials.amounts.sorted() {
      let (first, second) = try hocket.dealt(at: amount)
      #expect(first.onsets.isDisjoint(with: second.onsets))
      #expect(first.onsets.union(second.onsets) == line)
      #expect(second.onsets.isSuperset(of: before))
      before = second.onsets
    }
  }

  @Test func `half of a line of eight is every second of it`() throws {
    let line = try Materials.rhythm(["hat": [0, 2, 4, 6, 8, 10, 12, 14]])
    let (first, second) = try Hocket(line, line).dealt(at: Amount(0.5))
    #expect(second.steps(of: "hat") == [0, 4, 8, 12])
    #expect(first.steps(of: "hat") == [2, 6, 10, 14])
  }

  /// The first numbers of the sequence in base 2, as textbooks print them.
  @Test(arguments: [(0, 0), (1, 8), (2, 4), (3, 12), (4, 2), (5, 10), (6, 6), (7, 14), (8, 1)])
  func `the van der Corput numbers are the known ones`(index: Int, sixteenths: Int) {
    #expect(VanDerCorput.number(of: index) == sixteenths << 28)
  }
}

extension Rhythm {
  fileprivate var onsets: Set<Fraction> { Set(places.map(\.onset)) }
}
