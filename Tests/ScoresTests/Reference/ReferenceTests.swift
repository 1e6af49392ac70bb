import Music
import Scores
import TestSupport
import Testing

/// The reference says what the table of words says, and its examples sound as it says.
///
/// With `RECORD` in the environment the articles are written anew.
@Suite struct ReferenceTests {
  @Test(arguments: Vocabulary.families.map(\.name))
  func `an article has the words of its family`(name: String) throws {
    let family = try #require(Vocabulary.families.first { $0.name == name })
    let page = ReferencePage(family: family)
    #expect(try Golden.fault(in: page.text(), storedAt: page.path) == nil)
  }

  @Test func `the landing page leads to each article`() throws {
    let page = try Repository.text(of: "Sources/Scores/Scores.docc/Scores.md")
    for family in Vocabulary.families { #expect(page.contains("- <doc:\(family.name)>")) }
  }

  @Test func `no two words have one name, and each is in one family`() {
    let names = Vocabulary.words.map(\.name)
    #expect(Set(names).count == names.count)
  }

  /// An entry is no entry unless somebody can hear what it says.
  @Test(arguments: Vocabulary.words.map(\.name))
  func `an example shows its word, and sounds`(name: String) throws {
    let word = try #require(Vocabulary.words.first { $0.name == name })
    #expect(word.example.contains(name))
    let song = try ReferencePage.song(of: word)
    #expect(try song.timeline().tracks.contains { !$0.notes.isEmpty })
    #expect(!word.summary.isEmpty && word.summary.hasSuffix("."))
    #expect(word.parameters.allSatisfy { !$0.expected.isEmpty })
  }
}
