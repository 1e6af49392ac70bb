public import Music

extension Score {
  /// Reads a score, statement by statement.
  ///
  /// - Returns: The statements that can be read, and every fault of the others.
  /// - Complexity: O(n) for n characters.
  public static func read(_ source: SourceText) -> (score: Score, faults: [NotationError]) {
    var reader = ScoreReader(source)
    return reader.read()
  }

  /// Reads a score.
  ///
  ///     try Score(parsing: "drums: s(\"bd*4\")")
  ///
  /// - Throws: The first fault.
  public init(parsing text: String, name: String = "score") throws(NotationError) {
    let (score, faults) = Self.read(SourceText(name: name, text))
    if let fault = faults.first { throw fault }
    self = score
  }
}

extension Expression {
  /// Reads one expression, such as the value of `--set`.
  ///
  /// - Throws: ``NotationError``.
  public init(parsing source: SourceText) throws(NotationError) {
    var reader = ScoreReader(source)
    self = try reader.only()
  }
}
