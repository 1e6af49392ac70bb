import Composer
import Music
import TestSupport
import Testing

@testable import Scores

/// Laws of single words.
@Suite struct WordLawTests {
  /// Patterns whose notes stay in their cycle, with and without chance and pitches.
  private static let subjects = [
    #"s("bd*4, ~ sd ~ sd, hh*8")"#, #"s("<bd sd> hh? [cb|rim] oh")"#,
    #"note("c3 [e3 g3] ~ <a3 b3>")"#, #"pattern("house-classic")"#,
    #"blend(s("bd*4"), s("bd(3,8) hh"), 0.5)"#, #"s("hh*8").velocity(rand)"#,
  ]

  /// Law: each of these changes nothing.
  @Test(arguments: [
    "rev().rev()", "fast(2).slow(2)", "slow(3).fast(3)", "early(3/8).late(3/8)", "late(2).early(2)",
    "every(1, x => x)", "degradeBy(0)", #"mask("1")"#, "gain(1)", "add(0)", "legato(1)", "iter(1)",
    "ply(1)", "sometimesBy(0, x => x.ply(2))", "swing(50%)", "humanize(0)",
    #"without("crash")"#,
    "transpose(7).transpose(-7)", "groove(\"samba4\", 0)", "lead(0)",
    #"morphMetre("7/8", 0)"#, "fast(1)", #"fit("stretch")"#, "off(0, x => silence)",
    "palindrome().palindrome().every(2, x => x)",
  ])
  func `what does nothing changes nothing`(change: String) throws {
    for subject in Self.subjects {
      if change.hasPrefix("lead"), !subject.contains("blend") { continue }
      if change.hasPrefix("fit"), !subject.hasPrefix("pattern") { continue }
      if change.hasPrefix("palindrome") { continue }
      let found = try Sample.notes("\(subject).\(change)", seed: 3)
      // Chance is told apart by the order in which words stand, which these do not change.
      #expect(found == (try Sample.notes(subject, seed: 3)), "\(subject)")
    }
  }

