import Music
import Testing

@testable import Notation

@Suite struct AtomTests {
  @Test(arguments: [
    ("60", Fraction(60)), ("-12.5", Fraction(-25, 2)), ("1e3", 1000), ("1E3", 1000),
    ("25e-2", Fraction(1, 4)), (".5", Fraction(1, 2)), ("-.5", Fraction(-1, 2)),
    ("5.", 5), ("007", 7), ("0", 0), ("-0", 0), ("9223372036854775807", Fraction(Int.max)),
    ("0.000000000000000001", Fraction(1, 1_000_000_000_000_000_000)),
  ])
  func `what reads as a decimal number is one`(text: String, number: Fraction) throws {
    #expect(try Pattern(parsing: text) == .value(.number(number), .none))
  }

  @Test(arguments: [
    "bd", "c4", "eb3", "g#5", "#", "қобыз", "大鼓", "é", "-a", "~a", "a~", "~~", "--", "a_b", "a.b",
    "a-b", "a#b", "a^b", "a..b", "_a", ".a", "a.", "a_", "1e", "--5", "1.5.2", "0x10", "1_000",
    "5a", "inf", "nan",
  ])
  func `anything else is a word`(text: String) throws {
    let pattern = try Pattern(parsing: text)
    #expect(pattern == .value(.word(text), .none))
  }

  @Test(arguments: [
    ("9223372036854775808", 1), ("a 1e19", 3), ("0.0000000000000000001", 1), ("[1e-19]", 2),
    ("a*99999999999999999999", 3), ("a@1e400", 3), ("a!99999999999999999999", 3),
  ])
  func `a number beyond 64 bits is refused`(text: String, column: Int) throws {
    let error = #expect(throws: NotationError.self) { try Pattern(parsing: text) }
    guard case .badNumber = error?.fault else {
      Issue.record("\(text) has the fault \(String(describing: error?.fault))")
      return
    }
    #expect(error?.column == column)
  }

  @Test(arguments: [
    ("bd:3", "bd:3 0 1"),
    ("bd:3 sn:1", "bd:3 0 1/2, sn:1 1/2 1"),
    ("a:1:2", "a:1:2 0 1"),
    ("bd:c4", "bd:c4 0 1"),
    ("<bd sd>:3", "bd:3 0 1 | sd:3 1 2"),
    ("bd:<1 2>", "bd:1 0 1 | bd:2 1 2"),
    ("[bd sd]:<1 2>", "bd:1 0 1/2, sd:1 1/2 1 | bd:2 1 3/2, sd:2 3/2 2"),
    ("bd:[1 2]", "bd:1 0 1"),
    ("bd*2:[1 2]", "bd:1 0 1/2, bd:2 1/2 1"),
    ("bd*4:[1 2]", "bd:1 0 1/4, bd:1 1/4 1/2, bd:2 1/2 3/4, bd:2 3/4 1"),
    ("bd:[~ 1]", "~"),
    ("bd:~", "~"),
    ("~:1", "~"),
    ("bd:[1, 2]", "bd:1 0 1, bd:2 0 1"),
    ("bd/2:<1 2>", "bd:1 0 2 | ~"),
  ])
  func `a variant is the one that sounds where the note begins`(
    text: String, events: String
  ) throws {
    try expect(text, plays: events)
  }

  @Test func `a variant makes a list`() throws {
    let event = try Evaluator(Pattern(parsing: "a:1:2")).events(in: Span(cycle: 0)).first
    #expect(event?.value == .list([.word("a"), .number(1), .number(2)]))
  }
}
