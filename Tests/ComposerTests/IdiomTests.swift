import Music
import TestSupport
import Testing

@testable import Composer

@Suite struct IdiomTests {
  private static let contexts = 512

  /// Law: an idiom reads back as it was written.
  @Test func `an idiom is the same from its text`() {
    let idiom = Idiom { $0 * 7 % 4096 }
    #expect(Idiom(text: idiom.text) == idiom)
    #expect(Idiom(text: Idiom.library.text) == .library)
    #expect(Idiom(text: "100 0FF").table.prefix(3) == [256, 255, 0])
  }

  /// Law: after any three sixteenths the chances of all that may follow are one together, but for
  /// rounding to a 256th of a bit.
  @Test func `the library expects something after everything`() {
    for context in 0..<Self.contexts {
      let parts = (0..<Idiom.symbols).map { Idiom.library.table[context * Idiom.symbols + $0] }
      let sum = parts.reduce(0.0) { $0 + power(-Double($1) / Double(Idiom.partsOfBit)) }
      #expect(abs(sum - 1) < 0.003, "\(context)")
    }
  }

  /// A kick on one, hats in eighths: after a hat and a rest a hat alone is likelier than a kick alone.
  @Test func `a groove goes on as grooves do`() {
    func parts(_ symbols: Int...) -> UInt16 {
      Idiom.library.table[symbols.reduce(0) { $0 * Idiom.symbols + $1 }]
    }
    #expect(parts(4, 0, 4, 0) < parts(4, 0, 4, 1))
    #expect(parts(0, 4, 0, 4) < parts(0, 4, 0, 1))
    #expect(parts(4, 4, 4, 4) < parts(4, 4, 4, 0))
  }

  /// Two to a power below or at zero.
  private func power(_ exponent: Double) -> Double {
    let whole = exponent.rounded(.down)
    var (result, term) = (1.0, 1.0)
    for step in 1..<20 {
      term *= (exponent - whole) * 0.693_147_180_559_945_3 / Double(step)
      result += term
    }
    return result * Double(sign: .plus, exponent: Int(whole), significand: 1)
  }
}

@Suite struct SurpriseTests {
  /// Hats in sixteenths.
  private static func sixteenths(_ metre: Metre, bars: Int = 1) throws -> Rhythm {
    let count = bars * metre.pulses * 16 / metre.unit
    return try Materials.rhythm(["hat": Array(0..<count)], metre: metre, bars: bars)
  }

  /// Law: however notes came and went, the parts are those of the notes that are there, told round
  /// and round.
  @Test(arguments: UInt64(0)..<40)
  func `it does not matter in which order notes come and go`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let short = [Metre(pulses: 1, unit: 16), Metre(pulses: 1, unit: 8), Metre(pulses: 3, unit: 16)]
    let metres = BlendCase.metres + short.compactMap(\.self)
    let rhythm = try Self.sixteenths(metres[Int(seed) % metres.count], bars: 1 + Int(seed) % 2)
    let circle = try Circle(rhythm, rhythm, reach: 1)
    var surprise = Surprise(.library, on: circle)
    let voices: [Voice] = ["kick", "bass", "snare", "dombyra", "hat", "shaker"]
    let sixteenths = (try rhythm.beats * 4).floor
    var sounding: Set<Place> = []
    for _ in 0..<100 {
      let place = Place(
        voice: voices[Int.random(in: voices.indices, using: &random)],
        onset: Fraction(Int.random(in: 0..<sixteenths, using: &random), 4))
      let comes = sounding.insert(place).inserted
      if !comes { sounding.remove(place) }
      surprise.set(
        surprise.cell(of: place.voice, at: circle.ticks(of: place.onset)), comes)
      #expect(surprise.parts == Self.plain(sounding, sixteenths))
    }
  }

  /// The same by telling every sixteenth anew.
  private static func plain(_ sounding: Set<Place>, _ count: Int) -> Int {
    var symbols = [Int](repeating: 0, count: count)
    for place in sounding {
      let bit = [Voice.Role.low: 1, .drone: 1, .timeline: 4][place.voice.role] ?? 2
      symbols[place.onset.numerator * 4 / place.onset.denominator] |= bit
    }
    return symbols.indices.reduce(0) { sum, index in
      let place = (0...3).reversed().reduce(0) { place, back in
        place * 8 + symbols[((index - back) % count + count) % count]
      }
      return sum + Int(Idiom.library.table[place])
    }
  }

  /// Of triplets of a quarter the second is nearer to the second sixteenth, the third to the fourth;
  /// the last thirty-second of a bar is as near to the next bar as to its own last sixteenth.
  @Test(arguments: [
    (Fraction(1, 3), 1), (Fraction(2, 3), 3), (Fraction(1, 8), 1), (Fraction(1, 9), 0),
    (Fraction(31, 8), 0), (Fraction(23, 6), 15),
  ])
  func `a note between sixteenths counts in the nearest`(onset: Fraction, nearest: Int) throws {
    let circle = try Circle(
      Self.sixteenths(.common), Materials.rhythm(["hat": Array(0..<288)], grid: 288), reach: 1)
    var (surprise, other) = (Surprise(.library, on: circle), Surprise(.library, on: circle))
    surprise.set(surprise.cell(of: "hat", at: circle.ticks(of: onset)), true)
    other.set(other.cell(of: "hat", at: circle.ticks(of: Fraction(nearest, 4))), true)
    // All places of an empty circle tell the same, so a second note tells where the first one is.
    surprise.set(surprise.cell(of: "kick", at: circle.ticks(of: Fraction(nearest, 4))), true)
    other.set(other.cell(of: "kick", at: circle.ticks(of: Fraction(nearest, 4))), true)
    #expect(surprise.parts == other.parts)
  }
}

@Suite struct IdiomOrderTests {
  private static func changes(
    _ pair: BlendPair, _ order: Jump.Settings.Order
  ) throws -> [[Place?]] {
    let ends = try Ends(pair.first, pair.second, Jump.Settings(order: order))
    return try Schedule(ends, isPinned: true).changes.map { change in
      [change.from, change.to].map { note in
        note.map { Place(voice: $0.voice, onset: $0.note.onset) }
      }
    }
  }

  /// Law: where no note waits for a near one, a change comes at most four places before its place in
  /// the order of voices.
  @Test func `the order by idiom chooses from the next five changes by voice`() throws {
    var moved = 0
    for pair in BlendPair.random where pair.b.grid >= Fraction(1, 16) {
      let (voice, idiom) = (try Self.changes(pair, .voice), try Self.changes(pair, .idiom))
      let ranks = try idiom.map { change in try #require(voice.firstIndex(of: change)) }
      #expect(ranks.sorted() == Array(voice.indices), "\(pair.name)")
      #expect(ranks.enumerated().allSatisfy { $0.element <= $0.offset + 4 }, "\(pair.name)")
      moved += zip(ranks, ranks.dropFirst()).count { $0 > $1 }
    }
    #expect(moved > 0)
  }

  /// 625 and 512 steps of a bar have 320000 in common, more than are ranked.
  @Test func `where the common grid is too fine, the order is by voice`() throws {
    let (first, second) = try (
      Fit.Fitted(Materials.rhythm(["kick": [0, 100], "hat": [3, 77, 300, 501]], grid: 625)),
      Fit.Fitted(Materials.rhythm(["kick": [0, 5, 301], "hat": [9, 200, 411]], grid: 512))
    )
    let pair = BlendPair(name: "fine", first: first, second: second)
    #expect(try Self.changes(pair, .idiom) == Self.changes(pair, .voice))
  }
}
