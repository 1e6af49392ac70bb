import Music
import Testing

@testable import Composer

@Suite struct BarycentreTests {
  /// Law: with all shares one rhythm's it is that rhythm.
  @Test(arguments: RaceTests.triples)
  func `a corner is a rhythm`(rhythms: [Rhythm]) throws {
    let mix = try Barycentre(rhythms)
    for index in rhythms.indices {
      #expect(try mix.rhythm(at: MixWeights(only: index, of: 3)) == rhythms[index])
    }
  }

  /// Law: where one has all but a breath, places and strengths are nearly its own.
  @Test(arguments: RaceTests.triples)
  func `the corners are reached gradually`(rhythms: [Rhythm]) throws {
    let mix = try Barycentre(rhythms)
    for index in rhythms.indices {
      var parts = [1, 1, 1]
      parts[index] = Amount.steps - 2
      let near = try mix.rhythm(at: #require(MixWeights(parts)))
      for part in rhythms[index].parts {
        let notes = near[part.voice]?.notes ?? []
        #expect(notes.count == part.notes.count)
        for (a, b) in zip(notes.sorted(around: near.beats), part.notes.sorted(around: near.beats)) {
          #expect(try distance(a.onset, b.onset, around: near.beats) <= Fraction(1, 900))
          #expect(abs(a.velocity.value - b.velocity.value) <= 1)
        }
      }
    }
  }

  /// Law: the strengths of all notes are those of the rhythms by their shares, rounded note by note.
  @Test(arguments: RaceTests.triples, RaceTests.mixes)
  func `strength is neither gained nor lost`(rhythms: [Rhythm], weights: MixWeights) throws {
    let notes = try Barycentre(rhythms).rhythm(at: weights).parts.flatMap(\.notes)
    let strength = notes.map(\.velocity.value).reduce(0, +)
    let all = rhythms.map { $0.parts.flatMap(\.notes) }
    let expected =
      zip(all, weights.steps).reduce(0) { sum, rhythm in
        sum + rhythm.1 * rhythm.0.map(\.velocity.value).reduce(0, +)
      } / Amount.steps
    let most = all.map(\.count).reduce(0, +)
    #expect(strength <= expected + most)
    // Notes that meet at one place of a voice count once.
    if notes.count == most { #expect(strength >= expected - most) }
  }

  /// Law: no note is farther than the reach from a note of one of the rhythms.
  @Test(arguments: RaceTests.triples, RaceTests.mixes)
  func `no note goes farther than the reach`(rhythms: [Rhythm], weights: MixWeights) throws {
    let mix = try Barycentre(rhythms, reach: Fraction(1, 2)).rhythm(at: weights)
    for part in mix.parts {
      let near = rhythms.flatMap { $0[part.voice]?.notes ?? [] }
      for note in part.notes {
        #expect(
          try near.contains {
            try distance($0.onset, note.onset, around: mix.beats) <= Fraction(1, 2)
          })
      }
    }
  }

  @Test func `two rhythms meet on the straight line between them`() throws {
    let mix = try Barycentre([
      Materials.rhythm(["kick": [0, 8]], velocity: 100),
      Materials.rhythm(["kick": [0, 9]], velocity: 60),
    ])
    let notes = try mix.rhythm(at: MixWeights(Amount(0.25))).parts[0].notes
    #expect(notes.map(\.onset) == [0, Fraction(33, 16)])
    #expect(notes.map(\.velocity.value) == [90, 90])
  }

  @Test func `a note without partners fades`() throws {
    let mix = try Barycentre([
      Materials.rhythm(["kick": [0]], velocity: 100),
      Materials.rhythm(["kick": [0, 8]], velocity: 100), Materials.rhythm(["kick": [0]]),
    ])
    let weights = try #require(MixWeights([1, 1, 2]))
    let notes = try mix.rhythm(at: weights).parts[0].notes
    #expect(notes.map(\.onset) == [0, 2])
    #expect(notes.map(\.velocity.value) == [95, 25])
  }

  @Test func `three rhythms meet in the middle`() throws {
    let mix = try Barycentre(
      [0, 1, 3].map { try Materials.rhythm(["kick": [4 + $0]], velocity: 100) })
    let weights = try #require(MixWeights([1, 1, 1]))
    let notes = try mix.rhythm(at: weights).parts[0].notes
    #expect(notes.map(\.onset) == [Fraction(4, 3)])
  }
}

extension [Note] {
  /// The notes in order, those just before the end of a circle as if before its beginning.
  fileprivate func sorted(around length: Fraction) -> [Note] {
    sorted { left, right in
      func place(_ note: Note) -> Fraction {
        (try? length - note.onset).map { $0 < Fraction(1, 100) ? -1 : note.onset } ?? note.onset
      }
      return place(left) < place(right)
    }
  }
}
