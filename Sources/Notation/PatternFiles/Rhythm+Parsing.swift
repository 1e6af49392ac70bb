public import Music

extension Rhythm {
  /// Reads a pattern file.
  ///
  ///     let rhythm = try Rhythm(parsing: text, name: "Patterns/kazakh/adai-bas.pattern")
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - name: The file as the user named it, for errors. Its last part without the extension
  ///     becomes the rhythm's id.
  /// - Throws: ``NotationError``, pointing at the first character that is wrong.
  /// - Complexity: O(n) for n characters.
  public init(parsing text: String, name: String) throws(NotationError) {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let id = file.hasSuffix(".pattern") ? String(file.dropLast(".pattern".count)) : file
    var reader = PatternReader(SourceText(name: name, text))
    try reader.readLines()
    self = try reader.rhythm(id: id)
  }
}
