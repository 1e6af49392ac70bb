import Music
import Notation
import Testing
import TestSupport

@testable import Composer

/// The laws of blends whose aspects go different ways.
@Suite struct AmountsTests {
  /// Each kind of blend of some pairs, every other one with a voice turned into another.
  static let cases: [BlendCase] =
    BlendCase.Kind.all.flatMap { kind in
      (BlendPair.random.prefix(4)
        + stride(from: 0, to: BlendPair.library.count, by: 211).map {
          BlendPair.library[$0]
        }).map { BlendCase(pair: $0, kind: kind) }
    }

  /// Amounts that are all different, from a seed.
  private static func amounts(_ seed: Int) -> Amounts {
    var random = SplitMix64(seed: UInt64(seed))
    var amounts = Amounts(Amount(0))
    for aspect in Amounts.Aspect.allCases {
      amounts[aspect] = Amount(step: Int(random.next() % UInt64(Amount.steps + 1)))
    }
    return amounts
  }

  /// A blend of a case in which the first voice of A becomes the last of B.
  private func crossed(_ pair: BlendCase) throws -> (there: any Morphing, back: any Morphing) {
    let chosen = SoundMap.Pair(
      first: pair.a.parts.first.map { .init(voice: $0.voice) },
      second: pair.b.parts.last.map { .init(voice: $0.voice) })
    var settings = Jump.Settings(seed: 3, order: pair.kind.order, pairs: [chosen])
    let there = try pair.kind.way.morph(from: pair.first, to: pair.second, settings: settings)
    settings.pairs = [chosen.turned]
    return (there, try pair.kind.way.morph(from: pair.second, to: pair.first, settings: settings))
  }

  /// Law: where all amounts are alike it is the blend at that amount, note for note.
  @Test(arguments: cases)
  func `aspects that go together are the blend`(pair: BlendCase) throws {
    for blend in [try pair.blend(), try crossed(pair).there] {
      for amount in [1, 9000, 32_768, 50_001, 65_535].map(Amount.init(step:)) {
        let whole = try blend.rhythm(at: amount)
        #expect(try blend.way.rhythm(apart: Amounts(amount)) == whole, "\(amount.step)")
        #expect(try blend.rhythm(at: Amounts(amount)) == whole)
      }
      #expect(try blend.rhythm(at: Amounts(Amount(0))) == pair.a)
      #expect(try blend.rhythm(at: Amounts(Amount(1))) == pair.b)
    }
  }

  /// Law: the blend of B and A at the reversed amounts is the blend of A and B, chosen pairs and all.
  @Test(arguments: cases)
  func `the way back is the way there, aspect by aspect`(pair: BlendCase) throws {
    let crossed = try crossed(pair)
    for (there, back) in [(try pair.blend(), try pair.turned.blend()), crossed] {
      for amounts in (0..<4).map(Self.amounts) {
        let (from, to) = (
          try there.rhythm(at: amounts), try back.rhythm(at: amounts.reversed)
        )
        #expect(from == to, "\(amounts)")
      }
    }
  }

  /// Law: a bar alone is the bar of the whole.
  @Test(arguments: cases)
  func `a bar of it can be made alone`(pair: BlendCase) throws {
    let blend = try pair.blend()
    for amounts in (0..<4).map(Self.amounts) {
      let whole = try blend.rhythm(at: amounts)
      for bar in whole.bars.indices {
        #expect(try blend.bar(bar, at: amounts) == whole.bar(bar))
      }
    }
  }

  /// Law: whatever else is blended, something begins where the onsets' amount alone says so.
  @Test(arguments: cases)
  func `onsets go their own way`(pair: BlendCase) throws {
    let blend = try pair.blend()
    for amounts in (0..<4).map(Self.amounts) {
      let blended = try blend.rhythm(at: amounts)
      #expect(try blended.onsets == blend.way.rhythm(apart: Amounts(amounts.onsets)).onsets)
    }
  }

