import Music
import Testing
import TestSupport

@testable import Composer

/// The laws of slot operators, over random pairs and over every rhythm of the library.
@Suite struct JumpLawTests {
  /// Law: at 0 the blend is A and at 1 it is B, with everything that belongs to them.
  @Test(arguments: BlendPair.all)
  func `the ends are the two rhythms`(pair: BlendPair) throws {
    let jump = try pair.jump()
    let (first, last) = (try jump.rhythm(at: Amount(0)), try jump.rhythm(at: Amount(1)))
    #expect(first == pair.a && first.origin == pair.a.origin)
    #expect(last == pair.b && last.origin == pair.b.origin)
  }

  /// Law: the blend of A and B at t is the blend of B and A at 1 − t.
  @Test(arguments: BlendPair.all)
  func `the way back is the way there`(pair: BlendPair) throws {
    let (there, back) = (try pair.jump(seed: 5), try pair.turned.jump(seed: 5))
    for amount in BlendPair.amounts {
      let (from, to) = (try there.rhythm(at: amount), try back.rhythm(at: amount.reversed))
      #expect(from.parts.count == to.parts.count)
      for part in from.parts { #expect(to[part.voice] == part, "\(amount.step)") }
    }
  }

  /// Law: a bar alone is the bar of the whole.
  @Test(arguments: BlendPair.all)
  func `a bar can be made alone`(pair: BlendPair) throws {
    let jump = try pair.jump()
    for amount in BlendPair.amounts.prefix(12) {
      let whole = try jump.rhythm(at: amount)
      for bar in whole.bars.indices {
        #expect(try jump.bar(bar, at: amount) == whole.bar(bar))
      }
    }
  }

  /// Law: the same blend in another order, and on other threads, is the same.
  @Test(arguments: BlendPair.library.prefix(20))
  func `nothing depends on when or where it is computed`(pair: BlendPair) async throws {
    let amounts = BlendPair.amounts
    let forwards = try amounts.map { try pair.jump().rhythm(at: $0) }
    let jump = try pair.jump()
    let backwards = try await withThrowingTaskGroup(of: (Int, Rhythm).self) { group in
      for index in amounts.indices.reversed() {
        group.addTask { (index, try jump.rhythm(at: amounts[index])) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for index in amounts.indices { #expect(backwards[index] == forwards[index]) }
  }

  /// Law: notes lie in the bars, in order, no two of a voice at one place.
  @Test(arguments: BlendPair.all)
  func `every rhythm between is well formed`(pair: BlendPair) throws {
    let jump = try pair.jump()
    for amount in BlendPair.amounts {
      let rhythm = try jump.rhythm(at: amount)
      #expect(rhythm.beats == pair.b.beats)
      for part in rhythm.parts {
        let onsets = part.notes.map(\.onset)
        #expect(onsets.allSatisfy { $0 >= 0 && $0 < rhythm.beats })
        #expect(zip(onsets, onsets.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }

  /// Law: for each voice the number of notes is between those of A and B, and goes one way.
  @Test(arguments: BlendPair.all)
  func `a voice has a number of notes between theirs`(pair: BlendPair) throws {
    let jump = try pair.jump()
    let rhythms = try BlendPair.amounts.sorted().map { try jump.rhythm(at: $0) }
    for voice in pair.a.voices.union(pair.b.voices) {
      let counts = rhythms.map { $0.count(of: voice) }
      let isRising = pair.a.count(of: voice) <= pair.b.count(of: voice)
      #expect(
        zip(counts, counts.dropFirst()).allSatisfy { isRising ? $0 <= $1 : $0 >= $1 },
        "\(voice): \(counts)")
    }
  }

  /// Law: A ∩ B ⊆ M ⊆ A ∪ B.
  @Test(arguments: BlendPair.all)
  func `what both share stays and nothing new appears`(pair: BlendPair) throws {
    let jump = try pair.jump()
    let (shared, known) = (
      pair.a.places.intersection(pair.b.places), pair.a.places.union(pair.b.places)
    )
    for amount in BlendPair.amounts {
      let places = try jump.rhythm(at: amount).places
      #expect(places.isSuperset(of: shared))
      #expect(places.isSubset(of: known))
    }
  }

  /// Law: the presence of a note changes at most once along the way.
  @Test(arguments: BlendPair.all)
  func `a note comes or goes once`(pair: BlendPair) throws {
    let jump = try pair.jump()
    let sets = try BlendPair.amounts.sorted().map { try jump.rhythm(at: $0).places }
    for place in pair.a.places.union(pair.b.places) {
      let presence = sets.map { $0.contains(place) }
      #expect(zip(presence, presence.dropFirst()).count(where: { $0 != $1 }) <= 1)
    }
  }

  /// Law: H(A, M) + H(M, B) = H(A, B) for the Hamming distance H.
  @Test(arguments: BlendPair.all)
  func `the way is a shortest one`(pair: BlendPair) throws {
    let jump = try pair.jump()
    let (a, b) = (pair.a.places, pair.b.places)
    for amount in BlendPair.amounts {
      let m = try jump.rhythm(at: amount).places
      #expect(
        a.symmetricDifference(m).count + m.symmetricDifference(b).count
          == a.symmetricDifference(b).count)
    }
  }

  /// Law: the blend of A and A is A.
  @Test(arguments: BlendPair.all)
  func `a rhythm blended with itself is itself`(pair: BlendPair) throws {
    let jump = try Jump(from: pair.first, to: pair.first)
    for amount in BlendPair.amounts { #expect(try jump.rhythm(at: amount) == pair.a) }
  }

  /// Law: without chance the seed changes nothing; with chance it changes only the order.
  @Test(arguments: BlendPair.all)
  func `the seed decides nothing but the order`(pair: BlendPair) throws {
    let (one, two) = (
      try pair.jump(seed: 1, randomness: 0), try pair.jump(seed: 2, randomness: 0)
    )
    for amount in BlendPair.amounts {
      #expect(try one.rhythm(at: amount) == two.rhythm(at: amount))
    }
    let seeded = try pair.jump(seed: 3, randomness: 1)
    #expect(try possible(in: seeded) == possible(in: one))
  }

  /// Law: a change in one voice of B leaves the possible notes of every other voice as they were.
  @Test(arguments: BlendPair.all)
  func `a voice's possible notes are its own affair`(pair: BlendPair) throws {
    let before = try possible(in: pair.jump())
    for part in pair.b.parts where part.notes.count > 1 {
      let thinned = try pair.b.replacing(
        Rhythm.Part(voice: part.voice, notes: [part.notes[0]], feel: part.feel))
      let changed = try Jump(from: pair.first, to: Fit.Fitted(thinned))
      let after = try possible(in: changed)
      #expect(after.filter { $0.voice != part.voice } == before.filter { $0.voice != part.voice })
    }
  }

  private func possible(in jump: Jump) throws -> Set<Place> {
    try BlendPair.amounts.reduce(into: []) { $0.formUnion(try jump.rhythm(at: $1).places) }
  }
}

extension Rhythm {
  fileprivate func replacing(_ part: Part) throws -> Rhythm {
    try Rhythm(
      origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel,
      parts: parts.map { $0.voice == part.voice ? part : $0 })
  }
}
