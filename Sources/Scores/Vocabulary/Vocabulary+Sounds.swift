import Composer
import Music

extension Vocabulary {
  private static let part = "a number from 0 to 1, a mini-notation of such numbers or a signal"

  /// Words that change how notes are struck and timed.
  static let sounds: [Word] = [
    Word(
      "velocity", .change, [.one("part", part)],
      "How hard notes are struck: 0 hardly, 1 as hard as can be.",
      example: "a: s(\"hh*4\").velocity(\"1 0.5\")"
    ) { reading throws(ScoreError) in
      try reading.touched("part", in: 0...1) { note, value throws(MusicError) in
        note.velocity = Velocity(clamping: try (value * 127).rounded())
      }
    },
    Word(
      "gain", .change,
      [.one("factor", "a number from 0 to 4, a mini-notation of them or a signal")],
      "So many times as hard; 0 leaves the note out.",
      example: "a: s(\"hh*4\").gain(\"1 0.5\")"
    ) { reading throws(ScoreError) in
      let factor = try reading.control("factor", in: 0...4) ?? .constant(1)
      return try reading.changed { theme in
        Touched(theme, repeats: factor.repeats) { note, scene throws(ComposerError) in
          guard let value = try factor.value(at: note.onset, &scene), value > 0 else {
            return false
          }
          let strength = Fraction(note.velocity.value)
          note.velocity = Velocity(
            clamping: try exactly { () throws(MusicError) in try (strength * value).rounded() })
          return true
        }
      }
    },
    Word(
      "legato", .change,
      [.one("factor", "a number above 0 and up to 16, a mini-notation or a signal")],
      "So many times as long as written.", example: "a: note(\"c3 e3\").legato(0.5)"
    ) { reading throws(ScoreError) in
      try reading.touched("factor", in: Fraction(1, 64)...16) { note, value throws(MusicError) in
        note.length = try note.length * value
      }
    },
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
        Touched(theme, repeats: share.repeats) { note, scene throws(ComposerError) in
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
        .one("name", "the name of a timing template, such as \"samba4\""),
        .optional("strength", part),
      ],
      "Leans notes as the players of a style do, by a timing template; all of it unless it is said.",
      example: "a: s(\"hh*16\").groove(\"samba4\", 50%)"
    ) { reading throws(ScoreError) in
      let name = try reading.text("name") ?? ""
      let names = Groove.known.keys.sorted()
      guard let groove = Groove.known[name] else {
        throw reading.checker.error(
          .unknownChoice(name, nearest: Vocabulary.nearest(to: name, among: names), among: names),
          at: reading.argument("name")?.place ?? reading.call.place)
      }
      let strength = try reading.control("strength", in: 0...1) ?? .constant(1)
      return try reading.changed { theme in
        Touched(theme, repeats: strength.repeats) { note, scene throws(ComposerError) in
          guard let depth = try strength.value(at: note.onset, &scene) else { return true }
          try note.lean(.groove(groove, depth: depth), scene)
          return true
        }
      }
    },
  ]
}

extension Reading {
  /// Each note changed by a number that may itself change; a rest of the number is a rest.
  fileprivate func touched(
    _ name: String, in range: ClosedRange<Fraction>,
    _ change: @escaping @Sendable (inout Sounding, Fraction) throws(MusicError) -> Void
  ) throws(ScoreError) -> Meaning {
    let control = try control(name, in: range) ?? .constant(1)
    return try changed { theme in
      Touched(theme, repeats: control.repeats) { note, scene throws(ComposerError) in
        guard let value = try control.value(at: note.onset, &scene) else { return false }
        let bounded = min(max(value, range.lowerBound), range.upperBound)
        do throws(MusicError) { try change(&note, bounded) } catch { throw .music(error) }
        return true
      }
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
