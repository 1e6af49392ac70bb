import Composer
import Music

extension Vocabulary {
  /// Factors and delays that a score may ask for.
  private static let factors = Fraction(1, 10_000)...10_000
  private static let delays = Fraction(-10_000)...10_000

  /// Words that change when notes sound.
  static let times: [Word] = [
    Word(
      "fast", .change,
      [
        .one(
          "factor", "a number from 1/10000 to 10000, a mini-notation of such numbers or a signal")
      ],
      "So many times as fast; a signal too, by a number.", example: "a: s(\"bd hh\").fast(2)"
    ) { reading throws(ScoreError) in try reading.sped { $0 } },
    Word(
      "slow", .change,
      [
        .one(
          "factor", "a number from 1/10000 to 10000, a mini-notation of such numbers or a signal")
      ],
      "So many times as slow; a signal too, by a number.", example: "a: s(\"bd hh sd hh\").slow(2)"
    ) { reading throws(ScoreError) in try reading.sped { try? $0.reciprocal() } },
    Word(
      "early", .change, [.one("cycles", "a number of cycles, such as 1/8, or a mini-notation")],
      "Earlier by some cycles; a signal too, by a number.", example: "a: s(\"bd sd\").early(1/4)"
    ) { reading throws(ScoreError) in
      if case .signal(let signal) = reading.subject {
        let delay = try reading.number("cycles", in: delays) ?? 0
        return .signal(.late(signal, (try? 0 - delay) ?? 0))
      }
      return try reading.joined("cycles", in: delays) { theme, delay in
        (try? 0 - delay).map { Delayed(theme: theme, delay: $0) }
      }
    },
    Word(
      "late", .change, [.one("cycles", "a number of cycles, such as 1/8, or a mini-notation")],
      "Later by some cycles; a signal too, by a number.", example: "a: s(\"bd sd\").late(1/4)"
    ) { reading throws(ScoreError) in
      if case .signal(let signal) = reading.subject {
        return .signal(.late(signal, try reading.number("cycles", in: delays) ?? 0))
      }
      return try reading.joined("cycles", in: delays) { Delayed(theme: $0, delay: $1) }
    },
    Word("rev", .change, [], "Each cycle backwards.", example: "a: s(\"bd hh sd\").rev()") {
      reading throws(ScoreError) in try reading.changed { Reversed(theme: $0) }
    },
    Word(
      "palindrome", .change, [], "Every second cycle backwards.",
      example: "a: s(\"bd hh sd\").palindrome()"
    ) { reading throws(ScoreError) in
      try reading.changed { theme in
        Turns([theme, Reversed(theme: theme)]) { cycle, _ in (cycle % 2 == 0 ? 0 : 1, cycle) }
      }
    },
    Word(
      "iter", .change, [.one("parts", "a whole number from 1 to 64")],
      "Each cycle begins one part later than the one before it.",
      example: "a: s(\"bd hh sd cp\").iter(4)"
    ) { reading throws(ScoreError) in
      let parts = try reading.whole("parts", in: 1...64) ?? 1
      return try reading.changed { theme in
        Turns(
          (0..<parts).map { Delayed(theme: theme, delay: Fraction(-$0, parts)) }
        ) { cycle, _ in (((cycle % parts) + parts) % parts, cycle) }
      }
    },
    Word(
      "ply", .change, [.one("strokes", "a whole number from 1 to 64")],
      "Each note struck some times in its length.", example: "a: s(\"bd sd\").ply(2)"
    ) { reading throws(ScoreError) in
      let strokes = try reading.whole("strokes", in: 1...64) ?? 1
      return try reading.changed { Plied(theme: $0, strokes: strokes) }
    },
    Word(
      "segment", .change,
      [.one("parts", "a whole number from 1 to 1024; of a signal any number above 0")],
      """
      What sounds at so many equal parts of the cycle, struck there. A signal is looked at so often in \
      a cycle and kept between: 1/4 is once in four.
      """,
      example: "a: note(\"c3 e3\").segment(4)"
    ) { reading throws(ScoreError) in
      if case .signal(let signal) = reading.subject {
        return .signal(
          .held(signal, try reading.number("parts", in: Fraction(1, 1024)...1024) ?? 1))
      }
      let parts = try reading.whole("parts", in: 1...1024) ?? 1
      return try reading.changed { Structured(theme: $0, onsets: .equal(parts)) }
    },
    Word(
      "euclid", .change,
      [
        .one("onsets", "a whole number of onsets, at most as many as slots"),
        .one("slots", "a whole number from 1 to 1024"),
        .optional("rotation", "a whole number from -1024 to 1024"),
      ],
      """
      What sounds, struck on onsets that are spread over the slots of a cycle as evenly as can \
      be, turned left by a rotation.
      """,
      example: "a: s(\"bd\").euclid(3, 8)"
    ) { reading throws(ScoreError) in
      let slots = try reading.whole("slots", in: 1...1024) ?? 1
      let onsets = try reading.whole("onsets", in: -slots...slots) ?? 0
      let rotation = try reading.whole("rotation", in: -1024...1024) ?? 0
      let bits = euclideanRhythm(onsets: onsets, slots: slots)
      let turned = ((rotation % slots) + slots) % slots
      return try reading.changed {
        Structured(theme: $0, onsets: .slots(bits, rotation: turned))
      }
    },
    Word(
      "struct", .change, [.one("pattern", "a mini-notation such as \"x ~ x x\"")],
      "What sounds at each event of a mini-notation, as long as that; 0 and f are rests.",
      example: "a: note(\"c3 e3\").struct(\"x ~ x x\")"
    ) { reading throws(ScoreError) in
      let onsets = try reading.onsets("pattern")
      return try reading.changed { Structured(theme: $0, onsets: onsets) }
    },
    Word(
      "strokes", .change,
      [.one("pattern", "a pattern, such as pattern(\"balbyrauyn-core\")")],
      """
      What sounds, struck as the notes of another pattern are: when, how long and how hard, early \
      and late as they are.
      """,
      example: "a: note(\"<d3 f3>\").strokes(pattern(\"balbyrauyn-core\"))"
    ) { reading throws(ScoreError) in
      let strokes = try reading.strain("pattern").theme
      return try reading.changed { Structured(theme: $0, onsets: .strokes(strokes)) }
    },
  ]
}

