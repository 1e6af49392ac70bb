/// A text with a name, so that a fault in it can be pointed at.
public struct SourceText: Hashable, Sendable {
  /// The file as the user named it, or what else the text came from.
  public let name: String

  /// The whole text.
  public let characters: [Character]

  /// A named text.
  public init(name: String, _ text: String) {
    self.name = name
    self.characters = Array(text)
  }

  /// The line that a character stands in, and its column there, counted from 1.
  ///
  /// The character is counted from 0; the end of the text is allowed.
  ///
  /// - Complexity: O(n) for n characters.
  func place(of offset: Int) -> (line: SourceLine, column: Int) {
    let start = characters[..<offset].lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
    let end = characters[offset...].firstIndex(where: \.isNewline) ?? characters.endIndex
    let number = characters[..<start].count(where: \.isNewline) + 1
    let line = SourceLine(file: name, number: number, text: String(characters[start..<end]))
    return (line, offset - start + 1)
  }
}

/// One line of a text, with enough about it to point at.
public struct SourceLine: Hashable, Sendable {
  /// The file as the user named it.
  public let file: String

  /// The line's place in its file, counted from 1.
  public let number: Int

  /// What the line says, without its newline.
  public let text: String
}
