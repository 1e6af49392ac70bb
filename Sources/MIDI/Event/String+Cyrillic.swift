extension String {
  /// Whether more words are all of Cyrillic letters than are mixed with Latin ones.
  ///
  /// A letter by itself says little, unless there are no others: it may be a French `à`.
  var hasCyrillicWords: Bool {
    let words = split { !$0.isLetter }
    let whole = words.filter { $0.allSatisfy(\.isCyrillic) }
    if whole.count == words.count { return !words.isEmpty }
    let mixed = words.filter { $0.contains(where: \.isCyrillic) && !$0.allSatisfy(\.isCyrillic) }
    return whole.count { $0.count > 1 } > mixed.count
  }

  /// The text with Kazakh letters where Windows-1251 has those of other languages, if it is Kazakh.
  ///
  /// Source: KZ-1048 (STRK 1048-2002), which differs from Windows-1251 in these letters only.
  var withKazakhLetters: String {
    isKazakh ? String(map { Self.kazakhLetters[$0] ?? $0 }) : self
  }

  private static let kazakhLetters = Dictionary(
    uniqueKeysWithValues: zip("ЌЋќћЎўЈҐЄЇґєјЅѕї", "ҚҺқһҰұӘӨҒҮөғәҢңү"))

  /// Whether some letter is where neither a Slavic word nor a Slavic language has it.
  ///
  /// Belarusian has `ў`, and Ukrainian `ї` and `ґ`, behind vowels, Ukrainian no `є` before `а`, `о`
  /// and `у`, and no `ы`; Serbian and Macedonian have letters besides that Kazakh has not.
  private var isKazakh: Bool {
    let text = lowercased()
    func has(_ letters: String) -> Bool { text.contains(where: letters.contains) }
    if has("ќћјѕ") { return !has("љњџђѓ") }
    if has("єїґ") && has("ыэъ") { return true }
    return zip(text, text.dropFirst()).contains { first, second in
      "бвгдзйклмнпрстфхцчшщ".contains(first) && "ўїґ".contains(second)
        || first == "є" && "аоу".contains(second)
    }
  }
}

extension Character {
  fileprivate var isCyrillic: Bool {
    unicodeScalars.allSatisfy { (0x400...0x4FF).contains($0.value) }
  }
}
