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
        Touched(theme, constancy: factor.constancy) { note, scene throws(ComposerError) in
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
      let factors = Fraction(1, 64)...16
      let longest = try reading.control("factor", in: factors)?.constant ?? 16
      return try reading.touched("factor", in: factors, lasting: longest) {
        note, value throws(MusicError) in
        note.length = try note.length * value
      }
    },
  ]
}

extension Reading {
  /// Each note changed by a number that may itself change; a rest of the number is a rest.
  fileprivate func touched(
    _ name: String, in range: ClosedRange<Fraction>, lasting longest: Fraction = 1,
    _ change: @escaping @Sendable (inout Sounding, Fraction) throws(MusicError) -> Void
  ) throws(ScoreError) -> Meaning {
    let control = try control(name, in: range) ?? .constant(1)
    return try changed { theme in
      Touched(theme, constancy: control.constancy, longest: longest) {
        note, scene throws(ComposerError) in
        guard let value = try control.value(at: note.onset, &scene) else { return false }
        let bounded = min(max(value, range.lowerBound), range.upperBound)
        do throws(MusicError) { try change(&note, bounded) } catch { throw .music(error) }
        return true
      }
    }
  }
}
