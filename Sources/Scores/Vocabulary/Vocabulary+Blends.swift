import Composer
import Music

extension Vocabulary {
  private static let part = "a number from 0 to 1, a mini-notation of such numbers or a signal"
  private static let amount = "how far, from 0 to 1: a number, a mini-notation or a signal"
  private static let pattern = "a pattern, such as s(\"bd*4\")"

  /// Words that lead from one pattern to another.
  static let blends: [Word] = [
    Word(
      "blend", .combination,
      [
        .many("patterns", "two or more patterns, and behind them how far from 0 to 1, or a signal"),
        .optional("amount", amount),
        .optional("weights", "a list of a number or signal for each pattern, such as [2, 1, 1]"),
        .optional("operator", "the name of a way to blend, such as \"guided\""),
        .optional(
          "order", "what changes first: \"idiom\", \"voice\", \"weak\", \"ground\" or \"tension\""),
        .optional("only", "aspects, such as \"accents timing\""),
        .optional("onsets", part), .optional("accents", part), .optional("timing", part),
        .optional("lengths", part), .optional("voices", part),
        .optional("map", "pairs of sounds, such as \"dombyra.accents:clap tek:snare\""),
        .optional("at", "\"bars\" or \"beats\""),
        .optional("seed", "a whole number from 0 on"),
      ],
      """
      A rhythm between two: at 0 the first, at 1 the second, at one half where nothing is said. \
      What both share stays; the rest changes note by note. Of three the second is at one half, and \
      so on; weights say instead how much of each there is. The way is jump, guided, glide, staged \
      or skeleton, or race or barycentre, which take three patterns or more; the order is what \
      changes first with jump, glide and staged. Aspects go apart: onsets, accents, timing, lengths \
      and voices each have an amount of their own, or only some follow the amount and the others \
      stay as in the first. The map says which sound becomes which. The amount is looked at in each \
      bar, or in each beat where at says so. The seed decides between like places, and in a race who \
      wins; it is the blend's own, 0 where nothing is said.
      """,
      example: "a: blend(s(\"bd sd bd sd\"), s(\"bd bd sd ~\"), 0.5)"
    ) { reading throws(ScoreError) in try reading.blend() },
    Word(
      "interlock", .combination,
      [
        .one("first", pattern), .one("second", pattern), .optional("amount", amount),
        .optional("rotate", "1 to turn the second to where it fits best, or 0"),
      ],
      """
      The second fills the gaps of the first, which stays: at 0 none of it is there, at 1 each note \
      for which there is room, and one half where nothing is said. The strongest come first.
      """,
      example: "a: interlock(s(\"bd ~ bd ~\"), s(\"bd*4, hh*8\"), 1)"
    ) { reading throws(ScoreError) in
      var mixture = Mixture(way: .interlock)
      mixture.choices.interlock.rotates = try reading.whole("rotate", in: 0...1) == 1
      return try reading.pair(by: mixture)
    },
    Word(
      "hocket", .combination,
      [.one("first", pattern), .one("second", pattern), .optional("amount", amount)],
      """
      Two players share the onsets of both patterns and never strike together: at 0 all are the \
      first one's, at 1 the second one's, at one half where nothing is said as many each.
      """,
      example: "a: hocket(s(\"bd*4\"), s(\"hh*4\"), 0.5)"
    ) { reading throws(ScoreError) in try reading.pair(by: Mixture(way: .hocket)) },
    Word(
      "alternate", .combination,
      [
        .one("first", pattern), .one("second", pattern), .optional("amount", amount),
        .optional("bars", "a whole number from 1 to 64"),
      ],
      """
      Whole bars of a phrase go over from the first pattern to the second, the last bar first: at 0 \
      none, at 1 all, at one half where nothing is said. A phrase has 4 bars unless it is said.
      """,
      example: "a: alternate(s(\"bd*4\"), s(\"hh*8\"), 0.25)"
    ) { reading throws(ScoreError) in
      var mixture = Mixture(way: .alternate)
      mixture.choices.phraseBars = try reading.whole("bars", in: 1...64) ?? 4
      return try reading.pair(by: mixture)
    },
    Word(
      "lead", .change, [.one("lag", "a number from 0 to 8, a mini-notation or a signal")],
      """
      In the blends before the dot hats, shakers and bells go ahead, what is low comes last, and all \
      arrive together: at 0 nobody waits, at 1 what is low sets out half way, at 8 it is almost one \
      voice at a time.
      """,
      example: "a: blend(s(\"bd*2, hh*4\"), s(\"bd*3, hh*8\"), 0.5).lead(1)"
    ) { reading throws(ScoreError) in
      let lag = try reading.control("lag", in: Lag.lags) ?? .constant(0)
      return try reading.changed { theme throws(ScoreError) in
        guard theme.traits.hasBlend else { throw reading.misses("a blend", "blend(a, b, 0.5)") }
        return Told(theme, constancy: lag.constancy) { scene, cycle throws(ComposerError) in
          scene.lag = try lag.value(at: Fraction(cycle), &scene) ?? 0
        }
      }
    },
    Word(
      "fit", .change, [.one("way", "stretch, tile, regroup, elastic or cut, in quotes")],
      """
      How rhythms of the library before the dot meet the metre in which they sound: stretch makes \
      each bar as long, tile keeps the pace and repeats, regroup lays groups of beats on groups, \
      elastic begins groups together at their own pace, cut keeps the opening of each bar. Where \
      nothing is said it is tile if one bar is a multiple of the other, else regroup.
      """,
      example: "a: pattern(\"bembe-bell\").fit(\"stretch\")"
    ) { reading throws(ScoreError) in
      let fit = try reading.choice("way", as: Fit.self)
      return try reading.changed { theme throws(ScoreError) in
        guard theme.traits.hasRhythm else {
          throw reading.misses("a rhythm of the library", "pattern(\"…\")")
        }
        return Told(theme) { scene, _ in scene.fit = fit }
      }
    },
    Word(
      "morphMetre", .change,
      [
        .one("metre", "a metre such as \"7/8\" or \"7/8 (3+2+2)\""),
        .optional("amount", amount),
      ],
      """
      Bends each bar so that its groups of beats get the proportions of another metre's groups: at 0 \
      nothing moves, at 1, or where nothing is said, it is that metre in the time of the bar.
      """,
      example: "a: s(\"bd hh sd hh\").morphMetre(\"7/8\", 1)"
    ) { reading throws(ScoreError) in
      let metre = try reading.metre("metre")
      let amount = try reading.control("amount", in: 0...1) ?? .constant(1)
      return try reading.changed { Bent($0, to: metre, by: amount) }
    },
  ]
}
