public import Music

extension Metre {
  /// Reads a metre such as `4/4` or `7/8 (2+2+3)`.
  ///
  /// - Throws: ``NotationError`` where the text is none.
  public init(parsing text: String, name: String) throws(NotationError) {
    let source = SourceText(name: name, text)
    self = try Field(source: source, range: source.characters.indices).trimmed.metre()
  }
}