  /// Law: one aspect alone changes nothing else of A; of B it has what its own amount says.
  @Test(arguments: cases)
  func `an aspect alone leaves all others as they are`(pair: BlendCase) throws {
    let blend = try pair.blend()
    let a = try blend.way.rhythm(apart: Amounts(Amount(0)))
    for amount in [1, 20_000, Amount.steps].map(Amount.init(step:)) {
      let accents = try blend.rhythm(at: Amounts(amount, only: [.accents]))
      #expect(
        accents.looks { "\($0.onset) \($0.length) \($0.shift)" }
          == a.looks { "\($0.onset) \($0.length) \($0.shift)" })
      let timing = try blend.rhythm(at: Amounts(amount, only: [.timing]))
      #expect(
        timing.looks { "\($0.onset) \($0.length) \($0.velocity) \($0.stroke)" }
          == a.looks { "\($0.onset) \($0.length) \($0.velocity) \($0.stroke)" })
      let lengths = try blend.rhythm(at: Amounts(amount, only: [.lengths]))
      #expect(
        lengths.looks { "\($0.onset) \($0.shift) \($0.velocity) \($0.stroke)" }
          == a.looks { "\($0.onset) \($0.shift) \($0.velocity) \($0.stroke)" })
      let voices = try blend.rhythm(at: Amounts(amount, only: [.voices]))
      #expect(voices.onsets == a.onsets)
    }
  }

  /// Law: with B's accents alone, A's notes that both share are as strong as in B.
  @Test(arguments: cases)
  func `accents of matched notes are those of the second`(pair: BlendCase) throws {
    let blend = try pair.blend()
    let struck = try blend.rhythm(at: Amounts(Amount(1), only: [.accents]))
    for origin in try blend.origins(at: Amounts(Amount(1), only: [.accents])) {
      guard let first = origin.first, let now = origin.now else { continue }
      #expect(now.note.velocity == (origin.second ?? first).note.velocity)
      #expect(now.note.stroke == (origin.second ?? first).note.stroke)
    }
    for part in pair.a.parts {
      for note in part.notes {
        guard let other = pair.b[part.voice]?.notes.first(where: { $0.onset == note.onset }),
          pair.kind.way != .glide, pair.kind.way != .staged
        else { continue }
        let now = struck[part.voice]?.notes.first { $0.onset == note.onset }
        #expect(now?.velocity == other.velocity)
      }
    }
  }

  /// Law: what sounds now is the rhythm, and a note that is told to be somewhere is there.
  @Test(arguments: cases)
  func `the origins are those of the notes that sound`(pair: BlendCase) throws {
    for blend in [try pair.blend(), try crossed(pair).there] {
      for amounts in (0..<4).map(Self.amounts) + [Amounts(Amount(0.3)), Amounts(Amount(0.8))] {
        let rhythm = try blend.rhythm(at: amounts)
        let origins = try blend.origins(at: amounts)
        let sounding = rhythm.parts.flatMap { part in
          part.notes.map { VoicedNote(voice: part.voice, note: $0) }
        }
        let told = origins.compactMap(\.now)
        #expect(told.count == sounding.count && Set(told) == Set(sounding))
        for origin in origins {
          let isSilent = [.gone, .coming, .masked].contains(origin.kind)
          #expect((origin.now == nil) == isSilent)
        }
      }
    }
  }

  @Test func `only the voices change: the dombyra's rhythm on hats and claps`() throws {
    let jump = try Jump(
      from: rhythm("dombyra | D.du D.du |"), to: rhythm("hat | xxxx xxxx |\nclap | .... x... |"))
    let drums = try jump.rhythm(at: Amounts(Amount(1), only: [.voices]))
    #expect(drums.steps(of: "hat") == [2, 3, 6, 7])
    #expect(drums.steps(of: "clap") == [0, 4])
    #expect(drums.steps(of: "dombyra") == [])
  }

  @Test func `only the timing changes: every note takes on the other's swing`() throws {
    let jump = try Jump(
      from: rhythm("hat | xxxx .... |\nkick | .... xx.. |"),
      to: rhythm("hat | x... .... |", "feel swing 60%"))
    let swung = try jump.rhythm(at: Amounts(Amount(1), only: [.timing]))
    let late = Fraction(1, 20)
    #expect(swung["hat"]?.notes.map(\.shift.beats) == [0, late, 0, late])
    #expect(swung["kick"]?.notes.map(\.shift.beats) == [0, late])
  }

  @Test func `amounts say what they are`() {
    #expect(Amounts(Amount(0.4)).description == "40%")
    #expect(Amounts(Amount(1), only: [.accents]).description == "accents 100%")
    var amounts = Amounts(Amount(0.2), only: [.onsets])
    amounts.timing = Amount(0.125)
    #expect(amounts.description == "onsets 20%, timing 12.5%")
    #expect(amounts.common == nil && Amounts(Amount(0.4)).common == Amount(0.4))
    #expect(amounts.reversed.reversed == amounts)
    for aspect in Amounts.Aspect.allCases {
      let one = Amounts(Amount(1), only: [aspect])
      #expect(Amounts.Aspect.allCases.filter { one[$0] == Amount(1) } == [aspect])
    }
  }

  private func rhythm(_ rows: String, _ feel: String = "feel straight") throws -> Rhythm {
    try Rhythm(
      parsing: """
        name test
        region test
        metre 2/4
        grid 1/16
        tempo 120
        \(feel)
        evidence C
        source a test
        \(rows)
        """, name: "test.pattern")
  }
}

extension Rhythm {
  /// Where anything begins.
  fileprivate var onsets: Set<Fraction> { Set(parts.flatMap { $0.notes.map(\.onset) }) }

  /// All notes, as something sees them.
  fileprivate func looks(_ look: (Note) -> String) -> [Voice: [String]] {
    Dictionary(uniqueKeysWithValues: parts.map { ($0.voice, $0.notes.map(look)) })
      .filter { !$0.value.isEmpty }
  }
}