extension Reading {
  /// What stands before the dot, its theme changed.
  func changed(
    _ change: (any Theme) throws(ScoreError) -> any Theme
  ) throws(ScoreError) -> Meaning {
    let strain = try theme()
    return .strain(strain.playing(try change(strain.theme)))
  }

  /// The theme changed by a number that may itself change.
  func joined(
    _ name: String, in range: ClosedRange<Fraction>, lasting longest: Fraction = 1,
    _ change: @escaping @Sendable (any Theme, Fraction) -> (any Theme)?
  ) throws(ScoreError) -> Meaning {
    let control = try control(name, in: range) ?? .constant(1)
    return try changed { theme in
      if let constant = control.constant { return change(theme, constant) ?? theme }
      return Joined(
        control: control,
        theme: { value in range.contains(value) ? change(theme, value) : nil },
        traits: theme.traits.lasting(longest).keeping(control.constancy))
    }
  }

  /// A signal or a pattern at another speed.
  fileprivate func sped(
    _ factor: @escaping @Sendable (Fraction) -> Fraction?
  ) throws(ScoreError) -> Meaning {
    let range = Fraction(1, 10_000)...10_000
    if case .signal(let signal) = subject {
      let number = try number("factor", in: range) ?? 1
      return .signal(.fast(signal, factor(number) ?? 1))
    }
    return try joined("factor", in: range, lasting: Traits.mostCycles) { theme, value in
      factor(value).map { Sped(theme: theme, factor: $0) }
    }
  }

  /// The onsets of a mini-notation.
  func onsets(_ name: String) throws(ScoreError) -> Structured.Onsets {
    let pattern = try notation(name)
    return .pattern(
      try checker.evaluator(of: pattern, at: call.place),
      number: UInt64(checker.nextConstruct()), constancy: pattern.constancy)
  }
}
