import Composer
import Music
import Notation

extension Vocabulary {
  private static let part = "a number from 0 to 1, a mini-notation of such numbers or a signal"

  /// Words that move notes a little from their places.
  static let grooves: [Word] = [
    Word(
      "swing", .change,
      [
        .one("share", "the share of a pair that its first step takes, from 25% to 75%"),
        .optional("unit", "the note value of a step, such as 1/16 or 1/8"),
      ],
      """
      Holds back every second step: at 50% steps are even, at 66.7% in triplets. A step is a \
      sixteenth unless it is said.
      """,
      example: "a: s(\"hh*8\").swing(60%, 1/8)"
    ) { reading throws(ScoreError) in
      let share = try reading.control("share", in: Swing.shares) ?? .constant(Fraction(1, 2))
      let unit = try reading.number("unit", in: Fraction(1, 64)...1) ?? Fraction(1, 16)
      return try reading.changed { theme in
        Touched(theme, constancy: share.constancy) { note, scene throws(ComposerError) in
          let cycle = Fraction(note.onset.floor)
          guard let value = try share.value(at: cycle, &scene),
            let swing = Swing(share: value...value, unit: unit)
          else { return true }
          try note.lean(.swing(swing), scene)
          return true
        }
      }
    },
    Word(
      "groove", .change,
      [
        .one("model", "the name of a timing template, such as \"samba4\", or a pattern"),
        .optional("strength", part),
      ],
      """
      Plays notes as others play: leans them by a timing template, or takes the timing and the \
      accents of a pattern. No note comes, goes or changes its place. All of it unless it is said.
      """,
      example: "a: s(\"hh*16\").groove(\"samba4\", 50%)"
    ) { reading throws(ScoreError) in
      let strength = try reading.control("strength", in: 0...1) ?? .constant(1)
      guard let model = reading.argument("model") else { return .strain(try reading.theme()) }
      switch try reading.meaning(of: model) {
      case .strain(let strain): return try reading.groove(of: strain, strength)
      case .text(let name): return try reading.groove(named: name, strength)
      case let other: throw reading.wrongKind("model", other, model)
      }
    },
  ]
}

extension Reading {
  /// Leans notes by a timing template.
  fileprivate func groove(named name: String, _ strength: Control) throws(ScoreError) -> Meaning {
    let names = Groove.known.keys.sorted()
    guard let groove = Groove.known[name] else {
      throw checker.error(
        .unknownChoice(name, nearest: Suggestion.nearest(to: name, among: names), among: names),
        at: argument("model")?.place ?? call.place)
    }
    return try changed { theme in
      Touched(theme, constancy: strength.constancy) { note, scene throws(ComposerError) in
        guard let depth = try strength.value(at: note.onset, &scene) else { return true }
        try note.lean(.groove(groove, depth: depth), scene)
        return true
      }
    }
  }

  /// Gives notes the timing and the accents of a pattern.
  fileprivate func groove(of model: Strain, _ strength: Control) throws(ScoreError) -> Meaning {
    let place = call.place
    return try changed { theme in
      let planned = Planned([theme, model.theme], by: [strength], at: place) {
        ends throws(ComposerError) in
        try Mixture(way: .groove).plan(ends)
      }
      // The voices of the model are not heard.
      return planned.having { $0.voices = theme.traits.voices }
    }
  }
}

extension Sounding {
  /// Leans the note as a feel does.
  fileprivate mutating func lean(_ feel: Feel, _ scene: Scene) throws(ComposerError) {
    let (onset, voice, shift) = (self.onset, self.voice, self.shift)
    self.shift = try exactly { () throws(MusicError) in
      let place = try (onset - Fraction(onset.floor)) * scene.metre.beats
      return try shift
        + feel.shift(
          Feel.Situation(
            voice: voice, place: place, metre: scene.metre,
            beatsPerMinute: scene.beatsPerMinute))
    }
  }
}
