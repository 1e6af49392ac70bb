/// A text with a name, so that a fault in it can be pointed at.
public struct SourceText: Hashable, Sendable {
  /// The file as the user named it, or what else the text came from.
  public let name: String

  /// The whole text.
  public let characters: [Character]

  /// The ASCII code of each character, or ``noCode``: quicker to look at than the character.
  let codes: [UInt8]

  /// What stands for a character that is not one of ASCII.
  static let noCode: UInt8 = 0xFF

  /// A named text.
  ///
  /// - Complexity: O(n) for n bytes.
  public init(name: String, _ text: String) {
    self.name = name
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      codes = Array(text.utf8)
      characters = codes.map { Self.ascii[Int($0)] }
    } else {
      characters = Array(text)
      codes = characters.map { $0.asciiValue ?? Self.noCode }
    }
  }

  private static let ascii = (UInt8(0)..<0x80).map { Character(Unicode.Scalar($0)) }

  /// Some of the characters as a text.
  func text(in range: Range<Int>) -> String {
    codes[range].contains(Self.noCode)
      ? String(characters[range]) : String(decoding: codes[range], as: UTF8.self)
  }

  /// Whether a line ends at a character.
  func isNewline(at offset: Int) -> Bool {
    switch codes[offset] {
    case 0x0A...0x0D: true
    case Self.noCode: characters[offset].isNewline
    default: false
    }
  }

  /// Whether a character is a blank, as ``Swift/Character/isBlank`` says.
  func isBlank(at offset: Int) -> Bool {
    switch codes[offset] {
    case 0x20, 0x09...0x0D: true
    case Self.noCode: characters[offset].isBlank
    default: false
    }
  }

  /// The line that a character stands in, and its column there, counted from 1.
  ///
  /// The character is counted from 0; the end of the text is allowed.
  ///
  /// - Complexity: O(n) for n characters.
  public func place(of offset: Int) -> (line: SourceLine, column: Int) {
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

extension SourceLine {
  /// The most characters of a line that are shown on each side of a fault.
  private static let context = 60

  /// What the user sees of a fault: the place, the fault, the line with a mark under it, and the
  /// advice.
  ///
  /// - Parameters:
  ///   - message: What is wrong, in lower case and without a full stop.
  ///   - advice: What to do about it, as an instruction.
  ///   - column: The first wrong character, counted from 1.
  /// - Returns: Four lines.
  public func report(_ message: String, advice: String, at column: Int) -> String {
    let characters = Array(text)
    let first = max(0, column - 1 - Self.context)
    let last = min(characters.count, column - 1 + Self.context)
    let shown = String(characters[first..<last]).printable
    let margin = shown.prefix(column - 1 - first).map { $0 == "\t" ? "\t" : " " as Character }
    return """
      \(file.printable):\(number):\(column): error: \(message.printable)
      \(shown)
      \(String(margin))^
      \(advice)
      """
  }
}
