import Scores
import TestSupport
import Testing

/// The colours for editors in `Examples/editors` know every word of the language.
///
/// With `RECORD` in the environment they learn the new ones.
@Suite struct EditorTests {
  @Test func `the TextMate grammar has the words of each role`() throws {
    try expect("Examples/editors/jorga.tmLanguage.json") { lines, role, words in
      let start = try #require(lines.firstIndex { $0.contains("\"word-\(role.rawValue)\": {") })
      let list = words.joined(separator: "|")
      lines[start + 2] =
        #"      "match": "(?<![\\p{L}\\p{N}_-])(?:\#(list))(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}_])""#
    }
  }

  @Test func `the syntax for Vim has the words of each role`() throws {
    try expect("Examples/editors/syntax/jorga.vim") { lines, role, words in
      let name = role.rawValue.prefix(1).uppercased() + role.rawValue.dropFirst()
      let command = "syntax keyword jorga\(name)"
      let line = try #require(lines.firstIndex { $0.hasPrefix(command) })
      lines[line] = "\(command) \(words.joined(separator: " "))"
    }
  }

  /// A text right behind one of them is a name, and is not coloured as a mini-notation.
  @Test func `the words before names are words`() throws {
    let names = Set(Vocabulary.words.map(\.name))
    let grammar = try Repository.text(of: "Examples/editors/jorga.tmLanguage.json")
    let begin = try #require(grammar.split(separator: "\n").first { $0.contains("(?<=title") })
    let list = begin.split(separator: "(?<=").dropFirst().first?.split(separator: ")").first ?? ""
    let words = list.split(separator: "|").map { String($0.prefix { $0.isLetter }) }
    #expect(words.count == 11)
    #expect(names.isSuperset(of: words))
  }

  private func expect(
    _ path: String, _ write: (inout [String], Word.Role, [String]) throws -> Void
  ) throws {
    var lines = try Repository.text(of: path)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for role in Word.Role.allCases {
      try write(&lines, role, Vocabulary.words.filter { $0.role == role }.map(\.name))
    }
    let fault = try Golden.fault(in: lines.joined(separator: "\n"), storedAt: path)
    #expect(fault == nil)
  }
}
