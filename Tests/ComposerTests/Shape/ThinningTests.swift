import Music
import Testing

@testable import Composer

@Suite struct ThinningTests {
  /// Law: ⌈t n⌉ notes stay besides the anchors, and what stays at one amount stays at a greater.
  @Test(arguments: Materials.pairs)
  func `notes go one by one and anchors stay`(pair: BlendPair) throws {
    let anchors = pair.a.anchors(with: pair.b)
    let shared = pair.a.places.intersection(pair.b.places)
    let loose = pair.a.places.count - shared.count
    var before: Set<Place> = []
    for amount in Materials.amounts.sorted() {
      let thinned = try pair.a.thinned(to: amount, keeping: anchors)
      let places = thinned.places
      #expect(places.isSuperset(of: shared) && places.isSubset(of: pair.a.places))
      #expect(places.isSuperset(of: before))
      let staying = (loose * amount.step + Amount.steps - 1) / Amount.steps
      #expect(places.count == shared.count + staying)
      before = places
    }
    #expect(try pair.a.thinned(to: Amount(1)) == pair.a)
  }

  /// Law: no note that is gone stood on a stronger place than one that stayed.
  @Test(arguments: Materials.pairs)
  func `the strongest stay`(pair: BlendPair) throws {
    let weights = try Fit.Fitted(pair.a).weights
    let places = try pair.a.thinned(to: Amount(0.4)).places
    let least = places.map { weights[$0.onset] ?? 0 }.min() ?? 1
    for place in pair.a.places.subtracting(places) {
      #expect((weights[place.onset] ?? 0) <= least)
    }
  }

  @Test func `half of eight hats are the strong ones`() throws {
    let hats = try Materials.rhythm(["hat": [0, 2, 4, 6, 8, 10, 12, 14]])
    #expect(try hats.thinned(to: Amount(0.5)).steps(of: "hat") == [0, 4, 8, 12])
  }
}
