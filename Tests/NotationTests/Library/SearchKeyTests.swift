import Notation
import TestSupport
import Testing

@Suite struct SearchKeyTests {
  /// Spellings of one name: Kazakh in Cyrillic, in the Latin letters of today, in plain ASCII.
  @Test(arguments: [
    ["Көроғлы", "Körogly", "korogly", "Köroğlı", "KOROGHLY"],
    ["Ақсақ құлан", "Aqsaq qulan", "aksak kulan", "Aqsaq qūlan"],
    ["Жұмыр қылыш", "Zhumyr qylysh", "jumir kilis", "Jumyr qylysh"],
    ["Құдаша", "Qudasha", "kudasha", "Qūdaşa"],
    ["Шаңқобыз", "Shanqobyz", "shankobyz", "Şañqobyz"],
    ["Байлама", "Bailama", "Baylama"],
    ["São", "sao"], ["Devr-i Türkân", "devr-i turkan"],
  ])
  func `spellings of one name have one key`(spellings: [String]) {
    #expect(Set(spellings.map(\.searchKey)).count == 1, "\(spellings.map(\.searchKey))")
  }

  @Test(arguments: [("adai", "aday-bas"), ("kick", "klick"), ("7", "8")])
  func `other names have other keys`(one: String, other: String) {
    #expect(one.searchKey != other.searchKey)
  }

  /// Law: a key is its own key.
  @Test func `keys stay`() throws {
    for path in Repository.patternFiles {
      let key = try Repository.text(of: path).searchKey
      #expect(key.searchKey == key, "\(path)")
    }
  }
}
