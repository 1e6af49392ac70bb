import Music
import Notation
import Scores
import Testing

/// What may stand behind a dot, and the words that stand for functions.
@Suite struct DotTests {
  private static func song(_ text: String) throws -> Song {
    try Song(SourceText(name: "a.jorga", text), on: Shelf(library: try Library(folders: [])))
  }

  /// Law: the word of a change is the function that makes it.
  @Test(arguments: ["rev", "palindrome"], ["every(2, F)", "sometimes(F)", "off(1/8, F)"])
  func `a word stands for its function`(word: String, call: String) throws {
    func timeline(_ function: String) throws -> Timeline {
      let track = call.split(separator: "F", omittingEmptySubsequences: false)
        .joined(separator: function)
      return try Self.song("bars(4)\na: note(\"c3 [e3 g3] <b3 c4>\").\(track)").timeline()
    }
    #expect(try timeline(word) == timeline("x => x.\(word)()"))
  }

  /// Law: several patterns may begin before a dot.
  @Test(arguments: ["stack(F, B)", "cat(F, B)", "fastcat(F, B)", "blend(F, B, 0.5)"])
  func `the first of several patterns may stand before the dot`(call: String) throws {
    let (first, second) = ("s(\"bd*4\")", "s(\"sd*2\")")
    let plain = call.split(separator: "F").joined(separator: first)
    let dotted = "\(first)." + call.split(separator: "F, ").joined()
    #expect(
      try Self.song("a: \(Self.put(second, plain))").timeline()
        == Self.song("a: \(Self.put(second, dotted))").timeline())
  }

  private static func put(_ second: String, _ call: String) -> String {
    call.split(separator: "B").joined(separator: second)
  }

  @Test(arguments: ["s", "note", "n", "pure", "pattern", "arrange", "silence", "title", "ramp"])
  func `what takes no pattern says so behind a dot`(word: String) throws {
    let faults = #expect(throws: ScoreFaults.self) {
      try Self.song("a: note(\"c3\").\(word)(\"c3\")")
    }
    #expect(
      faults?.description == """
        a.jorga:1:15: error: '\(word)' cannot stand behind a dot
        a: note("c3").\(word)("c3")
                      ^
        write it by itself: \(word)(…)
        """)
  }
}
