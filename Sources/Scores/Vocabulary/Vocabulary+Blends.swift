import Composer
import Music

extension Vocabulary {
  private static let amount = "an amount from 0 to 1, or a signal such as ramp(0, 1, 16)"

  /// Words that lead from one pattern to another.
  static let blends: [Word] = [
    Word(
      "blend", .source,
      [
        .one("first", "a pattern"), .one("second", "a pattern"), .optional("amount", amount),
        .optional("operator", "the name of a way to blend, such as \"guided\""),
        .optional("order", "what changes first: \"voice\", \"weak\", \"ground\" or \"tension\""),
      ],
      """
      A rhythm between two: at 0 the first, at 1 the second, at one half where nothing is said. \
      What both share stays; the rest changes note by note.
      """,
      example: "a: blend(s(\"bd sd bd sd\"), s(\"bd bd sd ~\"), 0.5)"
    ) { reading throws(ScoreError) in
      let (first, second) = (try reading.strain("first"), try reading.strain("second"))
      let amount = try reading.control("amount", in: 0...1) ?? .constant(Fraction(1, 2))
      let way = try reading.choice("operator", as: Operator.self) ?? .jump
      var settings = Jump.Settings()
      settings.order =
        try reading.choice("order", as: Jump.Settings.Order.self) ?? settings.order
      return .strain(
        try reading.together([first, second]).playing(
          Blended(
            first.theme, second.theme, amount: amount, way: way, settings: settings,
            place: reading.call.place)))
    },
    Word(
      "fit", .change, [.one("way", "stretch, tile, regroup, elastic or cut, in quotes")],
      "How a rhythm of the library meets the metre in which it sounds.",
      example: "a: pattern(\"bembe-bell\").fit(\"stretch\")"
    ) { reading throws(ScoreError) in
      let fit = try reading.choice("way", as: Fit.self)
      let strain = try reading.theme()
      guard let quoted = strain.theme as? Quoted else {
        throw reading.checker.error(
          .wrongKind(
            "what stands before '.fit'", found: "a pattern that was changed",
            expected: "it right behind pattern(\"…\")"), at: reading.call.place)
      }
      return .strain(strain.playing(Quoted(quoted.source, fit: fit)))
    },
  ]
}
