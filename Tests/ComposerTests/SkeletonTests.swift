import Music
import Testing

@testable import Composer

@Suite struct SkeletonTests {
  /// Worked by hand: without chance the weak places of A leave first, the strong ones of B come first.
  @Test func `halfway stand the strong notes of both`() throws {
    // Of A alone: step 15 is weaker than 8. Of B alone: step 3 is weaker than 4.
    let settings = Jump.Settings(randomness: 0)
    let skeleton = try Skeleton(
      from: Fit.Fitted(.test(bars: [.common], voice: [(0, 100), (8, 90), (15, 80)])),
      to: Fit.Fitted(.test(bars: [.common], voice: [(0, 60), (3, 70), (4, 75)])),
      settings: settings)
    let steps = try [0.2, 0.5, 0.8].map { amount in
      try skeleton.rhythm(at: Amount(amount)).parts[0].notes.map {
        $0.onset.numerator * 4 / $0.onset.denominator
      }
    }
    #expect(steps == [[0, 8, 15], [0, 4, 8], [0, 3, 4]])
    #expect(try skeleton.rhythm(at: Amount(0.5)).parts[0].notes[0].velocity.value == 80)
  }

  /// Law: without chance no note of A is left while a weaker one of A has not gone, and none of B is
  /// missing while a weaker one of B has come.
  @Test(arguments: BlendCase.sample)
  func `the weak leave before the strong and come after them`(pair: BlendPair) throws {
    let skeleton = try Skeleton(
      from: pair.first, to: pair.second, settings: Jump.Settings(randomness: 0))
    let weights = pair.first.weights.merging(pair.second.weights, uniquingKeysWith: max)
    func weight(_ place: Place) -> Double { weights[place.onset] ?? 0 }
    let (a, b) = (pair.a.places, pair.b.places)
    for amount in BlendPair.amounts {
      let places = try skeleton.rhythm(at: amount).places
      for own in [a.subtracting(b), b.subtracting(a)] {
        let weakest = own.intersection(places).map(weight).min() ?? 1
        #expect(own.subtracting(places).allSatisfy { weight($0) <= weakest })
      }
    }
  }
}
