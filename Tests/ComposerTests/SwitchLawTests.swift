import Music
import Testing
import TestSupport

@testable import Composer

/// The laws of blends in which notes switch, over random pairs and over rhythms of the library.
@Suite struct SwitchLawTests {
  /// Law: the number of all notes is between those of A and B.
  @Test(arguments: BlendCase.switching.filter { $0.kind.way == .skeleton })
  func `a rhythm has a number of notes between theirs`(pair: BlendCase) throws {
    let blend = try pair.blend()
    let ends = [pair.a.places.count, pair.b.places.count].sorted()
    for amount in BlendPair.amounts {
      let count = try blend.rhythm(at: amount).places.count
      #expect(ends[0] <= count && count <= ends[1], "\(amount.step)")
    }
  }

  /// Law: for each voice the number of notes is between those of A and B, and goes one way.
  @Test(arguments: BlendCase.switching.filter { $0.kind.way != .skeleton })
  func `a voice has a number of notes between theirs`(pair: BlendCase) throws {
    let blend = try pair.blend()
    let rhythms = try BlendPair.amounts.sorted().map { try blend.rhythm(at: $0) }
    for voice in pair.a.voices.union(pair.b.voices) {
      let counts = rhythms.map { $0.count(of: voice) }
      let isRising = pair.a.count(of: voice) <= pair.b.count(of: voice)
      #expect(
        zip(counts, counts.dropFirst()).allSatisfy { isRising ? $0 <= $1 : $0 >= $1 },
        "\(voice): \(counts)")
    }
  }

  /// Law: A ∩ B ⊆ M ⊆ A ∪ B.
  @Test(arguments: BlendCase.switching)
  func `what both share stays and nothing new appears`(pair: BlendCase) throws {
    let blend = try pair.blend()
    let (shared, known) = (
      pair.a.places.intersection(pair.b.places), pair.a.places.union(pair.b.places)
    )
    for amount in BlendPair.amounts {
      let places = try blend.rhythm(at: amount).places
      #expect(places.isSuperset(of: shared))
      #expect(places.isSubset(of: known))
    }
  }

  /// Law: where a voice of both has two notes within 16 ms of each other at 120 quarter notes a minute,
  /// each the other's nearest, one of them is always there.
  @Test(arguments: BlendCase.Kind.switching, BlendCase.sample)
  func `what all but begins together stays`(kind: BlendCase.Kind, pair: BlendPair) throws {
    let length = pair.b.beats.approximation
    func way(_ a: Note, _ b: Note) -> Double {
      let line = abs(a.onset.approximation - b.onset.approximation)
      return min(line, length - line)
    }
    var twins: [[Place]] = []
    for part in pair.a.parts {
      let (own, others) = (part.notes, pair.b[part.voice]?.notes ?? [])
      for note in own {
        guard let twin = others.min(by: { way(note, $0) < way(note, $1) }),
          way(note, twin) < 0.032, min(note.velocity, twin.velocity).value >= 8,
          own.allSatisfy({ $0 == note || way($0, twin) > way(note, twin) + 1e-9 }),
          others.allSatisfy({ $0 == twin || way($0, note) > way(note, twin) + 1e-9 })
        else { continue }
        twins.append([note, twin].map { Place(voice: part.voice, onset: $0.onset) })
      }
    }
    let blend = try BlendCase(pair: pair, kind: kind).blend()
    for amount in BlendPair.amounts where !twins.isEmpty {
      let places = try blend.rhythm(at: amount).places
      #expect(twins.allSatisfy { !places.isDisjoint(with: $0) }, "\(amount.step)")
    }
  }

  /// Law: the presence of a note changes at most once along the way.
  @Test(arguments: BlendCase.switching)
  func `a note comes or goes once`(pair: BlendCase) throws {
    let blend = try pair.blend()
    let sets = try BlendPair.amounts.sorted().map { try blend.rhythm(at: $0).places }
    for place in pair.a.places.union(pair.b.places) {
      let presence = sets.map { $0.contains(place) }
      #expect(zip(presence, presence.dropFirst()).count(where: { $0 != $1 }) <= 1)
    }
  }

  /// Law: H(A, M) + H(M, B) = H(A, B) for the Hamming distance H.
  @Test(arguments: BlendCase.switching)
  func `the way is a shortest one`(pair: BlendCase) throws {
    let blend = try pair.blend()
    let (a, b) = (pair.a.places, pair.b.places)
    for amount in BlendPair.amounts {
      let m = try blend.rhythm(at: amount).places
      #expect(
        a.symmetricDifference(m).count + m.symmetricDifference(b).count
          == a.symmetricDifference(b).count)
    }
  }

  /// Law: the blend of A and A is A.
  @Test(arguments: BlendCase.switching)
  func `a rhythm blended with itself is itself`(pair: BlendCase) throws {
    let blend = try pair.with(pair.first, pair.first).blend()
    for amount in BlendPair.amounts { #expect(try blend.rhythm(at: amount) == pair.a) }
  }

  /// Law: without chance the seed changes nothing; with chance it changes only the order.
  @Test(arguments: BlendCase.switching)
  func `the seed decides nothing but the order`(pair: BlendCase) throws {
    let (one, two) = (
      try pair.blend(seed: 1, randomness: 0), try pair.blend(seed: 2, randomness: 0)
    )
    for amount in BlendPair.amounts {
      #expect(try one.rhythm(at: amount) == two.rhythm(at: amount))
    }
    let seeded = try pair.blend(seed: 3, randomness: 1)
    #expect(try possible(in: seeded) == possible(in: one))
  }

  /// Law: a change in one voice of B leaves the possible notes of every other voice as they were.
  @Test(arguments: BlendCase.switching)
  func `a voice's possible notes are its own affair`(pair: BlendCase) throws {
    let before = try possible(in: pair.blend())
    for part in pair.b.parts where part.notes.count > 1 {
      let thinned = try pair.b.replacing(
        Rhythm.Part(voice: part.voice, notes: [part.notes[0]], feel: part.feel))
      let changed = try pair.with(pair.first, Fit.Fitted(thinned)).blend()
      let after = try possible(in: changed)
      #expect(after.filter { $0.voice != part.voice } == before.filter { $0.voice != part.voice })
    }
  }

  private func possible(in blend: any Blending) throws -> Set<Place> {
    try BlendPair.amounts.reduce(into: []) { $0.formUnion(try blend.rhythm(at: $1).places) }
  }
}

extension Rhythm {
  fileprivate func replacing(_ part: Part) throws -> Rhythm {
    try Rhythm(
      origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel,
      parts: parts.map { $0.voice == part.voice ? part : $0 })
  }
}
