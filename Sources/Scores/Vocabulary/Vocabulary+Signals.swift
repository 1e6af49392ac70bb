import Music

extension Vocabulary {
  /// Words that make numbers that change while the piece plays.
  static let signals: [Word] = [
    wave(
      "sine", .sine, "A wave that goes from one half up to 1, down to 0 and back, once a cycle."),
    wave("saw", .saw, "A wave that rises from 0 to 1 in each cycle and falls at once."),
    wave("tri", .triangle, "A wave that rises from 0 to 1 in half a cycle and falls as long."),
    wave("square", .square, "A wave that is 0 for half a cycle and 1 for the other half."),
    Word(
      "rand", .signal, [], "Another number from 0 to 1 at every moment, decided by the seed.",
      example: "a: s(\"hh*4\").velocity(rand.range(0.3, 0.9))"
    ) { reading throws(ScoreError) in .signal(.random(reading.checker.nextConstruct())) },
    Word(
      "perlin", .signal, [],
      "A smooth way between random numbers from 0 to 1, a new one each cycle.",
      example: "a: s(\"hh*2\").velocity(perlin)"
    ) { reading throws(ScoreError) in .signal(.wander(reading.checker.nextConstruct())) },
    Word(
      "ramp", .signal,
      [
        .one("from", "a number"), .one("to", "a number"),
        .optional("bars", "a number of bars above 0"),
      ],
      """
      A straight way from one number to another over some bars, 16 where nothing is said; then it \
      stays there.
      """,
      example: "a: s(\"hh*4\").velocity(ramp(0.2, 1, 4))"
    ) { reading throws(ScoreError) in
      let way = try reading.way()
      return .signal(.ramp(from: way.from, to: way.to, bars: way.bars))
    },
    Word(
      "smooth", .signal,
      [
        .one("from", "a number"), .one("to", "a number"),
        .optional("bars", "a number of bars above 0"),
      ],
      """
      A way from one number to another over some bars, 16 where nothing is said, that sets out and \
      arrives slowly; then it stays there.
      """,
      example: "a: s(\"hh*4\").velocity(smooth(0.2, 1, 4))"
    ) { reading throws(ScoreError) in
      let way = try reading.way()
      return .signal(.smooth(from: way.from, to: way.to, bars: way.bars))
    },
    Word(
      "cc", .signal,
      [
        .one("controller", "the number of a controller, from 0 to 127"),
        .optional("initial", "a number from 0 to 1"),
      ],
      """
      A knob: where a MIDI controller stands, from 0 to 1. In a file, and until it is turned, it \
      stands where the second number says, or at 0.
      """,
      example: "a: s(\"hh*4\").velocity(cc(1, 0.5))"
    ) { reading throws(ScoreError) in
      .signal(
        reading.checker.knob(
          try reading.whole("controller", in: 0...127) ?? 0,
          at: try reading.number("initial", in: 0...1) ?? 0))
    },
    Word(
      "range", .change, [.one("from", "a number"), .one("to", "a number")],
      "A signal from 0 to 1, laid between two other numbers.",
      example: "a: s(\"hh*4\").velocity(saw.range(0.4, 0.8))"
    ) { reading throws(ScoreError) in
      let range = Fraction(-1_000_000)...1_000_000
      guard case .signal(let signal) = reading.subject else {
        throw reading.checker.error(
          .wrongKind(
            "what stands before '.range'", found: reading.subject?.kind ?? "nothing",
            expected: "a signal there, such as sine"), at: reading.call.place)
      }
      return .signal(
        .range(
          signal, from: try reading.number("from", in: range) ?? 0,
          to: try reading.number("to", in: range) ?? 1))
    },
  ]

  private static func wave(_ name: String, _ signal: Signal, _ summary: String) -> Word {
    Word(
      name, .signal, [], summary,
      example: "a: s(\"hh*8\").velocity(\(name).range(0.2, 0.9))"
    ) { _ throws(ScoreError) in .signal(signal) }
  }
}

extension Reading {
  /// From where to where, and over how many bars.
  fileprivate func way() throws(ScoreError) -> (from: Fraction, to: Fraction, bars: Fraction) {
    let range = Fraction(-1_000_000)...1_000_000
    return (
      try number("from", in: range) ?? 0, try number("to", in: range) ?? 0,
      try number("bars", in: Fraction(1, 1024)...10_000) ?? 16
    )
  }
}
