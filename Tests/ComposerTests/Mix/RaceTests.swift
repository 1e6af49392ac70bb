import Music
import TestSupport
import Testing

@testable import Composer

@Suite struct RaceTests {
  /// Three random rhythms of one metre, known by names of their own.
  static let triples: [[Rhythm]] = Materials.metres.indices.flatMap { index in
    (0..<3).map { turn in
      var random = SplitMix64(seed: UInt64(index * 10 + turn))
      return ["one", "two", "three"].compactMap { name in
        var rhythm = try? Rhythm.random(
          using: &random, metre: Materials.metres[index], bars: 1 + turn % 2)
        rhythm?.origin.id = name
        return rhythm
      }
    }
  }

  /// Three random rhythms that have the same voices.
  static let alike: [[Rhythm]] = triples.compactMap { rhythms in
    let voices = Set(rhythms.flatMap { $0.parts.map(\.voice) }).sorted()
    let alike = rhythms.compactMap { rhythm in
      try? Rhythm(
        origin: rhythm.origin, bars: rhythm.bars, grid: rhythm.grid, tempo: rhythm.tempo,
        parts: voices.map { rhythm[$0] ?? Rhythm.Part(voice: $0, notes: []) })
    }
    return alike.count == rhythms.count ? alike : nil
  }

  static let mixes = [[1, 1, 1], [1, 2, 5], [0, 1, 1], [9, 1, 0], [3, 0, 4]]
    .compactMap(MixWeights.init)

  /// Law: with all shares one rhythm's it is that rhythm.
  @Test(arguments: triples)
  func `a rhythm alone wins everywhere`(rhythms: [Rhythm]) throws {
    let race = try Race(rhythms)
    for index in rhythms.indices {
      #expect(try race.rhythm(at: MixWeights(only: index, of: 3)) == rhythms[index])
    }
  }

  /// Law: nearly all shares give nearly the rhythm, by the same races and not by exception.
  @Test(arguments: triples)
  func `the races alone come close to it`(rhythms: [Rhythm]) throws {
    let race = try Race(rhythms)
    let weights = try #require(MixWeights([1 << 31, 1, 0]))
    #expect(weights.only == 0 || weights.steps[0] > 65_000)
    let near = try #require(MixWeights([65_535, 1, 0]))
    let difference = try race.rhythm(at: near).places.symmetricDifference(rhythms[0].places)
    #expect(difference.count <= 1)
  }

  /// Law: common notes are kept, and nothing is added that no rhythm of a share has.
  @Test(arguments: alike, mixes)
  func `what all have stays`(rhythms: [Rhythm], weights: MixWeights) throws {
    let places = try Race(rhythms).rhythm(at: weights).places
    let running = rhythms.indices.filter { weights.steps[$0] > 0 }.map { rhythms[$0].places }
    #expect(places.isSuperset(of: running.dropFirst().reduce(running[0]) { $0.intersection($1) }))
    #expect(places.isSubset(of: running.reduce([]) { $0.union($1) }))
  }

  /// Law: as one share grows against the others, places go over to that rhythm alone.
  @Test(arguments: alike, 0..<3)
  func `a growing share only wins`(rhythms: [Rhythm], growing: Int) throws {
    let race = try Race(rhythms)
    let own = rhythms[growing].places
    var before: Set<Place>?
    for share in [0, 1, 2, 4, 8, 16, 64, 1024] {
      var parts = [4, 4, 4]
      parts[growing] = share
      let places = try race.rhythm(at: #require(MixWeights(parts))).places
      if let before {
        #expect(places.subtracting(before).isSubset(of: own))
        #expect(before.subtracting(places).isDisjoint(with: own))
      }
      before = places
    }
  }

  /// Law: the order of the rhythms does not matter.
  @Test(arguments: triples)
  func `the order does not matter`(rhythms: [Rhythm]) throws {
    let weights = try #require(MixWeights([2, 3, 7]))
    let turned = try #require(MixWeights([7, 2, 3]))
    let one = try Race(rhythms, seed: 3).rhythm(at: weights)
    let two = try Race([rhythms[2], rhythms[0], rhythms[1]], seed: 3).rhythm(at: turned)
    #expect(one == two)
  }

  /// Law: a rhythm wins as often as its share says.
  @Test func `shares are kept in the long run`() throws {
    let metre = try #require(Metre(pulses: 64, unit: 4))
    let rows = Array(0..<4096)
    let rhythms = try ["a", "b", "c"].enumerated().map { index, id in
      try Materials.rhythm(
        ["hat": rows], metre: metre, bars: 4, grid: 64, id: id, velocity: 10 + index)
    }
    let weights = try #require(MixWeights([1, 2, 5]))
    let notes = try Race(rhythms, seed: 1).rhythm(at: weights).parts[0].notes
    let counts = (10...12).map { velocity in notes.count { $0.velocity.value == velocity } }
    for (count, share) in zip(counts, [1, 2, 5]) {
      #expect(abs(count - 512 * share) < 150)
    }
  }
}
