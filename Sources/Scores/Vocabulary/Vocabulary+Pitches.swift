import Composer
import Music

extension Vocabulary {
  private static let numbers = Fraction(-1000)...1000
  private static let number = "a number, a mini-notation of numbers or a signal"

  /// Words that change pitches.
  static let pitches: [Word] = [
    Word(
      "add", .change, [.one("number", number)],
      """
      Adds to the steps of `n`, or semitones to pitches; voices without a pitch stay as they are.
      """,
      example: "a: n(\"0 2\").add(\"0 1\").scale(\"c major\")"
    ) { reading throws(ScoreError) in
      try reading.pitched("number") { tone, number throws(MusicError) in
        switch tone {
        case .usual: .usual
        case .degree(let degree): .degree(try degree + number)
        case .pitch(let pitch): .pitch(try pitch + number)
        }
      }
    },
    Word(
      "mul", .change, [.one("number", number)],
      "Multiplies the steps of `n`, before `scale` says which they are.",
      example: "a: n(\"0 1 2\").mul(2).scale(\"c major\")"
    ) { reading throws(ScoreError) in
      try reading.pitched("number") { tone, number throws(MusicError) in
        guard case .degree(let degree) = tone else { return tone }
        return .degree(try degree * number)
      }
    },
    Word(
      "transpose", .change, [.one("semitones", number)],
      "Moves pitches by semitones; parts of a semitone are bent.",
      example: "a: note(\"c3 e3\").transpose(5)"
    ) { reading throws(ScoreError) in
      try reading.pitched("semitones") { tone, number throws(MusicError) in
        switch tone {
        case .usual: .usual
        case .degree(let degree): .pitch(try 60 + degree + number)
        case .pitch(let pitch): .pitch(try pitch + number)
        }
      }
    },
    Word(
      "arp", .change,
      [
        .one(
          "order",
          "up, down, updown, downup, converge, diverge, pinkyup or thumbup, or a mini-notation of "
            + "numbers, such as \"0 2 1\"")
      ],
      """
      Plays notes that sound together one after another, in their time: by a way through them, or by \
      numbers, where 0 is the lowest and after the highest the lowest follows; [0,2] are two at once. \
      Numbers go by cycles, as long as the notes sound.
      """,
      example: "a: chord(\"<dm7 g7>\").arp(\"up\")"
    ) { reading throws(ScoreError) in
      let text = try reading.text("order") ?? ""
      if let mode = Arpeggiated.Mode(rawValue: text) {
        return try reading.changed { Arpeggiated($0, in: .mode(mode)) }
      }
      let pattern = try reading.notation("order")
      for (value, place) in pattern.values where value.head.number?.denominator != 1 {
        throw reading.checker.error(
          .outOfRange(
            reading.called("order"), found: value.description, expected: reading.expected("order")),
          at: place)
      }
      let evaluator = try reading.checker.evaluator(of: pattern, at: reading.call.place)
      let number = UInt64(reading.checker.nextConstruct())
      return try reading.changed {
        Arpeggiated(
          $0, in: .indices(evaluator, number: number, constancy: pattern.constancy))
      }
    },
    Word(
      "scale", .change,
      [
        .one("name", "a note and a kind of scale, such as \"d dorian\" or \"a minor pentatonic\""),
        .optional("near", "a key from 0 to 127; 60 is middle C"),
      ],
      """
      Says which scale the steps of `n` belong to: step 0 is its first note nearest to middle C, \
      or to another key. Pitches go to the nearest note of the scale, the lower of two.
      """,
      example: "a: n(\"0 2 4 7\").scale(\"d dorian\")"
    ) { reading throws(ScoreError) in
      let name = try reading.text("name") ?? ""
      guard let scale = Scale(name: name) else {
        let kinds = Scale.kinds.keys.sorted().joined(separator: ", ")
        throw reading.checker.error(
          .outOfRange(
            "'name'", found: "'\(name)'",
            expected: "a note and one of: \(kinds); such as \"d dorian\""),
          at: reading.argument("name")?.place ?? reading.call.place)
      }
      let near = Key(clamping: try reading.whole("near", in: Key.numbers) ?? 60)
      return try reading.changed { theme in
        Touched(theme) { note, _ throws(ComposerError) in
          let tone = note.tone
          guard let scaled = try exactly({ () throws(MusicError) in try scale.tone(tone, near) })
          else { return false }
          note.tone = scaled
          return true
        }
      }
    },
  ]
}

extension Reading {
  /// The tones changed by a number that may itself change; a rest of the number is a rest.
  fileprivate func pitched(
    _ name: String,
    _ change: @escaping @Sendable (Sounding.Tone, Fraction) throws(MusicError) -> Sounding.Tone
  ) throws(ScoreError) -> Meaning {
    let control = try control(name, in: Fraction(-1000)...1000) ?? .constant(0)
    return try changed { theme in
      Touched(theme, constancy: control.constancy) { note, scene throws(ComposerError) in
        guard let number = try control.value(at: note.onset, &scene) else { return false }
        let tone = note.tone
        note.tone = try exactly { () throws(MusicError) in try change(tone, number) }
        return true
      }
    }
  }
}

extension Scale {
  /// A tone in the scale, or nothing beyond the keyboard.
  fileprivate func tone(_ tone: Sounding.Tone, _ near: Key) throws(MusicError) -> Sounding.Tone? {
    switch tone {
    case .usual: return .usual
    case .degree(let degree):
      let step = degree.floor
      guard let key = key(ofDegree: step, near: near) else { return nil }
      return .pitch(try Fraction(key.number) + degree - Fraction(step))
    case .pitch(let pitch):
      let nearest = try Key.numbers.filter { contains(Key(clamping: $0)) }
        .map { number throws(MusicError) in (number, try pitch - Fraction(number)) }
        .min { left, right in
          let (a, b) = (max(left.1, (try? 0 - left.1) ?? 0), max(right.1, (try? 0 - right.1) ?? 0))
          return a < b
        }
      return nearest.map { .pitch(Fraction($0.0)) }
    }
  }
}
