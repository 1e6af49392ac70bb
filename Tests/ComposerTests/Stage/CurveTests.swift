import Music
import Testing

@testable import Composer

@Suite struct CurveTests {
  private static let oneWay: [Curve.Shape] = [
    .linear, .smooth, .hold(bars: 0), .hold(bars: 3), .hold(bars: 99), .steps(bars: 1),
    .steps(bars: 4), .steps(bars: 99), .thereAndBack(ways: 1),
  ]
  private static let ends = [(0, 65_536), (65_536, 0), (100, 60_000), (7, 7)]

  /// Law: it begins at its first amount, ends at its last and goes one way.
  @Test(arguments: oneWay, ends)
  func `a curve of one way has both its ends`(shape: Curve.Shape, ends: (Int, Int)) {
    let curve = Curve(shape, from: Amount(step: ends.0), to: Amount(step: ends.1))
    for bars in [1, 2, 3, 4, 16, 17, 1000] {
      let amounts = curve.amounts(bars: bars)
      #expect(amounts.count == bars)
      #expect(amounts.first?.step == ends.0)
      let phrase = [Curve.Shape.steps(bars: 99): 99, .steps(bars: 4): 4][shape] ?? 1
      let isLong = bars > phrase
      #expect(bars == 1 || !isLong || amounts.last?.step == ends.1)
      let isRising = ends.0 <= ends.1
      #expect(zip(amounts, amounts.dropFirst()).allSatisfy { isRising ? $0 <= $1 : $0 >= $1 })
    }
  }

  /// Law: a straight curve is a sweep.
  @Test(arguments: ends, [1, 2, 3, 16, 1000])
  func `a straight curve is a sweep`(ends: (Int, Int), bars: Int) {
    let (first, last) = (Amount(step: ends.0), Amount(step: ends.1))
    let amounts = Curve(.linear, from: first, to: last).amounts(bars: bars)
    #expect(amounts == Amount.sweep(from: first, to: last, bars: bars))
  }

  /// Law: the way back mirrors the way there.
  @Test(arguments: [Curve.Shape.linear, .smooth, .thereAndBack(ways: 3)], [2, 9, 16])
  func `a curve is the same from both ends`(shape: Curve.Shape, bars: Int) {
    let there = Curve(shape).amounts(bars: bars)
    let back = Curve(shape, from: Amount(1), to: Amount(0)).amounts(bars: bars)
    #expect(there == back.map(\.reversed))
  }

  /// Law: the first beat of each bar is where the bar is.
  @Test(
    arguments: oneWay + [.thereAndBack(ways: 4)], [Fraction(4), 3, Fraction(7, 2), Fraction(1, 2)])
  func `beats lie on the curve of their bars`(shape: Curve.Shape, beatsPerBar: Fraction) {
    let curve = Curve(shape)
    let beats = (0..<12).map {
      curve.amounts(inBar: $0, of: 12, lasting: beatsPerBar, every: 1)
    }
    #expect(beats.map(\.first) == curve.amounts(bars: 12))
    #expect(beats.allSatisfy { $0.count == max(1, beatsPerBar.ceiling) })
    if shape != .thereAndBack(ways: 4) {
      let all = Array(beats.joined())
      #expect(zip(all, all.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test(arguments: [
    (Curve.Shape.linear, [0, 25, 50, 75, 100]), (.hold(bars: 2), [0, 0, 0, 50, 100]),
    (.thereAndBack(ways: 2), [0, 50, 100, 50, 0]), (.thereAndBack(ways: 4), [0, 100, 0, 100, 0]),
    (.steps(bars: 2), [0, 0, 50, 50, 100]), (.smooth, [0, 15.6, 50, 84.4, 100]),
  ])
  func `five bars take the way of the curve`(shape: Curve.Shape, perCent: [Double]) {
    let amounts = Curve(shape).amounts(bars: 5).map { $0.fraction.approximation * 100 }
    for (amount, expected) in zip(amounts, perCent) { #expect(abs(amount - expected) < 0.1) }
  }

  @Test func `time beyond the curve is at its ends`() {
    let curve = Curve(.linear)
    #expect(curve.amount(at: -5, of: 9) == Amount(0))
    #expect(curve.amount(at: 1_000_000, of: 9) == Amount(1))
    #expect(curve.amount(at: 3, of: 0) == Amount(0))
    #expect(curve.amounts(bars: -1).isEmpty)
    #expect(Curve(.smooth).amount(at: Fraction(.max - 1, .max), of: 9) == Amount(step: 2_816))
  }

  /// Law: along a curve of one way each note of a blend changes once.
  @Test(arguments: BlendCase.few.filter { BlendCase.Kind.switching.contains($0.kind) })
  func `a curve of one way changes each note once`(pair: BlendCase) throws {
    let blend = try pair.blend()
    for shape in [Curve.Shape.smooth, .hold(bars: 4), .steps(bars: 3)] {
      let sets = try Curve(shape).amounts(bars: 24).map { try blend.rhythm(at: $0).places }
      #expect(sets.areOneWay)
    }
  }
}

@Suite struct LagTests {
  private static let lags: [Fraction] = [0, Fraction(1, 3), 1, 8]

