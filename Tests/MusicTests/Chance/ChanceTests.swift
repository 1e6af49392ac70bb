import Music
import Testing

@Suite struct ChanceTests {
  @Test func `the generator gives the published numbers`() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `one question has one answer`() {
    let chance = Chance(seed: 7)
    let first = chance.number(for: 3, at: Fraction(5, 8))
    _ = chance.number(for: 4, at: 0)
    #expect(chance.number(for: 3, at: Fraction(5, 8)) == first)
    #expect(Chance(seed: 7).number(for: 3, at: Fraction(10, 16)) == first)
  }

  /// Law: the numbers of one asker, of all askers at one time and of all seeds are spread evenly.
  @Test(arguments: ["times", "fractions", "askers", "seeds", "names"])
  func `numbers are spread evenly`(over questions: String) {
    let numbers = (0..<20_000).map { index in
      switch questions {
      case "times": Chance(seed: 1).number(for: 0, at: Fraction(index))
      case "fractions": Chance(seed: 1).number(for: 0, at: Fraction(index, 48))
      case "askers": Chance(seed: 1).number(for: UInt64(index), at: 0)
      case "seeds": Chance(seed: UInt64(index)).number(for: 0, at: 0)
      default: Chance(seed: 1).number(for: "voice \(index)", at: 0)
      }
    }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    let shares = Dictionary(grouping: numbers, by: { Int($0 * 20) }).mapValues(\.count)
    #expect(shares.count == 20)
    #expect(shares.values.allSatisfy { (850...1150).contains($0) })
  }

  /// Law: what two askers, two seeds or two neighbouring times are told has nothing in common.
  @Test func `answers do not depend on one another`() {
    let chance = Chance(seed: 1)
    let pairs = (0..<20_000).map { index in
      let time = Fraction(index, 16)
      let own = chance.number(for: 0, at: time)
      return [
        (own, chance.number(for: 1, at: time)), (own, Chance(seed: 2).number(for: 0, at: time)),
        (own, chance.number(for: 0, at: Fraction(index + 1, 16))),
        (own, chance.number(for: 0, at: Fraction(-index - 1, 16))),
        (own, chance.number(for: "hat", at: time)),
      ]
    }
    for kind in 0..<5 {
      let both = pairs.count { $0[kind].0 < 0.5 && $0[kind].1 < 0.5 }
      #expect((4700...5300).contains(both))
    }
  }

  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func `a name asks as its published hash`(name: String, hash: UInt64) {
    let chance = Chance(seed: 9)
    #expect(chance.number(for: name, at: 1) == chance.number(for: hash, at: 1))
  }
}
