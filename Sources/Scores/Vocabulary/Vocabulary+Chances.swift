import Composer
import Music

extension Vocabulary {
  /// Words that leave something to chance: the seed decides, and the same seed always alike.
  static let chances: [Word] = [
    Word(
      "degradeBy", .change,
      [.one("part", "a number from 0 to 1, a mini-notation of such numbers or a signal")],
      "Leaves out notes by chance: at 0 none, at 1 all.",
      example: "a: s(\"hh*8\").degradeBy(30%)"
    ) { reading throws(ScoreError) in
      let part = try reading.control("part", in: 0...1) ?? .constant(0)
      let drawn = reading.draw()
      return try reading.changed { theme in
        Touched(theme, constancy: .chance) { note, scene throws(ComposerError) in
          drawn(note, scene) >= (try part.value(at: note.onset, &scene)?.approximation ?? 0)
        }
      }
    },
    Word(
      "sometimesBy", .change,
      [
        .one("part", "a number from 0 to 1, a mini-notation of such numbers or a signal"),
        .one("change", "a function, such as x => x.ply(2)"),
      ],
      "Changes notes by chance: at 0 none, at 1 all.",
      example: "a: s(\"hh*8\").sometimesBy(30%, x => x.ply(2))"
    ) { reading throws(ScoreError) in
      let part = try reading.control("part", in: 0...1) ?? .constant(0)
      return try reading.sometimes(part)
    },
    Word(
      "sometimes", .change, [.one("change", "a function, such as x => x.ply(2)")],
      "Changes about half of the notes, by chance.",
      example: "a: s(\"hh*8\").sometimes(x => x.ply(2))"
    ) { reading throws(ScoreError) in try reading.sometimes(.constant(Fraction(1, 2))) },
    Word(
      "humanize", .change, [.one("milliseconds", "a number from 0 to 100")],
      "Moves each note a little by chance, at most so many milliseconds early or late.",
      example: "a: s(\"hh*4\").humanize(8)"
    ) { reading throws(ScoreError) in
      let most = try reading.number("milliseconds", in: 0...100) ?? 0
      let microseconds = most.approximation * 1000
      let drawn = reading.draw()
      return try reading.changed { theme in
        Touched(theme, constancy: .chance) { note, scene throws(ComposerError) in
          let drift = Int(((drawn(note, scene) * 2 - 1) * microseconds).rounded())
          let shift = note.shift
          note.shift = try exactly { () throws(MusicError) in
            try shift + Shift(microseconds: drift)
          }
          return true
        }
      }
    },
  ]
}

extension Reading {
  /// A number from 0 to 1 for each note, another for each voice and pitch.
  fileprivate func draw() -> @Sendable (Sounding, Scene) -> Double {
    let construct = UInt64(checker.nextConstruct())
    return { note, scene in
      scene.chance.part(construct).number(for: note.voice.name, at: note.onset)
    }
  }

  /// Changes the notes that chance chooses, and keeps the others.
  fileprivate func sometimes(_ part: Control) throws(ScoreError) -> Meaning {
    let drawn = draw()
    let strain = try theme()
    func chosen(_ isChosen: Bool) -> any Theme {
      Touched(strain.theme, constancy: .chance) { note, scene throws(ComposerError) in
        let limit = try part.value(at: note.onset, &scene)?.approximation ?? 0
        return (drawn(note, scene) < limit) == isChosen
      }
    }
    let changed = try applied("change", to: strain.playing(chosen(true)))
    return .strain(strain.playing(Stacked(themes: [chosen(false), changed.theme])))
  }
}