  /// Law: each of these changes no phrase, but for the feel, which goes into the notes.
  @Test(arguments: [
    "keep(1)", "fill(0)", "resolve(0)", #"groove(s("bd"), 0)"#, #"syncopate(0, silence)"#,
  ])
  func `a shape of nothing changes nothing`(change: String) throws {
    for subject in Self.subjects {
      #expect(
        try Sample.notes("\(subject).\(change)", seed: 3) == Sample.notes(subject, seed: 3),
        "\(subject)")
    }
  }

  /// Law: one pattern put together is that pattern.
  @Test(arguments: ["stack(P)", "cat(P)", "fastcat(P)", "arrange([3, P])", "cat(P, P)"])
  func `one alone is itself`(text: String) throws {
    for subject in Self.subjects where !(text == "cat(P, P)" && !subject.hasPrefix("pattern")) {
      let whole = text.replacing("P", with: subject)
      #expect(try Sample.notes(whole, cycles: 2) == Sample.notes(subject, cycles: 2), "\(whole)")
    }
  }

  /// Law: both sides say the same.
  @Test(arguments: [
    (#"stack(s("bd*4"), s("hh*8"))"#, #"stack(s("hh*8"), s("bd*4"))"#),
    (#"s("bd hh sd").every(1, x => x.rev())"#, #"s("bd hh sd").rev()"#),
    (#"s("bd hh").sometimesBy(1, x => x.ply(2))"#, #"s("bd hh").ply(2)"#),
    (#"note("c3 e3").euclid(8, 8)"#, #"note("c3 e3").segment(8)"#),
    (
      #"s("bd hh sd cp").iter(4)"#,
      #"s("<[bd hh sd cp] [hh sd cp bd] [sd cp bd hh] [cp bd hh sd]>")"#
    ),
    (#"s("bd sd").palindrome()"#, #"s("<[bd sd] [sd bd]>")"#),
    (#"s("bd sd").fast("<1 2>")"#, #"s("<[bd sd] [bd sd bd sd]>")"#),
    (#"s("bd").euclid(3, 8, 2)"#, #"s("bd(3,8,2)")"#),
    (#"s("bd").struct("x(3,8)")"#, #"s("bd(3,8)")"#),
    (#"chord("<dm7 g7>").arp("up")"#, #"note("<[a3 c4 d4 f4] [g3 b3 d4 f4]>")"#),
    (#"chord("c").arp("0 2 1 2")"#, #"note("g3 e4 c4 e4")"#),
    (#"chord("c").arp("updown")"#, #"note("g3 c4 e4 c4")"#),
    (#"chord("c").arp("0 [0,2] 3")"#, #"note("g3 [g3,e4] g3")"#),
    (#"note("[c4,e4,g4]/2").arp("up").fast(2)"#, #"note("c4 e4 g4")"#),
    (#"s("bd/2").ply(4)"#, #"s("bd bd")"#),
    (#"note("c3/3").segment(2)"#, #"note("c3 c3")"#),
    (#"n("0 1").mul(2)"#, #"n("0 2")"#),
    (#"a1.blend(b1, 0.4)"#, #"blend(a1, b1, 0.4)"#),
    (#"blend(a1, b1, weights: [3, 1])"#, "blend(a1, b1, 0.25)"),
    (#"blend(a1, b1, c1, 0)"#, "a1"), (#"blend(a1, b1, c1, 0.5)"#, "b1"),
    (#"blend(a1, b1, c1, 1)"#, "c1"), (#"blend(a1, b1, c1, weights: [0, 5, 0])"#, "b1"),
    (#"blend(a1, b1, c1, 1, operator: "barycentre")"#, "c1"),
    (#"blend(a1, b1, 0.5, at: "beats")"#, "blend(a1, b1, 0.5)"),
    (#"blend(a1, b1, 1, only: "onsets accents timing lengths voices")"#, "b1"),
    (#"blend(a1, b1, onsets: 0)"#, "a1"), (#"interlock(a1, b1, 0)"#, "a1"),
    (#"hocket(a1, b1, 0)"#, "a1"), (#"hocket(a1, b1, 1)"#, "b1"),
    (#"alternate(a1, b1, 0)"#, "a1"), (#"alternate(a1, b1, 1)"#, "b1"),
    (#"alternate(a1, b1, 0.5, bars: 2)"#, "cat(a1, b1)"),
    (#"blend(a1, b1, 0).lead(2)"#, "a1"), (#"blend(a1, b1, 1).lead(2)"#, "b1"),
    (#"s("bd ~ sd ~").morphMetre("7/8 (4+3)", 1)"#, #"s("bd@4 sd@3").legato("0.5 0.5")"#),
  ])
  func `two ways to say one thing`(left: String, right: String) throws {
    let named = [left, right].map { text in
      text.replacing("a1", with: #"s("bd bd sd bd")"#).replacing("b1", with: #"s("bd(3,8), hh*8")"#)
        .replacing("c1", with: #"s("cp*3")"#)
    }
    #expect(try Sample.notes(named[0]) == Sample.notes(named[1]))
  }

  /// Law: at 0 a blend is the first and at 1 the second, in every metre, by every way that arrives.
  @Test(arguments: ["jump", "guided", "glide", "staged", "skeleton", "race", "barycentre"])
  func `a blend begins and ends at its patterns`(way: String) throws {
    let pairs = [
      (#"s("bd*4, hh*8")"#, #"note("c3 e3 ~ g3")"#),
      (#"pattern("house-classic")"#, #"pattern("samba-batucada")"#),
      (#"pattern("balbyrauyn-core")"#, #"blend(s("bd*3"), s("sd*5"), 0.5)"#),
    ]
    for metre in Metre.several.prefix(2) {
      for (first, second) in pairs {
        for (amount, end) in [(0, first), (1, second)] {
          let blend = "blend(\(first), \(second), \(amount), operator: \"\(way)\")"
          #expect(
            try Sample.notes(blend, cycles: 2, metre: metre)
              == Sample.notes(end, cycles: 2, metre: metre),
            "\(blend) in \(metre)")
        }
      }
    }
  }

  /// Law: one seed, one variant; another seed, another, but only where something is left to chance.
  @Test(arguments: [
    #"s("hh*16?")"#, #"s("hh*16").degradeBy(50%)"#, #"s("hh*16").sometimes(x => x.ply(2))"#,
    #"s("hh*16").humanize(20)"#, #"s("hh*16").velocity(rand)"#, #"s("hh*16").velocity(perlin)"#,
    #"s("bd|sd|hh|cp")"#, #"s("hh*16").mask("1? 1? 1? 1?")"#,
  ])
  func `another seed is another variant`(text: String) throws {
    let variants = try (0..<8 as Range<UInt64>).map { try Sample.notes(text, seed: $0) }
    #expect(try variants[3] == Sample.notes(text, seed: 3))
    #expect(Set(variants).count > 1)
  }

  /// Law: a blend has a seed of its own, and the piece's changes nothing in it.
  @Test(arguments: [
    #"pattern("house-classic"), pattern("samba-batucada"), 0.5"#,
    #"s("bd*8"), s("hh*8"), s("cp*8"), 0.3"#,
  ])
  func `a blend has a seed of its own`(ends: String) throws {
    let seeds = 0..<8 as Range<UInt64>
    #expect(try Set(seeds.map { try Sample.notes("blend(\(ends))", seed: $0) }).count == 1)
    #expect(try Set(seeds.map { try Sample.notes("blend(\(ends), seed: \($0))") }).count > 1)
  }
}
