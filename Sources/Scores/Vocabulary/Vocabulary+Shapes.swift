import Composer
import Music

extension Vocabulary {
  private static let part = "a number from 0 to 1, a mini-notation of such numbers or a signal"

  /// Words that make a pattern denser, plainer or cleaner as a whole.
  static let shapes: [Word] = [
    Word(
      "keep", .change, [.one("part", part)],
      """
      So much of the notes: the strongest places of the metre stay longest, of equal ones the louder \
      notes. At 1 all stay.
      """,
      example: "a: s(\"hh*8, bd*2\").keep(50%)"
    ) { reading throws(ScoreError) in
      try reading.shaped("part", in: 0...1) { rhythm, part throws(ComposerError) in
        try rhythm.thinned(to: Amount(part.approximation))
      }
    },
    Word(
      "fill", .change, [.one("part", part)],
      """
      More notes: to each voice so many of its own, on the strongest places of the sixteenths that are \
      free, as soft as its softest. At 0 none comes.
      """,
      example: "a: s(\"bd ~ sd ~\").fill(100%)"
    ) { reading throws(ScoreError) in
      try reading.shaped("part", in: 0...1) { rhythm, part throws(ComposerError) in
        try rhythm.filled(by: Amount(part.approximation))
      }
    },
    Word(
      "syncopate", .change,
      [
        .one("levels", "a number from 0 to 16, a mini-notation of such numbers or a signal"),
        .many("material", "patterns, such as s(\"bd*4\")"),
      ],
      """
      As syncopated as wished, or as near as can be: notes are exchanged for notes of other \
      patterns, and in each bar there are as many as before; what all share stays. A syncopation of \
      0 is none, and 1 is much: levels of the metre for each note, after Longuet-Higgins and Lee.
      """,
      example: "a: s(\"bd bd bd bd\").syncopate(0.5, s(\"[~ bd]*4\"))"
    ) { reading throws(ScoreError) in
      let goal = try reading.control("levels", in: 0...16) ?? .constant(0)
      let (strain, place) = (try reading.theme(), reading.call.place)
      var material: [any Theme] = []
      for argument in reading.arguments("material") {
        material.append(try reading.strain("material", argument.value).theme)
      }
      let planned = Planned([strain.theme] + material, by: [goal], at: place) {
        ends throws(ComposerError) in
        Planned.Plan(of: ends[0].rhythm) { rhythm, levels throws(ComposerError) in
          let goal = try exactly { () throws(MusicError) in
            try levels.rounded(to: Fraction(1, 65_536))
          }
          return try rhythm.syncopated(to: goal, within: ends.map(\.rhythm)).rhythm
        }
      }
      return .strain(strain.playing(planned))
    },
    Word(
      "choke", .change, [],
      """
      Sounds of one instrument end each other: hi-hats, guiros and triangles. Of two at once the \
      closed one is kept.
      """,
      example: "a: s(\"oh hh oh ~\").legato(4).choke()"
    ) { reading throws(ScoreError) in
      try reading.shaped { rhythm, _ throws(ComposerError) in
        try ChokeGroups.usual.applied(to: rhythm)
      }
    },
    Word(
      "resolve", .change,
      [.optional("window", "milliseconds, from 0 to 1000: a number, a mini-notation or a signal")],
      """
      Leaves out notes that sound nearer than so many milliseconds to a louder one of their voice: \
      60 where nothing is said, below which two strokes are heard as a flam.
      """,
      example: "a: s(\"sd*4\").off(1/64, x => x.gain(0.5)).resolve(60)"
    ) { reading throws(ScoreError) in
      guard reading.has("window") else {
        return try reading.shaped { rhythm, _ throws(ComposerError) in try rhythm.resolved() }
      }
      return try reading.shaped("window", in: 0...1000) { rhythm, window throws(ComposerError) in
        try rhythm.resolved(window: Int((window.approximation * 1000).rounded()))
      }
    },
  ]
}

extension Planned.Plan {
  /// A rhythm that is changed as a whole by the first number of a moment.
  init(
    of rhythm: Rhythm,
    change: @escaping @Sendable (Rhythm, Fraction) throws(ComposerError) -> Rhythm
  ) {
    let known = Memo<Fraction, Rhythm>(most: 16)
    self.init(bars: rhythm.bars.count) { bar, moment throws(ComposerError) in
      let number = moment.numbers.first ?? 0
      let changed = try known.answer(to: number) { () throws(ComposerError) in
        try change(rhythm, number)
      }
      return try exactly { () throws(MusicError) in try changed.bar(bar) }
    }
  }
}

extension Reading {
  /// What stands before the dot, its phrase changed as a whole by a number, where it takes one.
  fileprivate func shaped(
    _ name: String? = nil, in range: ClosedRange<Fraction> = 0...1,
    _ change: @escaping @Sendable (Rhythm, Fraction) throws(ComposerError) -> Rhythm
  ) throws(ScoreError) -> Meaning {
    var controls: [Control] = []
    if let name, let control = try control(name, in: range) { controls.append(control) }
    let place = call.place
    return try changed { theme in
      Planned([theme], by: controls, at: place) { ends throws(ComposerError) in
        Planned.Plan(of: ends[0].rhythm) { rhythm, number throws(ComposerError) in
          try change(rhythm, min(max(number, range.lowerBound), range.upperBound))
        }
      }
    }
  }
}
