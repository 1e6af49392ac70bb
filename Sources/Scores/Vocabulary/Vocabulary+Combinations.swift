import Composer
import Music

extension Vocabulary {
  /// Words that put several things that sound together.
  static let combinations: [Word] = [
    Word(
      "stack", .combination, [.many("patterns", "patterns, such as s(\"bd*4\")")],
      "Patterns that sound at once.", example: "a: stack(s(\"bd*2\"), s(\"hh*4\"))"
    ) { reading throws(ScoreError) in
      try reading.joined { Stacked(themes: $0) }
    },
    Word(
      "cat", .combination, [.many("patterns", "patterns, such as s(\"bd*4\")")],
      "Patterns one after another, a cycle each, over and over.",
      example: "a: cat(s(\"bd*2\"), s(\"sd*2\"))"
    ) { reading throws(ScoreError) in
      try reading.joined { themes in Turns.after(themes.map { (1, $0) }) }
    },
    Word(
      "fastcat", .combination, [.many("patterns", "patterns, such as s(\"bd*4\")")],
      "Patterns one after another, all in one cycle.", example: "a: fastcat(s(\"bd\"), s(\"hh*2\"))"
    ) { reading throws(ScoreError) in
      try reading.joined { themes in
        Sped(theme: Turns.after(themes.map { (1, $0) }), factor: Fraction(max(1, themes.count)))
      }
    },
    Word(
      "arrange", .source,
      [.many("parts", "lists of a number of cycles and a pattern, such as [4, s(\"bd*4\")]")],
      "Patterns one after another, a number of cycles each, over and over.",
      example: "a: arrange([1, s(\"bd*2\")], [2, s(\"hh*4\")])"
    ) { reading throws(ScoreError) in
      var parts: [(cycles: Int, theme: any Theme)] = []
      var strains: [Strain] = []
      for argument in reading.arguments("parts") {
        let meaning = try reading.meaning(of: argument.value)
        guard case .list(let items) = meaning, items.count == 2,
          case .number(let cycles) = try reading.meaning(of: items[0]), cycles.denominator == 1,
          (1...Bounds.pieceBars).contains(cycles.numerator)
        else { throw reading.wrongKind("parts", meaning, argument.value) }
        let strain = try reading.strain("parts", items[1])
        strains.append(strain)
        parts.append((cycles.numerator, strain.theme))
      }
      let arranged = parts
      return .strain(try reading.together(strains).playing(Turns.after(arranged)))
    },
  ]
}

extension Reading {
  /// Several patterns as one.
  func joined(_ join: ([any Theme]) -> any Theme) throws(ScoreError) -> Meaning {
    let strains = try strains("patterns")
    return .strain(try together(strains).playing(join(strains.map(\.theme))))
  }

  /// One player for several patterns, which must not have two of one thing.
  func together(_ strains: [Strain]) throws(ScoreError) -> Strain {
    guard var all = strains.first else { return Strain(Stacked(themes: [])) }
    for strain in strains.dropFirst() {
      let (mine, theirs) = (all.player, strain.player)
      try one("kit", mine.kit, theirs.kit)
      try one("program", mine.program, theirs.program)
      try one("channel", mine.channel, theirs.channel)
      try one("bank", mine.bank, theirs.bank)
      try one("port", mine.port, theirs.port)
      all.player.kit = mine.kit ?? theirs.kit
      all.player.program = mine.program ?? theirs.program
      all.player.channel = mine.channel ?? theirs.channel
      all.player.bank = mine.bank ?? theirs.bank
      all.player.port = mine.port ?? theirs.port
      all.controls.merge(strain.controls) { mine, _ in mine }
    }
    return all
  }

  private func one<Thing: Equatable>(
    _ name: String, _ mine: Thing?, _ theirs: Thing?
  ) throws(ScoreError) {
    guard let mine, let theirs, mine != theirs else { return }
    throw checker.error(.twoPlayers(name), at: call.place)
  }
}
