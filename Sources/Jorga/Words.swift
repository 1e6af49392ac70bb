/// A rhythm of the library, or of a pattern file beside the score.
public func pattern(_ name: String) -> Strain { .word("pattern", [Argument(name)]) }

/// Voices in the mini-notation, one cycle a bar.
public func s(_ pattern: String) -> Strain { .word("s", [Argument(pattern)]) }

/// Notes by their names, or keys by their numbers, in the mini-notation.
public func note(_ pattern: String) -> Strain { .word("note", [Argument(pattern)]) }

/// Steps of a scale, counted from 0, in the mini-notation.
public func n(_ pattern: String) -> Strain { .word("n", [Argument(pattern)]) }

/// Chords by their names, such as `<dm7 g7>`, in the mini-notation.
public func chord(_ pattern: String) -> Strain { .word("chord", [Argument(pattern)]) }

/// Nothing.
public var silence: Strain { .word("silence", []) }

/// One note a cycle, as long as the cycle.
public func pure(_ value: String) -> Strain { .word("pure", [Argument(value)]) }

/// Patterns at once.
public func stack(_ patterns: Strain...) -> Strain {
  .word("stack", patterns.map { Argument($0) })
}

/// Patterns in turn, a cycle each.
public func cat(_ patterns: Strain...) -> Strain { .word("cat", patterns.map { Argument($0) }) }

/// Patterns in turn, all in one cycle.
public func fastcat(_ patterns: Strain...) -> Strain {
  .word("fastcat", patterns.map { Argument($0) })
}

/// Patterns in turn, a number of cycles each.
public func arrange(_ parts: (cycles: Int, pattern: Strain)...) -> Strain {
  .word(
    "arrange",
    parts.map { part in
      Argument([part.cycles.expression, part.pattern.expression])
    })
}
