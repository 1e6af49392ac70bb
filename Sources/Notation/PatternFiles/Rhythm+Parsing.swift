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
    var reader = PatternReader(SourceText(name: name, text))
    reader.readLines()
    guard let rhythm = reader.rhythm(id: Self.id(of: name)) else {
      throw reader.faults.first ?? NotationError(.emptyFile, at: 0, of: reader.source)
    }
    self = rhythm
  }

  /// Everything that is wrong with a pattern file, up to ``Bounds/faults`` lines of it.
  ///
  /// - Returns: The faults in order of their places; none where it can be read.
  /// - Complexity: O(n) for n characters, and for each fault.
  public static func faults(in text: String, name: String) -> [NotationError] {
    var reader = PatternReader(SourceText(name: name, text))
    reader.readLines()
    _ = reader.rhythm(id: id(of: name))
    return reader.faults.sorted { ($0.line.number, $0.column) < ($1.line.number, $1.column) }
  }

  private static func id(of name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return file.hasSuffix(".pattern") ? String(file.dropLast(".pattern".count)) : file
  }
}
