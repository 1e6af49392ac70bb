import Music
import TestSupport
import Testing

@testable import Composer

@Suite struct VerseLineTests {
  /// Law: no way to give the spare pulses has a greater sum, and of equals the later groups take.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `no placement is better`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let groups = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Int.random(in: 1...4, using: &random)
    }
    let left = Int.random(in: 0...6, using: &random)
    // Few different ranks, so that there are ties.
    let ranks = (0..<groups.reduce(left, +)).map { _ in Int.random(in: 0...5, using: &random) }
    let line = try #require(VerseLine(groups: groups, ranks: ranks))
    #expect(line.spare.reduce(0, +) == left)
    let all = compositions(of: left, into: groups.count)
    let best = all.map { gain($0, groups, ranks) }.max()
    let winners = all.filter { gain($0, groups, ranks) == best }
    #expect(line.spare == winners.min { $0.lexicographicallyPrecedes($1) })
  }

  /// Law: syllables follow each other without a gap and fill the line.
  @Test(arguments: [[4, 3, 4], [4, 4, 3], [5, 5], [7], [1, 1, 1, 1]], [16, 12])
  func `syllables fill the line`(groups: [Int], pulses: Int) throws {
    let metre = try #require(Metre(pulses: pulses == 16 ? 4 : 3, unit: 4))
    let line = try #require(VerseLine(groups: groups, pulses: pulses, in: [metre]))
    var next = 0
    for syllable in line.syllables.joined() {
      #expect(syllable.pulse == next)
      #expect(!line.isPause(syllable.pulse))
      next += syllable.length
    }
    #expect(next == pulses)
    let pauses = (0..<pulses).count(where: line.isPause)
    #expect(pauses == pulses - groups.reduce(0, +))
  }

  @Test func `four three four on sixteen pulses pauses at its end`() throws {
    let line = try #require(VerseLine(groups: [4, 3, 4], pulses: 16, in: [.common]))
    #expect(line.groupStarts == [0, 4, 8])
    #expect(line.spare == [0, 1, 4])
  }

  @Test func `the line begins, groups and closes with accents`() throws {
    let line = try #require(VerseLine(groups: [4, 3, 4], pulses: 16, in: [.common]))
    let accents = try line.part(of: "kick", pulse: Fraction(1, 4), accentsOnly: true)
    #expect(accents.notes.map(\.onset) == [0, 1, 2, Fraction(11, 4)])
    #expect(accents.notes.map(\.velocity.value) == [118, 104, 104, 92])
    let all = try line.part(of: "voice", pulse: Fraction(1, 4))
    #expect(all.notes.count == 11)
    #expect(all.notes.map(\.length.numerator).reduce(0, +) > 0)
    #expect(all.notes.last.map { $0.length } == Fraction(5, 4))
  }

  /// Law: the call is in the sung pulses, the response in the pauses, and nothing else.
  @Test(arguments: Materials.pairs)
  func `a response waits for the pauses`(pair: BlendPair) throws {
    let line = try #require(VerseLine(groups: [2, 3], ranks: [9, 1, 2, 3, 8, 4, 5, 6]))
    let rhythm = try line.answering(pair.a, with: pair.b)
    func places(_ rhythm: Rhythm, inPauses: Bool) throws -> Set<Place> {
      try rhythm.places.filter { place in
        line.isPause(try (place.onset / rhythm.beats * 8).floor) == inPauses
      }
    }
    let expected = try places(pair.a, inPauses: false).union(places(pair.b, inPauses: true))
    #expect(rhythm.places == expected)
  }

  @Test(arguments: [
    ([], 8), ([0, 4], 8), ([9], 8), ([-1, 4], 8), ([Int.max, Int.max], 8), ([3], 0),
  ])
  func `a line that does not fit is refused`(groups: [Int], pulses: Int) {
    #expect(VerseLine(groups: groups, ranks: Array(repeating: 0, count: pulses)) == nil)
    #expect(VerseLine(groups: groups, pulses: pulses, in: [.common]) == nil)
  }

  @Test func `pulses divide the bars`() {
    #expect(VerseLine(groups: [2], pulses: 3, in: [.common]) == nil)
    #expect(VerseLine(groups: [2], pulses: 8, in: []) == nil)
    #expect(VerseLine(groups: [4, 3], pulses: 16, in: [.common, .common])?.pulses == 16)
  }

  private func gain(_ spare: [Int], _ groups: [Int], _ ranks: [Int]) -> Int {
    var (start, sum) = (0, 0)
    for (group, given) in zip(groups, spare) {
      sum += ranks[start]
      start += group + given
    }
    return sum - 2 * spare.dropLast().reduce(0, +)
  }

  private func compositions(of sum: Int, into count: Int) -> [[Int]] {
    guard count > 1 else { return [[sum]] }
    return (0...sum).flatMap { first in
      compositions(of: sum - first, into: count - 1).map { [first] + $0 }
    }
  }
}