  /// Law: all voices are at the ends together, and none goes back.
  @Test(arguments: lags, Voice.Role.allCases)
  func `a voice that lags arrives`(lag: Fraction, role: Voice.Role) {
    let amounts = Materials.amounts.sorted().map { Lag(lag).amount(of: role, at: $0) }
    #expect(amounts.first == Amount(0) && amounts.last == Amount(1))
    #expect(zip(amounts, amounts.dropFirst()).allSatisfy { $0 <= $1 })
    if lag == 0 { #expect(amounts == Materials.amounts.sorted()) }
  }

  @Test func `a lag of one sends hats at twice the speed and the kick half way later`() {
    let half = Voice.Role.allCases.map { Lag(1).amount(of: $0, at: Amount(0.5)) }
    #expect(half == [Amount(1), Amount(0.5), Amount(0.5), Amount(0), Amount(0)])
  }

  @Test func `a lag is kept in its range`() {
    #expect(Lag(-1).lag == 0)
    #expect(Lag(Fraction(.max, 2)).lag == 8)
    #expect(Lag(Fraction(.max - 1, .max)).lag == 1)
  }

  /// Law: the ends are those of the blend, and each note changes once.
  @Test(arguments: Materials.pairs, lags)
  func `a blend that lags changes each note once`(pair: BlendPair, lag: Fraction) throws {
    let (jump, lag) = (try pair.jump(), Lag(lag))
    func rhythm(_ amount: Amount) throws(ComposerError) -> Rhythm {
      try lag.rhythm(at: amount, of: jump.rhythm)
    }
    #expect(try rhythm(Amount(0)) == pair.a)
    #expect(try rhythm(Amount(1)) == pair.b)
    #expect(try Materials.amounts.sorted().map { try rhythm($0).places }.areOneWay)
  }

  /// Law: each voice plays what it plays in the blend at its own amount.
  @Test(arguments: Materials.random)
  func `each voice is where its lag lets it be`(pair: BlendPair) throws {
    let (jump, lag) = (try pair.jump(), Lag(1))
    for amount in Materials.amounts {
      let rhythm = try lag.rhythm(at: amount, of: jump.rhythm)
      for part in rhythm.parts {
        let own = try jump.rhythm(at: lag.amount(of: part.voice.role, at: amount))
        #expect(own[part.voice]?.notes ?? [] == part.notes)
      }
    }
  }
}

extension [Set<Place>] {
  /// Whether no place changes more than once from set to set.
  var areOneWay: Bool {
    let all: Set<Place> = reduce([]) { $0.union($1) }
    return all.allSatisfy { place in
      let presence = map { $0.contains(place) }
      return zip(presence, presence.dropFirst()).count(where: { $0 != $1 }) <= 1
    }
  }
}
