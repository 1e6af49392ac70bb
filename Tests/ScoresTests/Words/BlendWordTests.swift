import Composer
import Music
import Notation
import TestSupport
import Testing

@testable import Scores

/// The word `blend` against the blends that it stands for.
@Suite struct BlendWordTests {
  /// Pairs of rhythms that have one metre, with unlike numbers of bars among them.
  private static let pairs = [
    ("house-classic", "maqsum"), ("house-deep", "adai-bas"), ("balbyrauyn-core", "samba-batucada"),
    ("bossa-nova", "samba-batucada"),
  ]

  /// Law: in their own metre it is the blend of the two, as the command makes it.
  @Test(arguments: [Operator.jump, .guided, .glide, .staged, .skeleton, .race, .barycentre])
  func `a blend in a score is the blend of the two rhythms`(way: Operator) throws {
    for (first, second) in Self.pairs {
      let rhythms = try [first, second].map { try Sample.library.get().rhythm(named: $0) }
      let metre = rhythms[0].bars[0]
      let (a, b) = try Fit.usual(for: rhythms[0], rhythms[1]).fitted(rhythms[0], to: rhythms[1])
      for seed in 0..<2 as Range<UInt64> {
        let plan = try way.blend(from: a, to: b, settings: Jump.Settings(seed: seed))
        for amount in [0, 0.25, 0.5, 1] {
          let text =
            "blend(pattern(\"\(first)\"), pattern(\"\(second)\"), \(amount), operator: "
            + "\"\(way.rawValue)\", seed: \(seed))"
          let bars = plan.first.bars.count
          let expected = try (0..<bars).flatMap { bar in
            try plan.bar(bar, at: Amount(amount)).soundingsOfOnlyBar().map { note in
              var note = note
              note.onset = try note.onset + Fraction(bar)
              return Sample.Heard(note)
            }
          }
          #expect(
            try Sample.notes(text, cycles: bars, metre: metre, seed: 5) == expected.sorted(),
            "\(text)")
        }
      }
    }
  }

  /// Law: every aspect that is said has its amount, the others that of the whole, or none.
  @Test func `aspects go apart`() throws {
    let (a, b) = (#"s("bd*4").velocity(0.2)"#, #"s("bd(3,8)").velocity(1)"#)
    let accents = try Sample.notes("blend(\(a), \(b), 1, only: \"accents\")", cycles: 1)
    #expect(accents.map(\.note.onset) == [0, Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)])
    #expect(accents.contains { $0.note.velocity.value > 100 })
    let onsets = try Sample.notes("blend(\(a), \(b), 0, onsets: 1)", cycles: 1)
    #expect(onsets.map(\.note.onset) == [0, Fraction(3, 8), Fraction(3, 4)])
    #expect(
      try Sample.notes("blend(\(a), \(b), onsets: ramp(0, 1, 2))", cycles: 1)
        == Sample.notes(a, cycles: 1))
  }

  @Test func `a map says which sound becomes which`() throws {
    let pair = #"s("rim*2, cb*4"), s("cp*2, sh*4"), 0.5"#
    let text = "blend(\(pair), operator: \"glide\", map: \"rim:cp cb:sh\")"
    let turned = "blend(\(pair), operator: \"glide\", map: [\"rim:sh\", \"cb:cp\"])"
    #expect(try Sample.notes(text) != Sample.notes(turned))
  }

  @Test func `of three patterns an amount walks from each to the next`() throws {
    let walk = #"blend(s("bd*4"), s("hh*4"), s("cp*4"), ramp(0, 1, 4))"#
    let heard = try Sample.notes(walk, cycles: 5)
    func voices(_ bar: Int) -> Set<Voice> {
      Set(heard.filter { $0.note.onset.floor == bar }.map(\.note.voice))
    }
    #expect(voices(0) == ["kick"] && voices(2) == ["hat"] && voices(4) == ["clap"])
    #expect(!voices(1).contains("clap") && !voices(3).contains("kick"))
  }

  /// In the middle of a bar the amount has gone on where it is looked at in each beat.
  @Test func `an amount is looked at in each beat where that is said`() throws {
    let (a, b) = (#"s("bd*4")"#, #"s("hh*4")"#)
    let text = "hocket(\(a), \(b), saw)"
    #expect(try Sample.notes(text, cycles: 1) == Sample.notes(a, cycles: 1))
    let beats = try Sample.notes("blend(\(a), \(b), square, at: \"beats\")", cycles: 1)
    #expect(beats.map(\.note.voice) == ["kick", "kick", "hat", "hat"])
  }

  /// Law: hats are never behind what is low.
  @Test func `hats go ahead in a blend that is led`() throws {
    let text = #"blend(s("bd*2, hh*2"), s("[~ bd]*2, [~ hh]*2"), 0.5)"#
    let led = try Sample.notes("\(text).lead(8)", cycles: 1)
    let late = [Fraction(1, 4), Fraction(3, 4)]
    #expect(led.filter { $0.note.voice == "hat" }.map(\.note.onset) == late)
    #expect(led.filter { $0.note.voice == "kick" }.map(\.note.onset) == [0, Fraction(1, 2)])
  }

  /// A fit reaches a rhythm through every change, and the nearest to it counts.
  @Test func `a fit reaches through changes`() throws {
    let metre = try Metre(parsing: "7/8", name: "metre")
    let plain = "pattern(\"house-classic\")"
    let fitted = try Sample.notes("\(plain).fit(\"cut\")", metre: metre)
    #expect(try fitted != Sample.notes(plain, metre: metre))
    for text in [
      "\(plain).velocity(0.5).fast(2).fit(\"cut\").slow(2)", "stack(\(plain)).gain(1).fit(\"cut\")",
      "\(plain).fit(\"cut\").without(\"crash\").fit(\"stretch\")",
      "blend(\(plain), silence, 0).fit(\"cut\")",
    ] {
      let places = try Sample.notes(text, metre: metre).map(\.note.onset)
      #expect(places == fitted.map(\.note.onset), "\(text)")
    }
  }

  /// Law: what repeats after more bars than a phrase may have is still all there.
  @Test(arguments: ["<bd sd hh cp rim>, <cb!17 oh>", "<bd sd hh>, <cb oh cr rd lt mt ht>"])
  func `a blend has all bars of a long pattern`(text: String) throws {
    let long = "s(\"\(text)\")"
    for blend in [
      "blend(\(long), s(\"bd\"), 0)", "blend(s(\"bd\"), \(long), 1)", "\(long).keep(1)",
    ] {
      #expect(try Sample.notes(blend, cycles: 40) == Sample.notes(long, cycles: 40))
    }
    let nested = "blend(blend(s(\"bd\"), s(\"sd\"), \"<0!20 1!20>\"), s(\"hh\"), 0)"
    #expect(try Sample.notes(nested, cycles: 40).map(\.note.voice).last == "snare")
  }

  /// Blends of blends by curves, in metres that change: every bar is its two ends' at most.
  @Test func `blends of blends stay in their material`() throws {
    let text = """
      blend(blend(s("bd*4"), s("bd(3,8)"), sine.slow(3)), blend(s("bd*2"), s("bd(5,8)"), "<0 1>"),
        ramp(0, 1, 6)).lead(rand)
      """
    for metre in Metre.several {
      let notes = try Sample.notes(text, cycles: 8, metre: metre)
      #expect(Set(notes.map(\.note.voice)) == ["kick"])
      #expect(notes.allSatisfy { (try? $0.note.onset * 8)?.denominator == 1 })
      for bar in 0..<8 {
        #expect((2...5).contains(notes.filter { $0.note.onset.floor == bar }.count))
      }
    }
  }
}
