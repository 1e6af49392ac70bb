import Music
import TestSupport
import Testing

@testable import Composer

@Suite struct ReaccentingTests {
  /// Bars of one length: 6/8, 3/4 and 12/8 in three ways of grouping.
  private static let ways: [(Metre, Metre)] = [
    ((2, [3, 3], 8), [2, 2, 2]), ((3, [3], 4), [1, 1, 1]),
    ((4, [3, 3, 3, 3], 8), [3, 3, 2, 2, 2]),
    ((4, [2, 2], 4), [1, 3]), ((7, [2, 2, 3], 8), [3, 2, 2]),
  ].compactMap { entry, groups in
    guard let old = Metre(groups: entry.1, unit: entry.2),
      let new = Metre(groups: groups, unit: entry.2)
    else { return nil }
    return (old, new)
  }

  /// Law: onsets stay; each voice has the strokes it had; the stronger place has the stronger note.
  @Test(arguments: ways.indices, 0..<8)
  func `accents move and onsets stay`(way: Int, seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let (old, new) = Self.ways[way]
    let rhythm = try Rhythm.random(using: &random, metre: old, bars: 2)
    let changed = try #require(try rhythm.reaccented(in: [new, new]))
    #expect(changed.bars == [new, new] && changed.places == rhythm.places)
    let weights = try Fit.Fitted(changed).weights
    for part in changed.parts {
      let before = try #require(rhythm[part.voice]).notes
      func strokes(_ notes: [Note]) -> [String] {
        notes.map { "\($0.stroke) \($0.velocity)" }.sorted()
      }
      #expect(strokes(part.notes) == strokes(before))
      let byPlace = part.notes.sorted { (weights[$0.onset] ?? 0) > (weights[$1.onset] ?? 0) }
      #expect(zip(byPlace, byPlace.dropFirst()).allSatisfy { $0.velocity >= $1.velocity })
    }
    #expect(try rhythm.reaccented(in: [old, old]) == rhythm)
  }

  @Test func `six eighths are heard as three quarters`() throws {
    let six = try #require(Metre(pulses: 6, unit: 8))
    let three = try #require(Metre(pulses: 3, unit: 4))
    let notes = (0..<6).map { pulse in
      Note(
        onset: Fraction(pulse, 2), length: Fraction(1, 2), stroke: .normal,
        velocity: Velocity(clamping: [120, 60, 60, 110, 60, 60][pulse]))
    }
    let plain = try Materials.rhythm([:], metre: six, grid: 8)
    let rhythm = try Rhythm(
      origin: plain.origin, bars: [six], grid: plain.grid, tempo: plain.tempo,
      parts: [Rhythm.Part(voice: "hat", notes: notes)])
    let changed = try #require(try rhythm.reaccented(in: [three]))
    // The ranks of 3/4 in eighths are 5 0 3 1 4 2: the third beat is next to the downbeat.
    #expect(changed.parts[0].notes.map(\.velocity.value) == [120, 60, 60, 60, 110, 60])
  }

  @Test func `bars of another length are refused`() throws {
    let rhythm = try Materials.rhythm(["hat": [0]])
    #expect(try rhythm.reaccented(in: []) == nil)
    #expect(try rhythm.reaccented(in: [.common, .common]) == nil)
  }
}

@Suite struct MetricModulationTests {
  private static let values = [
    (Fraction(1, 12), Fraction(1, 8)), (Fraction(1, 8), Fraction(1, 16)),
    (Fraction(3, 16), Fraction(1, 4)),
  ]

  /// Law: every note sounds at the same time when the tempo is multiplied by the ratio.
  @Test(arguments: Materials.random.indices, values)
  func `nothing sounds different`(index: Int, values: (Fraction, Fraction)) throws {
    let rhythm = Materials.random[index].a
    let change = try MetricModulation(from: values.0, to: values.1)
    let length = try rhythm.beats * change.tempoRatio
    let metre = Metre.units.lazy.compactMap { unit -> Metre? in
      guard let pulses = try? length * Fraction(unit, 4), pulses.denominator == 1 else {
        return nil
      }
      return Metre(pulses: pulses.numerator, unit: unit)
    }.first
    guard let metre else { return }
    let changed = try #require(try change.applied(to: rhythm, in: [metre]))
    for part in rhythm.parts {
      let notes = try #require(changed[part.voice]).notes
      #expect(try notes.map { try $0.onset / change.tempoRatio } == part.notes.map(\.onset))
      #expect(try notes.map { try $0.length / change.tempoRatio } == part.notes.map(\.length))
    }
    let back = try MetricModulation(from: values.1, to: values.0)
    let again = try #require(try back.applied(to: changed, in: rhythm.bars))
    #expect(again == rhythm)
  }

  @Test func `triplet eighths become eighths`() throws {
    let rhythm = try Materials.rhythm(["hat": Array(0..<12)], grid: 12)
    let twelve = try #require(Metre(pulses: 12, unit: 8))
    let change = try MetricModulation(from: Fraction(1, 12), to: Fraction(1, 8))
    let changed = try #require(try change.applied(to: rhythm, in: [twelve]))
    #expect(change.tempoRatio == Fraction(3, 2))
    #expect(changed.steps(of: "hat", grid: 8) == (0..<12).map { Fraction($0) })
    #expect(changed.tempo.beatsPerMinute == 180...180)
    #expect(try change.applied(to: rhythm, in: [.common]) == nil)
    #expect(try change.applied(to: rhythm, in: []) == nil)
  }
}
