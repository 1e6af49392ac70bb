import Music
import Testing

@testable import Composer

/// The laws of blends in which no note becomes another.
@Suite struct LayerLawTests {
  private static let ways: [Operator] = [.interlock, .hocket, .groove, .alternate]

  private static func blend(_ way: Operator, _ pair: BlendPair) throws -> any Blending {
    try way.blend(from: pair.first, to: pair.second)
  }

  /// Law: at 0 it is the first rhythm, and at 1 the second where the operator arrives.
  @Test(arguments: ways, Materials.pairs)
  func `the ends are where they must be`(way: Operator, pair: BlendPair) throws {
    let blend = try Self.blend(way, pair)
    let turns = blend.first.bars.count / pair.a.bars.count
    #expect(try blend.rhythm(at: Amount(0)) == pair.a.repeated(turns))
    #expect(blend.map == nil)
    if way.arrives { #expect(try blend.rhythm(at: Amount(1)) == pair.b.repeated(turns)) }
  }

  /// Law: a bar alone sounds as the bar of the whole, and all rhythms have the same bars.
  @Test(arguments: ways, Materials.pairs)
  func `a bar can be made alone`(way: Operator, pair: BlendPair) throws {
    let blend = try Self.blend(way, pair)
    for amount in Materials.amounts {
      let whole = try blend.rhythm(at: amount)
      #expect(whole.bars == blend.first.bars)
      for bar in whole.bars.indices {
        #expect(try blend.bar(bar, at: amount) == whole.bar(bar))
      }
    }
  }

  /// Law: what both have stays, nothing new appears, and a place changes hands once.
  @Test(arguments: [Operator.hocket, .alternate], Materials.pairs)
  func `what is shared goes over once`(way: Operator, pair: BlendPair) throws {
    let blend = try Self.blend(way, pair)
    let (a, b) = (blend.first.places, blend.second.places)
    let sets = try Materials.amounts.sorted().map { try blend.rhythm(at: $0).places }
    for places in sets {
      #expect(places.isSuperset(of: a.intersection(b)) && places.isSubset(of: a.union(b)))
    }
    for (before, after) in zip(sets, sets.dropFirst()) {
      #expect(after.subtracting(before).isSubset(of: b))
      #expect(before.subtracting(after).isDisjoint(with: b.intersection(a)))
      #expect(before.subtracting(after).isSubset(of: a))
    }
  }

  /// Law: in a hocket each onset belongs to one of the two.
  @Test(arguments: Materials.pairs)
  func `two players never strike together`(pair: BlendPair) throws {
    let blend = try Hocket(pair.a, pair.b)
    for amount in Materials.amounts {
      let places = try blend.rhythm(at: amount).places
      for (onset, sounding) in Dictionary(grouping: places, by: \.onset) {
        let (a, b) = (
          pair.a.places.filter { $0.onset == onset },
          pair.b.places.filter { $0.onset == onset }
        )
        #expect(Set(sounding) == a || Set(sounding) == b)
      }
    }
  }

  @Test func `a hocket goes over evenly`() throws {
    let hocket = try Hocket(
      Materials.rhythm(["kick": [0, 4, 8, 12]]), Materials.rhythm(["snare": [0, 4, 8, 12]]))
    let half = try hocket.rhythm(at: Amount(0.5))
    #expect(half.steps(of: "snare").map(\.numerator) == [0, 8])
    #expect(half.steps(of: "kick").map(\.numerator) == [4, 12])
  }

  /// Law: no note of the second strikes with one of the first with which it has a rule.
  @Test(arguments: Materials.pairs, CollisionTable.usual.rules)
  func `an interlock is without collisions`(pair: BlendPair, rule: CollisionTable.Rule) throws {
    // The voices of any two parts stand for those of the rule.
    guard let host = pair.a.parts.first, let guest = pair.b.parts.last else { return }
    for (one, other) in [(rule.prior, rule.lesser), (rule.lesser, rule.prior)] {
      let (a, b) = (try pair.a.playing(host, as: one), try pair.b.playing(guest, as: other))
      let blend = try Operator.interlock.blend(from: Fit.Fitted(a), to: Fit.Fitted(b))
      let full = try blend.rhythm(at: Amount(1))
      #expect(full.places.isSuperset(of: a.places))
      #expect(full.count(of: other) <= b.count(of: other))
      let onsets = [one, other].map { voice in
        Set(full.parts.filter { $0.voice == voice }.flatMap { $0.notes.map(\.onset) })
      }
      #expect(onsets[0].isDisjoint(with: onsets[1]))
    }
  }

  @Test func `a bass waits for the kick it is laid over`() throws {
    let blend = try Operator.interlock.blend(
      from: Fit.Fitted(Materials.rhythm(["kick": [0, 8]])),
      to: Fit.Fitted(Materials.rhythm(["bass": [0, 6, 8, 9]])))
    let full = try blend.rhythm(at: Amount(1))
    #expect(full.steps(of: "bass").map(\.numerator) == [1, 6, 9])
    #expect(full.steps(of: "kick").map(\.numerator) == [0, 8])
  }

  /// Law: of the groove each part takes its share, and no note comes or goes.
  @Test func `timing and dynamics go their own ways`() throws {
    let late = try Materials.rhythm(["hat": [0, 4, 8, 12]]).shifted(by: 10_000)
    let plain = try Materials.rhythm(["hat": [0, 2, 4, 6]])
    let template = try GrooveTemplate(of: late)
    let groove = GrooveTransfer(of: template, to: plain)
    let timing = try groove.rhythm(at: Amounts(Amount(0.25), only: [.timing]))
    #expect(timing.parts[0].notes.map(\.shift.microseconds) == [2500, 2500, 2500, 2500])
    #expect(timing.parts[0].notes.map(\.velocity) == plain.parts[0].notes.map(\.velocity))
    let accents = try groove.rhythm(at: Amounts(Amount(1), only: [.accents]))
    #expect(accents.places == plain.places)
  }
}

extension Rhythm {
  /// The rhythm of one part, played by another voice.
  fileprivate func playing(_ part: Part, as voice: Voice) throws -> Rhythm {
    try Rhythm(
      origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel,
      parts: [Part(voice: voice, notes: part.notes)])
  }

  /// The rhythm with every note so many microseconds late.
  fileprivate func shifted(by microseconds: Int) throws -> Rhythm {
    try Rhythm(
      origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel,
      parts: parts.map { part in
        Part(
          voice: part.voice,
          notes: part.notes.map { $0.shifted(by: Shift(microseconds: microseconds)) })
      })
  }
}
