import Music
import Testing

@testable import Composer

@Suite struct InterlockTests {
  private static let settings: [Interlock.Settings] = [
    Interlock.Settings(), Interlock.Settings(gap: Fraction(1, 2)),
    Interlock.Settings(gap: 0, gapAcross: Fraction(1, 4)), Interlock.Settings(rotates: true),
    Interlock.Settings(gap: 1, gapAcross: Fraction(1, 2), rotates: true),
  ]

  /// Law: at 0 it is the first rhythm, and every note of the first is always there.
  @Test(arguments: Materials.pairs, settings)
  func `the first rhythm is always there`(pair: BlendPair, settings: Interlock.Settings) throws {
    let interlock = try Interlock(pair.first, with: pair.second, settings: settings)
    #expect(try interlock.rhythm(at: Amount(0)) == pair.a)
    for amount in Materials.amounts {
      #expect(try interlock.rhythm(at: amount).places.isSuperset(of: pair.a.places))
    }
  }

  /// Law: what is there stays there as the amount grows; ⌊t k⌋ of k notes have come.
  @Test(arguments: Materials.pairs, settings)
  func `notes come one by one and stay`(pair: BlendPair, settings: Interlock.Settings) throws {
    let interlock = try Interlock(pair.first, with: pair.second, settings: settings)
    let all = try interlock.rhythm(at: Amount(1)).places.count - pair.a.places.count
    var before: Set<Place> = []
    for amount in Materials.amounts.sorted() {
      let places = try interlock.rhythm(at: amount).places
      #expect(places.isSuperset(of: before))
      #expect(places.count - pair.a.places.count == all * amount.step / Amount.steps)
      before = places
    }
  }

  /// Law: what comes keeps the gap to the first rhythm, and all that keeps it has come at 1.
  @Test(arguments: Materials.pairs, settings)
  func `the gap is kept and every gap is filled`(
    pair: BlendPair, settings: Interlock.Settings
  ) throws {
    let interlock = try Interlock(pair.first, with: pair.second, settings: settings)
    let full = try interlock.rhythm(at: Amount(1)).places
    let half = try min(pair.a.grid, pair.b.grid) * 2
    let turned = try pair.b.places.map { place in
      let onset = try (place.onset + interlock.rotation).modulo(pair.b.beats)
      return Place(voice: place.voice, onset: onset)
    }
    for place in turned where !pair.a.places.contains(place) {
      let hasRoom = try pair.a.places.allSatisfy { other in
        let way = try distance(place.onset, other.onset, around: pair.a.beats)
        let gap = place.voice == other.voice ? settings.gap ?? half : settings.gapAcross
        return way >= gap
      }
      #expect(full.contains(place) == hasRoom)
    }
    #expect(full.subtracting(pair.a.places).isSubset(of: turned))
  }

  /// Law: no turn by whole steps leaves room for more notes.
  @Test(arguments: Materials.random)
  func `turning finds the most room there is`(pair: BlendPair) throws {
    let interlock = try Interlock(
      pair.first, with: pair.second, settings: Interlock.Settings(rotates: true))
    let found = try interlock.rhythm(at: Amount(1)).places.count
    let steps = try (pair.a.beats * 4).floor
    for step in 0..<steps {
      let turned = try pair.b.places.map { place in
        let onset = try (place.onset + Fraction(step, 4)).modulo(pair.b.beats)
        return Place(voice: place.voice, onset: onset)
      }
      #expect(pair.a.places.union(turned).count <= found)
    }
  }

  @Test func `the strongest places are filled first`() throws {
    let interlock = try Interlock(
      Materials.rhythm(["kick": [0]]), with: Materials.rhythm(["hat": [1, 4, 6, 8]]))
    let steps = try [0.25, 0.5, 0.75, 1].map { amount in
      try interlock.rhythm(at: Amount(amount)).steps(of: "hat").map(\.numerator)
    }
    #expect(steps == [[8], [4, 8], [4, 6, 8], [1, 4, 6, 8]])
  }

  @Test func `a kick on every beat turns between the beats of another`() throws {
    let four = try Materials.rhythm(["kick": [0, 4, 8, 12]])
    let interlock = try Interlock(four, with: four, settings: Interlock.Settings(rotates: true))
    #expect(interlock.rotation == Fraction(1, 2))
    let steps = try interlock.rhythm(at: Amount(1)).steps(of: "kick").map(\.numerator)
    #expect(steps == [0, 2, 4, 6, 8, 10, 12, 14])
  }

  @Test func `without a common note nothing is turned`() throws {
    let interlock = try Interlock(
      Materials.rhythm(["kick": [0, 4, 8, 12]]), with: Materials.rhythm(["hat": [2, 6, 10, 14]]),
      settings: Interlock.Settings(rotates: true))
    #expect(interlock.rotation == 0)
  }
}
