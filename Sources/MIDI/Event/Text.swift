import Glibc

/// A text as it stands in a file: bytes, of which nobody says how they are to be read.
public struct Text: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The bytes, kept as they are.
  public let bytes: [UInt8]

  /// A text of any bytes.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A text in UTF-8.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// A text in UTF-8 that stands in the source.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// The text as it is most likely meant.
  ///
  /// UTF-8 where it is valid, UTF-16 where a byte order mark says so. Else Windows-1252 where all
  /// that is not ASCII is punctuation in its place; Shift-JIS where every byte fits and most of its
  /// letters are of the kind that Windows-1251 has no letters for; Windows-1251, or KZ-1048 where its
  /// letters are Kazakh, where it makes whole Cyrillic words; else Windows-1252, and Latin-1, which
  /// reads any bytes.
  public var decoded: String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(high: 0, low: 1) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(high: 1, low: 0) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if !looksWestern, looksJapanese, let text = converted(from: "SHIFT_JIS") { return text }
    if !looksWestern, let text = converted(from: "CP1251"), text.hasCyrillicWords {
      return text.withKazakhLetters
    }
    return converted(from: "CP1252") ?? String(decoding: bytes.map(UInt16.init), as: UTF16.self)
  }

  /// The text in UTF-16 behind a byte order mark; half a unit at the end is left out.
  private func utf16(high: Int, low: Int) -> String {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
      UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + low])
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Whether all that is not ASCII is an apostrophe, a quotation mark, a dash or an ellipsis of
  /// Windows-1252 where one may stand.
  private var looksWestern: Bool {
    bytes.indices.allSatisfy { index in
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      return switch bytes[index] {
      case ..<0x80: true
      case 0x92: before.isLetter
      case 0x91, 0x93: !before.isLetter && after.isLetter
      case 0x85, 0x94: before > 0x20 && !after.isLetter
      case 0x96, 0x97: before == 0x20 && after == 0x20
      default: false
      }
    }
  }

  /// Whether first bytes of kana and common kanji (81 to 9F) outnumber those of the rest (E0 on).
  private var looksJapanese: Bool {
    var (common, rare) = (0, 0)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x81...0x9F: (common, index) = (common + 1, index + 2)
      case 0xE0...0xFC: (rare, index) = (rare + 1, index + 2)
      default: index += 1
      }
    }
    return common > rare
  }

  /// The text read in a named character set, or nothing where a byte does not fit.
  private func converted(from charset: String) -> String? {
    let converter = iconv_open("UTF-8", charset)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map(CChar.init(bitPattern:))
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 8)
    let written = input.withUnsafeMutableBufferPointer { input -> Int? in
      output.withUnsafeMutableBufferPointer { output -> Int? in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        guard iconv(converter, &from, &left, &to, &room) != -1 else { return nil }
        return output.count - room
      }
    }
    return written.flatMap { count in
      String(validating: output.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}

extension UInt8 {
  /// Whether it is a letter of ASCII.
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
}

extension Text: CustomStringConvertible {
  /// The text as it is most likely meant.
  public var description: String { decoded }
}
