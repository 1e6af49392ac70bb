import Composer
import Music
import Notation

extension Vocabulary {
  /// Words that make something that sounds.
  static let sources: [Word] = [
    Word(
      "pattern", .source,
      [.one("name", "the name of a rhythm, such as \"clave-son-32\", or a file beside the score")],
      """
      A rhythm of the library, or of a pattern file beside the score, in the metre in which it \
      sounds; `fit` says how it meets another metre.
      """,
      example: "a: pattern(\"clave-son-32\")"
    ) { reading throws(ScoreError) in
      let name = try reading.text("name") ?? ""
      do throws(LibraryError) {
        return .strain(Strain(Quoted(try reading.checker.shelf.rhythm(named: name))))
      } catch {
        throw reading.checker.error(
          .library(error), at: reading.argument("name")?.place ?? reading.call.place)
      }
    },
    Word(
      "s", .source, [.one("pattern", "a mini-notation of voices, such as \"bd*4, ~ cp\"")],
      "Voices in the mini-notation, one cycle a bar.",
      example: "a: s(\"bd [~ hh] sd hh\")"
    ) { reading throws(ScoreError) in try reading.notated(as: .sounds) },
    Word(
      "note", .source,
      [.one("pattern", "a mini-notation of notes or keys from 0 to 127, such as \"c2 eb2\"")],
      "Notes by their names, or keys by their numbers; 60.5 is a quarter tone above middle C.",
      example: "a: note(\"c3 eb3 [g3 60.5]\")"
    ) { reading throws(ScoreError) in try reading.notated(as: .notes) },
    Word(
      "n", .source, [.one("pattern", "a mini-notation of numbers, such as \"0 2 4\"")],
      "Steps of a scale, counted from 0; `scale` says which.",
      example: "a: n(\"0 2 [4 -1]\").scale(\"d dorian\")"
    ) { reading throws(ScoreError) in try reading.notated(as: .degrees) },
    Word(
      "chord", .source,
      [.one("pattern", "a mini-notation of chords, such as \"<dm7 g7>\" or \"c ebmaj7\"")],
      """
      Chords by their names: a note and a kind, such as m, 7, maj7, m7b5, dim7, sus4, 6 or 9. Each is \
      played closely, in the inversion that lies nearest to middle C.
      """,
      example: "a: chord(\"<dm7 g7>\")"
    ) { reading throws(ScoreError) in try reading.notated(as: .chords) },
    Word("silence", .source, [], "Nothing.", example: "a: cat(s(\"bd\"), silence)") {
      _ throws(ScoreError) in .strain(Strain(Stacked(themes: [])))
    },
    Word(
      "pure", .source, [.one("value", "the name of a voice or a note, such as \"bd\"")],
      "One note a cycle, as long as the cycle.",
      example: "a: pure(\"bd\").fast(2)"
    ) { reading throws(ScoreError) in try reading.notated(as: .sounds, parameter: "value") },
  ]
}

extension Reading {
  /// The theme of a mini-notation whose every value is a note.
  fileprivate func notated(
    as kind: Notated.Reading, parameter: String = "pattern"
  ) throws(ScoreError) -> Meaning {
    guard let argument = argument(parameter) else {
      let theme = try theme()
      return .strain(theme)
    }
    let pattern = try notation(argument, parameter)
    for (value, place) in pattern.values where !Notated.isNote(value, in: kind) {
      throw checker.error(
        .outOfRange(
          "a step", found: value.description, expected: expected(parameter)), at: place)
    }
    if kind == .sounds { try checkVoices(of: pattern) }
    return .strain(
      Strain(
        try computed { () throws(ComposerError) in
          try exactly { () throws(MusicError) in
            try Notated(pattern, as: kind, number: checker.nextConstruct())
          }
        }))
  }
}
