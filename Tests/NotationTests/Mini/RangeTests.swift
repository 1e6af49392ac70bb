import Testing

@testable import Notation

@Suite struct RangeTests {
  @Test(arguments: [
    ("0 .. 3", "0 0 1/4, 1 1/4 1/2, 2 1/2 3/4, 3 3/4 1"),
    ("0..3", "0 0 1/4, 1 1/4 1/2, 2 1/2 3/4, 3 3/4 1"),
    ("0 ..3", "0 0 1/4, 1 1/4 1/2, 2 1/2 3/4, 3 3/4 1"),
    ("3 .. 0", "3 0 1/4, 2 1/4 1/2, 1 1/2 3/4, 0 3/4 1"),
    ("2 .. 2", "2 0 1"),
    ("-1 .. 1", "-1 0 1/3, 0 1/3 2/3, 1 2/3 1"),
    ("-1..1", "-1 0 1/3, 0 1/3 2/3, 1 2/3 1"),
    ("1 .. -1", "1 0 1/3, 0 1/3 2/3, -1 2/3 1"),
    ("0 .. 1.5", "0 0 1/2, 1 1/2 1"),
    ("1.5..3", "1.5 0 1/2, 2.5 1/2 1"),
    ("1 2 .. 4", "1 0 1/2, 2 1/2 2/3, 3 2/3 5/6, 4 5/6 1"),
    ("1 2..4 5", "1 0 1/3, 2 1/3 4/9, 3 4/9 5/9, 4 5/9 2/3, 5 2/3 1"),
    ("0 .. 1@2 5", "0 0 1/3, 1 1/3 2/3, 5 2/3 1"),
  ])
  func `a range fills its one step with whole distances`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    (
      "0 .. <2 4>",
      "0 0 1/3, 1 1/3 2/3, 2 2/3 1 | 0 1 6/5, 1 6/5 7/5, 2 7/5 8/5, 3 8/5 9/5, 4 9/5 2"
    ),
    ("<0 1> .. 2", "0 0 1/3, 1 1/3 2/3, 2 2/3 1 | 1 1 3/2, 2 3/2 2"),
    (
      "[0 1] .. 3",
      "0 0 1/8, 1 1/8 1/4, 2 1/4 3/8, 3 3/8 1/2, 1 1/2 2/3, 2 2/3 5/6, 3 5/6 1"
    ),
    ("0 .. 1*2", "0 0 1/4, 1 1/4 1/2, 0 1/2 3/4, 1 3/4 1"),
    ("0 .. 1 .. 2", "0 0 1/6, 1 1/6 1/3, 2 1/3 1/2, 1 1/2 3/4, 2 3/4 1"),
  ])
  func `each event on the left has a whole range`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: ["a .. c", "0 .. c", "a .. 3", "0 .. ~", "~ .. 3", "a:1 .. 3"])
  func `a range without two numbers is silent`(text: String) throws {
    try expect(text, plays: "~ | ~")
  }

  @Test(arguments: [
    ("0 ..", NotationError.Fault.nothingAfter(".."), 3),
    ("0..", .nothingAfter(".."), 2),
    ("[0 ..] 1", .nothingAfter(".."), 4),
    ("0 .. .", .nothingAfter(".."), 3),
    (".. 3", .nothingBefore("."), 1),
  ])
  func `a range needs two ends`(text: String, fault: NotationError.Fault, column: Int) {
    expect(text, isRefusedFor: fault, column: column)
  }
}
