import Music
import Testing

@testable import Notation

@Suite struct EuclidTests {
  @Test(arguments: [
    ("1,4", "x..."), ("2,5", "x.x.."), ("3,4", "xxx."), ("3,5", "x.x.x"), ("3,7", "x.x.x.."),
    ("3,8", "x..x..x."), ("4,7", "x.x.x.x"), ("4,9", "x.x.x.x.."), ("4,11", "x..x..x..x."),
    ("5,6", "xxxxx."), ("5,7", "x.xx.xx"), ("5,8", "x.xx.xx."), ("5,9", "x.x.x.x.x"),
    ("5,11", "x.x.x.x.x.."), ("5,12", "x..x.x..x.x."), ("5,13", "x..x.x..x.x.."),
    ("5,16", "x..x..x..x..x..."), ("7,8", "xxxxxxx."), ("7,9", "x.xxx.xxx"),
    ("7,12", "x.xx.x.xx.x."), ("7,16", "x..x.x.x..x.x.x."), ("9,16", "x.xx.x.x.xx.x.x."),
    ("11,24", "x..x.x.x.x.x..x.x.x.x.x."), ("13,24", "x.xx.x.x.x.x.xx.x.x.x.x."),
    ("-3,8", ".xx.xx.x"), ("-1,4", ".xxx"), ("-5,8", ".x..x..x"), ("-8,8", "........"),
    ("0,8", "........"), ("8,8", "xxxxxxxx"), ("1,1", "x"), ("-1,1", "."),
    ("3,8,2", ".x..x.x."), ("3,8,0", "x..x..x."), ("3,8,", "x..x..x."), ("3,8,8", "x..x..x."),
    ("3,8,1", "..x..x.x"), ("3,8,-1", ".x..x..x"), ("3,8,10", ".x..x.x."), ("3,8,-6", ".x..x.x."),
    ("5,8,3", "x.xx.x.x"), ("-3,8,1", "xx.xx.x."),
  ])
  func `the slots that are set are the published ones`(arguments: String, bits: String) throws {
    let slots = bits.enumerated().filter { $0.element == "x" }.map(\.offset)
    let expected = slots.map { Span(Fraction($0, bits.count), Fraction($0 + 1, bits.count)) }
    let pattern = try Pattern(parsing: "a(\(arguments))")
    #expect(try Evaluator(pattern).onsets(in: Span(cycle: 0)).map(\.whole) == expected)
  }

  @Test(arguments: [
    ("[a b](3,8)", "a 0 1/16, b 1/16 1/8, a 3/8 7/16, b 7/16 1/2, a 3/4 13/16, b 13/16 7/8"),
    ("[a, b](1,2)", "a 0 1/2, b 0 1/2"),
    (
      "<a b>(3,8)",
      "a 0 1/8, a 3/8 1/2, a 3/4 7/8 | b 1 9/8, b 11/8 3/2, b 7/4 15/8"
    ),
    (
      "a(2,5)(3,8)",
      "a 0 1/40, a 1/20 3/40, a 3/8 2/5, a 17/40 9/20, a 3/4 31/40, a 4/5 33/40"
    ),
    ("a(2,4) b", "a 0 1/8, a 1/4 3/8, b 1/2 1"),
    ("a*2(2,4)", "a 0 1/8, a 1/8 1/4, a 1/2 5/8, a 5/8 3/4"),
    ("a/2(1,2)", "a 0 1 | ~ | a 2 3"),
    ("~(3,8)", "~"),
  ])
  func `a slot holds the whole cycle`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    (
      "<a b>(3,8,2)",
      "a 1/8 1/4, a 1/2 5/8, b 3/4 7/8 | b 9/8 5/4, b 3/2 13/8, a 7/4 15/8"
    ),
    ("<a b>(1,4,1)", "b 3/4 1 | a 7/4 2"),
  ])
  func `a rotation plays everything earlier, the next cycle too`(
    text: String, events: String
  ) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("a(<3 5>,8)", "<a(3,8) a(5,8)>"),
    ("a(<3 5>/2,8)", "<a(3,8)!2 a(5,8)!2>"),
    ("a(3,<8 16>)", "<a(3,8) a(3,16)>"),
    ("a(3,8,<0 2>)", "<a(3,8) a(3,8,2)>"),
    ("a(<3 -3>,8)", "<a(3,8) a(-3,8)>"),
    ("a(3*1,8)", "a(3,8)"),
    ("a(3,[8])", "a(3,8)"),
    ("a([3 5],8)", "[~ ~ ~ ~ ~ a a ~], [a ~ ~ a ~ ~ ~ ~]"),
    ("a(~,8)", "~"),
    ("a(3,~)", "~"),
    ("a(3,8,~)", "~"),
    ("a(<3 ~>,8)", "<a(3,8) ~>"),
  ])
  func `patterned arguments are in force while they sound`(text: String, same: String) throws {
    try expect(text, playsAs: same)
  }

  @Test(arguments: [
    ("a(<9 3>,8)", "<a(8,8) a(3,8)>"),
    ("a(<-9 3>,8)", "<a(-8,8) a(3,8)>"),
    ("a(3,<0 8>)", "<a a(3,8)>"),
    ("a(3,<-4 8>)", "<a a(3,8)>"),
    ("a(5,[3 3])", "a(3,3)"),
  ])
  func `patterned arguments out of range are brought into it`(text: String, same: String) throws {
    try expect(text, playsAs: same)
  }

  @Test(arguments: [
    ("a(9,8)", NotationError.Fault.tooManyOnsets(9, slots: 8), 3),
    ("a(-9,8)", .tooManyOnsets(9, slots: 8), 3),
    ("a( 9,8)", .tooManyOnsets(9, slots: 8), 4),
    ("a(3, 0)", .noSlots, 6),
    ("a(3, 0.5)", .notWhole("0.5"), 6),
    ("a(3,0)", .noSlots, 5),
    ("a(3,-8)", .noSlots, 5),
    ("a(0,0)", .noSlots, 5),
    ("a(2.5,8)", .notWhole("2.5"), 3),
    ("a(3,8.5)", .notWhole("8.5"), 5),
    ("a(3,8,0.5)", .notWhole("0.5"), 7),
    ("a(b,8)", .notANumber("("), 3),
    ("a(3,b)", .notANumber("("), 5),
    ("a(3,8,<0 b>)", .notANumber("("), 7),
    ("a(3 5,8)", .unexpected("5"), 5),
    ("a(3)", .unexpected(")"), 4),
    ("a(3,8,2,1)", .unexpected(","), 8),
    ("a(,8)", .nothingHere, 3),
    ("a(3,)", .nothingHere, 5),
    ("a()", .nothingHere, 3),
    ("a(3,8,,)", .nothingHere, 7),
    ("a(3,8", .unclosed("("), 2),
    ("a(3", .unclosed("("), 2),
    ("a(", .unclosed("("), 2),
  ])
  func `constant arguments out of range are refused`(
    text: String, fault: NotationError.Fault, column: Int
  ) {
    expect(text, isRefusedFor: fault, column: column)
  }
}
