public import Music

extension Pattern {
  /// Reads a mini-notation, the text that Strudel and TidalCycles put between quotes.
  ///
  ///     try Pattern(parsing: "bd(3,8) [~ sn], hh*8")
  ///
  /// The grammar and the meaning are those of Strudel with these house rules: Euclidean rhythms
  /// fill their slots and turn left; `0..4` is a range with or without blanks; `.` may stand in
  /// `< >` and `{ }`; `[]` is a rest; `@0` and `!0` take a step away; `?0` never drops and `?1`
  /// always does; chance depends on a seed.
  ///
  /// - Throws: ``NotationError``, pointing at the first character that breaks a rule or a bound.
  /// - Complexity: O(n) for n characters.
  public init(parsing text: String, name: String = "mini-notation") throws(NotationError) {
    try self.init(parsing: SourceText(name: name, text))
  }

  /// Reads a mini-notation that is a part of a longer text, or all of it.
  ///
  /// - Throws: ``NotationError``, pointing into the whole text.
  public init(parsing source: SourceText, in range: Range<Int>? = nil) throws(NotationError) {
    var reader = MiniReader(Cursor(source, in: range))
    self = try reader.read()
  }
}
