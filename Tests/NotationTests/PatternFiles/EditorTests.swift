import TestSupport
import Testing

@testable import Notation

/// The colours for editors in `Examples/editors` know every key of a pattern file.
///
/// With `RECORD` in the environment they learn the new ones.
@Suite struct EditorTests {
  @Test func `the TextMate grammar has the keys of the head and of rows`() throws {
    try expect(
      "Examples/editors/pattern.tmLanguage.json", between: "|",
      [
        (#""match": "^("#, HeadKey.allCases.map(\.rawValue), #")\\s+(.*)$","#),
        (#""match": "^([^\\s.]+)(\\.)("#, RowProperty.allCases.map(\.rawValue), #")\\s+(.*)$","#),
      ])
  }

  @Test func `the syntax for Vim has the keys of the head and of rows`() throws {
    try expect(
      "Examples/editors/syntax/pattern.vim", between: #"\|"#,
      [
        (#"syntax match patternKey "^\%("#, HeadKey.allCases.map(\.rawValue), #"\)\ze\s""#),
        (
          #"syntax match patternProperty "\%(^[^ \t.#]\+\.\)\@<=\%("#,
          RowProperty.allCases.map(\.rawValue), #"\)\ze\s""#
        ),
      ])
  }

  /// Each list stands on the line that begins and ends as it is said.
  private func expect(
    _ path: String, between separator: String,
    _ lists: [(beginning: String, words: [String], ending: String)]
  ) throws {
    var lines = try Repository.text(of: path)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (beginning, words, ending) in lists {
      let found = lines.firstIndex { line in
        let text = line.drop { $0 == " " }
        let inside = text.dropFirst(beginning.count).dropLast(ending.count)
        return text.hasPrefix(beginning) && text.hasSuffix(ending)
          && inside.allSatisfy { $0.isLetter || separator.contains($0) }
      }
      let index = try #require(found)
      let blanks = lines[index].prefix { $0 == " " }
      lines[index] = blanks + beginning + words.joined(separator: separator) + ending
    }
    let fault = try Golden.fault(in: lines.joined(separator: "\n"), storedAt: path)
    #expect(fault == nil)
  }
}
