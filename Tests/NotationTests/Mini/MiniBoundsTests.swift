import Music
import Testing

@testable import Notation

@Suite struct MiniBoundsTests {
  @Test(arguments: [
    ("bd*1e12", 3), ("a*65537", 2), ("a*256*257", 6), ("[a b]*32769", 6), ("a*<1 1e9>", 2),
    ("a*[1 [2 1e9]]", 2), ("a!1e9", 2), ("[a b]!32769", 6), ("0 .. 1e9", 3), ("-1e9..0", 5),
    ("0 .. <1 1e9>", 3), ("a(3,1e9)", 2), ("a(3,65537)", 2), ("a(3,<8 1e9>)", 2), ("{a}%1e9", 1),
    ("{a b}%<4 1e9>", 1), ("a/1e-9", 2), ("a/<1 1e-9>", 2), ("a/[-0.99999999 .. 1]", 2),
    ("<a@0.00000001>", 1), ("{a, b@0.00000001}", 1), ("a*40000 b*40000", 1),
    ("b [a*40000 a]*2", 14),
  ])
  func `a text that makes too many steps is refused`(text: String, column: Int) {
    expect(text, isRefusedFor: .tooManySteps(limit: Bounds.stepsPerCycle), column: column)
  }

  @Test(arguments: ["*[1,1]", "/[1,1]", ":[1,1]", "([1,1],1)", "(1,[1,1])", "(1,1,[0,0])"])
  func `steps that double again and again are counted`(symbol: String) {
    let text = "1" + String(repeating: symbol, count: 20)
    let error = #expect(throws: NotationError.self) { try Pattern(parsing: text) }
    #expect(error == nil || error?.fault == .tooManySteps(limit: Bounds.stepsPerCycle))
  }

  @Test(arguments: [
    "a*65535", "a!65536", "a(3,65000)", "{a}%65535", "0..30000", "a/1e18", "<a b>/65536",
  ])
  func `a text within the bounds is read and played`(text: String) throws {
    let evaluator = try Evaluator(Pattern(parsing: text))
    _ = try evaluator.onsets(in: Span(cycle: 0))
  }

  @Test(arguments: [
    ("[", 101), ("<", 101), ("{", 101), ("[a ", 301), ("[a, ", 401), ("{a,<b", 251),
    ("{a}%[", 501),
  ])
  func `ten thousand brackets are refused`(opener: String, column: Int) {
    expect(
      String(repeating: opener, count: 10_000),
      isRefusedFor: .tooDeep(limit: Bounds.nesting), column: column)
  }

  @Test(arguments: ["*1", "/1", "?0", ":1", "(1,1)"])
  func `ten thousand operators are refused`(symbol: String) {
    let text = "1" + String(repeating: symbol, count: 10_000)
    let error = #expect(throws: NotationError.self) { try Pattern(parsing: text) }
    #expect(error?.fault == .tooDeep(limit: Bounds.nesting))
  }

  @Test func `ten thousand round brackets begin nothing`() {
    expect(String(repeating: "(", count: 10_000), isRefusedFor: .nothingBefore("("), column: 1)
  }

  @Test func `arguments in arguments in arguments are refused`() async {
    await #expect(processExitsWith: .success) {
      let error = #expect(throws: NotationError.self) {
        try Pattern(parsing: String(repeating: "1(", count: 10_000))
      }
      #expect(error?.fault == .tooDeep(limit: Bounds.nesting))
    }
  }

  @Test func `rates of rates of rates are refused`() async {
    await #expect(processExitsWith: .success) {
      let error = #expect(throws: NotationError.self) {
        try Pattern(parsing: String(repeating: "{1}%", count: 10_000) + "1")
      }
      #expect(error?.fault == .tooDeep(limit: Bounds.nesting))
    }
  }

  @Test(arguments: [
    ("[", "]"), ("<", ">"), ("{", "}"), ("[a, ", "]"), ("[a | ", "]"), ("{a, ", "}"),
  ])
  func `ninety-nine brackets are read, played and printed`(opener: String, closer: String) throws {
    let (openers, closers) = (
      String(repeating: opener, count: 99), String(repeating: closer, count: 99)
    )
    let pattern = try Pattern(parsing: openers + "a" + closers)
    #expect(try !Evaluator(pattern).onsets(in: Span(0, 2)).isEmpty)
    #expect(pattern.description.contains("a"))
    #expect(Set(pattern.values.map(\.value)) == [.word("a")])
  }

  @Test func `ninety-nine operators are read, played and printed`() throws {
    for symbol in ["*1", "/1", "?0", ":1", "(1,1)", "*<1>"] {
      let pattern = try Pattern(parsing: "1" + String(repeating: symbol, count: 98))
      #expect(try Evaluator(pattern).onsets(in: Span(0, 2)).count == 2)
      #expect(try Pattern(parsing: pattern.description) == pattern)
    }
  }

  @Test func `time that is cut too finely is an error when it is played`() throws {
    let text = "[a b@0.333333333]*1.000000007*1.000000009*1.000000011"
    let pattern = try Pattern(parsing: text)
    #expect(throws: MusicError.tooFine) { try Evaluator(pattern).onsets(in: Span(0, 64)) }
  }

  @Test func `a text has at most 65536 characters`() throws {
    let longest = "a" + String(repeating: " ", count: Bounds.notationCharacters - 1)
    #expect(try Pattern(parsing: longest) == .value(.word("a"), .none))
    expect(
      longest + " ", isRefusedFor: .tooLong(limit: Bounds.notationCharacters), column: 1)
  }

  @Test func `a long row of steps is read`() throws {
    let text = Array(repeating: "a", count: 30_000).joined(separator: " ")
    #expect(try counts(text, cycles: 2) == [30_000, 30_000])
  }
}
