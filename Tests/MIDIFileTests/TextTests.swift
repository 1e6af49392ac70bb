import Music
import Testing

@testable import MIDI

/// Texts whose character set nobody names; the titles of the corpus are further examples.
@Suite struct TextTests {
  @Test(
    arguments: [
      ([], ""),
      ([0x41], "A"),
      ([0x44, 0x6F, 0x6E, 0x92, 0x74], "Don’t"),
      (
        [0x93, 0x4A, 0x61, 0x7A, 0x7A, 0x94, 0x20, 0x96, 0x20, 0x6C, 0x69, 0x76, 0x65, 0x85],
        "“Jazz” – live…"
      ),
      ([0x91, 0x74, 0x69, 0x73], "‘tis"),
      ([0x94, 0x67], "波"),
      ([0x96, 0x7B], "本"),
      ([0xE9], "й"),
      ([0xE0, 0x20, 0x6C, 0x61, 0x20, 0x6D, 0x6F, 0x64, 0x65], "à la mode"),
      ([0x63, 0x61, 0x66, 0xE9], "café"),
      ([0x61, 0x81], "a\u{81}"),
      ([0x61, 0x20, 0x80, 0x35], "a €5"),
      ([0xFF, 0xFE], ""),
      ([0xFE, 0xFF, 0x04, 0x10, 0x04], "А"),
      ([0x61, 0xC3, 0x28], "aÃ("),
    ] as [([UInt8], String)])
  func `bytes are read as they are most likely meant`(bytes: [UInt8], text: String) {
    #expect(Text(bytes: bytes).decoded == text)
    #expect(Text(bytes: bytes).bytes == bytes)
  }

  @Test(arguments: [
    ("01 - Îé", "01 - Ой"), ("Track 01 - Îé", "Track 01 - Ой"), ("ß", "Я"),
    ("Bass-ãèòàðà", "Bass-гитара"),
    ("Ò¿í", "Түн"), ("¯ê³ë³ Ûáûðàé", "Үкілі Ыбырай"), ("Òîºàé", "Тоғай"),
    ("Ìî¼à šóáàâ", "Моја љубав"), ("Ïðàçíèê ¿æàêà", "Празник їжака"), ("Ñèíº íåáî", "Синє небо"),
  ])
  func `words of Cyrillic letters are Cyrillic, and Kazakh where they can be nothing else`(
    western: String, text: String
  ) {
    #expect(Text(bytes: bytes(western)).decoded == text)
  }

  /// Law: `Text(string).decoded == string` for all strings that have no byte order mark.
  @Test(arguments: ["", "Adai", "Құрманғазы", "さくら", "Ünal", "a\0b", "e\u{301}", "👩‍👩‍👧", "\r\n\t"])
  func `a text that was written is read as it was`(text: String) {
    #expect(Text(text).decoded == text)
    #expect(Text(text).bytes == Array(text.utf8))
  }

  /// Law: for all bytes there is a text.
  @Test(arguments: UInt64(1)...100)
  func `any bytes can be shown`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let text = Text(bytes: .random(1...40, using: &random))
      #expect(!text.decoded.isEmpty || text.bytes == [0xFF, 0xFE] || text.bytes == [0xFE, 0xFF])
    }
  }

  /// The bytes of a text that Windows-1252 would show so.
  private func bytes(_ western: String) -> [UInt8] {
    western.unicodeScalars.map { $0 == "š" ? 0x9A : UInt8($0.value) }
  }
}
