import Notation
import Testing

@Suite struct SuggestionTests {
  private static let names = ["kick", "snare", "hat", "open-hat", "dombyra", "dombyra-bass"]

  @Test(arguments: [
    ("kick", "kick"), ("kik", "kick"), ("kikc", "kick"), ("ikck", "kick"), ("KICK", "kick"),
    ("snaer", "snare"), ("snar", "snare"), ("hta", "hat"), ("dom", "dombyra"), ("open", "open-hat"),
    ("dombira", "dombyra"), ("domyra-bas", "dombyra-bass"), ("ha", "hat"),
  ])
  func `a slip of the finger is recognised`(written: String, meant: String) {
    #expect(Suggestion.nearest(to: written, among: Self.names) == meant)
  }

  @Test(arguments: ["", "x", "piano", "zzzz", "trumpet", "kickdrumsample"])
  func `what is far from every name suggests nothing`(written: String) {
    #expect(Suggestion.nearest(to: written, among: Self.names) == nil)
  }

  @Test func `without names there is no suggestion`() {
    #expect(Suggestion.nearest(to: "kick", among: [String]()) == nil)
  }

  @Test func `of names equally near the first is taken`() {
    #expect(Suggestion.nearest(to: "bat", among: ["hat", "cat"]) == "hat")
    #expect(Suggestion.nearest(to: "bat", among: ["cat", "hat"]) == "cat")
  }

  @Test func `a name too long to be a slip is not compared`() {
    let long = String(repeating: "a", count: 65)
    #expect(Suggestion.nearest(to: long, among: [long]) == nil)
    #expect(Suggestion.nearest(to: "aaaa", among: [long]) == nil)
  }
}
