import Music
import Testing

@testable import Composer

@Suite struct SyncopatingTests {
  private static let goals = [0, 2, 4, 8, 20].map { Fraction($0, 8) }

  /// The middle of a jump between two rhythms, and the two.
  private static let cases: [BlendPair] = Materials.pairs.enumerated().compactMap {
    $0.offset.isMultiple(of: 3) ? $0.element : nil
  }

  private static func middle(_ pair: BlendPair) throws -> Rhythm {
    try pair.jump().rhythm(at: Amount(0.5))
  }

  /// Law: it is what the measure of each voice says, for each note.
  @Test(arguments: Materials.rhythms)
  func `it is the syncopation of all voices`(rhythm: Rhythm) throws {
    let sum = try rhythm.parts.reduce(0) { sum, part in
      try sum + Onsets(of: part.voice, in: rhythm).syncopation()
    }
    let count = rhythm.voicedNotes.count
    #expect(try rhythm.syncopationPerNote() == (count == 0 ? 0 : Fraction(sum, count)))
  }

  @Test(
    arguments: [
      ([0, 3, 6, 10, 12], Fraction(4, 5)), ([2, 6, 10, 14], Fraction(7, 4)), ([0, 4, 8, 12], 0),
      ([], 0),
    ] as [([Int], Fraction)])
  func `known rhythms have their syncopation`(steps: [Int], syncopation: Fraction) throws {
    #expect(try Materials.rhythm(["claves": steps]).syncopationPerNote() == syncopation)
  }

  /// Law: nothing leaves the material, a bar keeps its number of notes, a voice has a number between,
  /// and what the others share stays.
  @Test(arguments: cases, goals)
  func `the material is never left`(pair: BlendPair, goal: Fraction) throws {
    let middle = try Self.middle(pair)
    let result = try middle.syncopated(to: goal, within: [pair.a, pair.b]).rhythm
    let material = pair.a.places.union(pair.b.places)
    #expect(result.places.subtracting(middle.places).isSubset(of: material))
    #expect(result.places.isSuperset(of: pair.a.places.intersection(pair.b.places)))
    for bar in middle.bars.indices {
      #expect(try middle.bar(bar).places.count == result.bar(bar).places.count)
    }
    for voice in result.voices {
      let counts = [pair.a, pair.b, middle].map { $0.count(of: voice) }.sorted()
      #expect(counts[0] <= result.count(of: voice) && result.count(of: voice) <= counts[2])
    }
  }

  /// Law: what is said to be reached is reached, and no farther from the goal than before.
  @Test(arguments: cases, goals)
  func `it comes nearer, and says how near`(pair: BlendPair, goal: Fraction) throws {
    let middle = try Self.middle(pair)
    let result = try middle.syncopated(to: goal, within: [pair.a, pair.b])
    let others = [pair.a, pair.b]
    let before = try middle.syncopationPerNote(within: others)
    let after = try result.rhythm.syncopationPerNote(within: others)
    #expect(after == result.syncopation)
    let target = goal.approximation
    #expect(abs(after.approximation - target) <= abs(before.approximation - target))
  }

  /// Law: a higher goal never leads to less.
  @Test(arguments: cases)
  func `a higher goal never leads to less`(pair: BlendPair) throws {
    let middle = try Self.middle(pair)
    let reached = try Self.goals.map {
      try middle.syncopated(to: $0, within: [pair.a, pair.b]).syncopation
    }
    #expect(zip(reached, reached.dropFirst()).allSatisfy { $0 <= $1 })
  }

  /// Law: where the goal is reached already nothing changes; what was reached is reached again.
  @Test(arguments: cases)
  func `a goal that is reached changes nothing`(pair: BlendPair) throws {
    let middle = try Self.middle(pair)
    let now = try middle.syncopationPerNote(within: [pair.a, pair.b])
    let same = try middle.syncopated(to: now, within: [pair.a, pair.b])
    #expect(same.rhythm == middle && same.syncopation == now)
    let moved = try middle.syncopated(to: Fraction(3, 4), within: [pair.a, pair.b])
    let again = try moved.rhythm.syncopated(to: moved.syncopation, within: [pair.a, pair.b])
    #expect(again.rhythm == moved.rhythm)
  }

  /// Law: no single move within the material would lead nearer to the goal.
  @Test(arguments: Materials.random.prefix(16), [Fraction(0), Fraction(1)])
  func `no single move leads nearer`(pair: BlendPair, goal: Fraction) throws {
    let middle = try Self.middle(pair)
    let result = try middle.syncopated(to: goal, within: [pair.a, pair.b])
    let isUp = try middle.syncopationPerNote(within: [pair.a, pair.b]) < goal
    guard result.syncopation != goal, (result.syncopation < goal) == isUp else { return }
    let error = abs(result.syncopation.approximation - goal.approximation)
    let (material, taken) = (pair.a.places.union(pair.b.places), result.rhythm.places)
    let lines = result.rhythm.barLines
    for from in taken.subtracting(pair.a.places.intersection(pair.b.places)) {
      for to in material.subtracting(taken) {
        let bars = [from, to].map { place in lines.lastIndex { $0 <= place.onset } }
        guard bars[0] == bars[1] else { continue }
        let other = try result.rhythm.exchanging(from, for: to)
        let isBetween = [from.voice, to.voice].allSatisfy { voice in
          let counts = [pair.a, pair.b, middle].map { $0.count(of: voice) }.sorted()
          return counts[0]...counts[2] ~= other.count(of: voice)
        }
        guard isBetween else { continue }
        let reached = try other.syncopationPerNote(within: [pair.a, pair.b]).approximation
        #expect(abs(reached - goal.approximation) >= error)
      }
    }
  }

  @Test func `notes move between the places of two rhythms`() throws {
    let (straight, late) = (
      try Materials.rhythm(["kick": [0, 4, 8, 12]]), try Materials.rhythm(["kick": [0, 6, 10, 14]])
    )
    // 4 before the silent 8 is one level up, as 10 before the silent 12 would be.
    let goals: [(Fraction, [Int])] = [(0, [0, 4, 8, 12]), (Fraction(1, 4), [0, 4, 10, 12])]
    for (goal, steps) in goals {
      let result = try straight.syncopated(to: goal, within: [straight, late])
      #expect(result.rhythm.steps(of: "kick").map(\.numerator) == steps)
    }
  }

  @Test func `silence has no syncopation`() throws {
    let empty = try Materials.rhythm(["kick": []])
    let result = try empty.syncopated(to: 1, within: [empty, Materials.rhythm(["kick": [3]])])
    #expect(result.rhythm == empty && result.syncopation == 0)
  }
}

extension Rhythm {
  /// The rhythm with one note fewer in a voice, and another in one.
  fileprivate func exchanging(_ from: Place, for to: Place) throws -> Rhythm {
    let new = Note(
      onset: to.onset, length: Fraction(1, 4), stroke: .normal, velocity: Velocity(clamping: 90))
    let known = parts.contains { $0.voice == to.voice }
    let all = parts + (known ? [] : [Part(voice: to.voice, notes: [])])
    return try Rhythm(
      origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel,
      parts: all.map { part in
        let kept = part.notes.filter { part.voice != from.voice || $0.onset != from.onset }
        return Part(voice: part.voice, notes: kept + (part.voice == to.voice ? [new] : []))
      })
  }
}
