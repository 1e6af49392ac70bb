public import Music

extension Strain {
  /// Adds to the steps of `n`, or semitones to pitches.
  public func add(_ number: some Control) -> Strain { word("add", Argument(number)) }

  /// Multiplies the steps of `n`.
  public func mul(_ number: some Control) -> Strain { word("mul", Argument(number)) }

  /// Moves pitches by semitones.
  public func transpose(_ semitones: some Control) -> Strain {
    word("transpose", Argument(semitones))
  }

  /// Says which scale the steps of `n` belong to.
  public func scale(_ name: String, near key: Int? = nil) -> Strain {
    word("scale", Argument(name), Argument(key, "near"))
  }

  /// How hard notes are struck, from 0 to 1.
  public func velocity(_ part: some Control) -> Strain { word("velocity", Argument(part)) }

  /// So many times as hard.
  public func gain(_ factor: some Control) -> Strain { word("gain", Argument(factor)) }

  /// So many times as long as written.
  public func legato(_ factor: some Control) -> Strain { word("legato", Argument(factor)) }

  /// Holds back every second step; a half is even.
  public func swing(_ share: some Control, unit: Fraction? = nil) -> Strain {
    word("swing", Argument(share), Argument(unit, "unit"))
  }

  /// Leans notes as the players of a style do, by a timing template.
  public func groove(_ name: String, _ strength: (any Control)? = nil) -> Strain {
    word("groove", Argument(name), Argument(strength))
  }

  /// Plays notes with the timing and the accents of a pattern.
  public func groove(of model: Strain, _ strength: (any Control)? = nil) -> Strain {
    word("groove", Argument(model), Argument(strength))
  }

  /// Only some voices.
  public func only(_ voices: String...) -> Strain {
    Strain(Expression(.call(.init("only", Self.texts(voices), of: expression))))
  }

  /// All but some voices.
  public func without(_ voices: String...) -> Strain {
    Strain(Expression(.call(.init("without", Self.texts(voices), of: expression))))
  }

  /// Other voices for some: new names by the old ones.
  public func rename(_ names: KeyValuePairs<String, String>) -> Strain {
    let arguments = names.map { old, new in
      Expression.Argument(new.expression, label: old)
    }
    return Strain(Expression(.call(.init("rename", arguments, of: expression))))
  }

  private static func texts(_ texts: [String]) -> [Expression.Argument] {
    texts.map { Expression.Argument($0.expression) }
  }
}
