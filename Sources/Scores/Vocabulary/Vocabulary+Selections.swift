import Composer
import Music

extension Vocabulary {
  private static let function = "a function, such as x => x.rev()"

  /// Words that change a part of what sounds.
  static let selections: [Word] = [
    Word(
      "every", .change,
      [.one("cycles", "a whole number from 1 to 1024"), .one("change", function)],
      "Changes the first cycle of every so many, and leaves the others.",
      example: "a: s(\"bd hh sd hh\").every(2, x => x.rev())"
    ) { reading throws(ScoreError) in
      let cycles = try reading.whole("cycles", in: 1...1024) ?? 1
      let strain = try reading.theme()
      let changed = try reading.applied("change", to: strain)
      return .strain(
        strain.playing(
          Turns([strain.theme, changed.theme]) { cycle, _ in
            (cycle % cycles == 0 ? 1 : 0, cycle)
          }))
    },
    Word(
      "off", .change, [.one("cycles", "a part of a cycle, such as 1/8"), .one("change", function)],
      "The pattern, and beside it a changed copy that comes some cycles later.",
      example: "a: note(\"c3 e3\").off(1/4, x => x.add(7))"
    ) { reading throws(ScoreError) in
      let delay = try reading.number("cycles", in: Fraction(-10_000)...10_000) ?? 0
      let strain = try reading.theme()
      let late = strain.playing(Delayed(theme: strain.theme, delay: delay))
      let changed = try reading.applied("change", to: late)
      return .strain(strain.playing(Stacked(themes: [strain.theme, changed.theme])))
    },
    Word(
      "mask", .change, [.one("pattern", "a mini-notation of 1 and 0, such as \"<1 1 0>\"")],
      "Leaves out what begins where a mini-notation says 0 or f, or rests.",
      example: "a: s(\"hh*4\").mask(\"1 0\")"
    ) { reading throws(ScoreError) in
      let pattern = try reading.notation("pattern")
      let evaluator = try reading.checker.evaluator(of: pattern, at: reading.call.place)
      let number = UInt64(reading.checker.nextConstruct())
      return try reading.changed { theme in
        Touched(theme, constancy: pattern.constancy) { note, scene throws(ComposerError) in
          let (onset, chance) = (note.onset, scene.chance.part(number))
          let events = try exactly { () throws(MusicError) in
            try evaluator.asking(chance).events(in: Span(cycle: onset.floor))
          }
          return events.contains {
            $0.part.begin <= onset && onset < $0.part.end && $0.value.isSet
          }
        }
      }
    },
    Word(
      "only", .change, [.many("voices", "names of voices, such as \"bd hh\"")],
      "Only some voices; further ones of a line, as melody-2, go with it.",
      example: "a: s(\"bd hh sd hh\").only(\"hh\")"
    ) { reading throws(ScoreError) in
      try reading.voiced(keepingNamed: true)
    },
    Word(
      "without", .change, [.many("voices", "names of voices, such as \"bd hh\"")],
      "All but some voices; further ones of a line, as melody-2, go with it.",
      example: "a: s(\"bd hh sd hh\").without(\"hh\")"
    ) { reading throws(ScoreError) in
      try reading.voiced(keepingNamed: false)
    },
    Word(
      "rename", .change, [.many("…", "old and new names of voices, such as hat: \"shaker\"")],
      "Other voices for some: each old name before a colon, the new one behind it.",
      example: "a: s(\"bd hh\").rename(hat: \"shaker\")"
    ) { reading throws(ScoreError) in
      var names: [Voice: Voice] = [:]
      let others = try reading.theme().theme.traits.voices
      for argument in reading.arguments("…") {
        guard let label = argument.label else {
          throw reading.wrongKind("…", try reading.meaning(of: argument.value), argument.value)
        }
        let new = try reading.text("…", argument.value)
        let (from, to) = (
          Voice(Sound.shortNames[label] ?? label), Voice(Sound.shortNames[new] ?? new)
        )
        try reading.checkVoice(from, among: others, at: argument.place)
        try reading.checkVoice(to, at: argument.value.place)
        names[from] = to
      }
      let renamed = names
      return try reading.changed { theme in
        Touched(theme, voices: Set(others.map { renamed[$0] ?? $0 })) {
          note, _ throws(ComposerError) in
          note.voice = renamed[note.voice] ?? note.voice
          return true
        }
      }
    },
  ]
}

extension Voice {
  /// Whether it is one of some voices, or a further one of a line among them, as `melody-2`.
  fileprivate func isOne(of voices: Set<Voice>) -> Bool {
    voices.contains(self) || line.map(voices.contains) ?? false
  }
}

extension Reading {
  /// The voices that are named, or all others.
  fileprivate func voiced(keepingNamed isKept: Bool) throws(ScoreError) -> Meaning {
    let voices = try voices("voices")
    return try changed { theme in
      Touched(theme, voices: theme.traits.voices.filter { $0.isOne(of: voices) == isKept }) {
        note, _ throws(ComposerError) in
        note.voice.isOne(of: voices) == isKept
      }
    }
  }
}
