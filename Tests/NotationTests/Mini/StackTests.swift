import Testing

@Suite struct StackTests {
  @Test(arguments: [
    ("a, b c", "a 0 1, b 0 1/2, c 1/2 1"),
    ("[a, b c]", "a 0 1, b 0 1/2, c 1/2 1"),
    ("[a, b c] d", "a 0 1/2, b 0 1/4, c 1/4 1/2, d 1/2 1"),
    ("a b, c d e", "a 0 1/2, c 0 1/3, d 1/3 2/3, b 1/2 1, e 2/3 1"),
    ("b, a, b", "b 0 1, a 0 1, b 0 1"),
    ("[a, [b, c]]", "a 0 1, b 0 1, c 0 1"),
    ("~, a", "a 0 1"),
  ])
  func `parts of a stack fill the same cycle`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("<a b c>", "a 0 1 | b 1 2 | c 2 3 | a 3 4"),
    ("<a@3 b>", "a 0 3 | ~ | ~ | b 3 4 | a 4 7"),
    ("<a!2 b>", "a 0 1 | a 1 2 | b 2 3 | a 3 4"),
    ("<a _ b>", "a 0 2 | ~ | b 2 3 | a 3 5"),
    ("<a b@1.5>", "a 0 1 | b 1 5/2 | a 5/2 7/2 | b 7/2 5 | ~ | a 5 6"),
    ("<a [b c]>", "a 0 1 | b 1 3/2, c 3/2 2 | a 2 3"),
    ("<a <b c>>", "a 0 1 | b 1 2 | a 2 3 | c 3 4 | a 4 5 | b 5 6"),
    ("<a <b <c d>>>", "a 0 1 | b 1 2 | a 2 3 | c 3 4 | a 4 5 | b 5 6 | a 6 7 | d 7 8"),
    ("<a@3>", "a 0 3 | ~ | ~ | a 3 6"),
    ("<a ~ b>", "a 0 1 | ~ | b 2 3"),
    ("<a b, c d e>", "a 0 1, c 0 1 | b 1 2, d 1 2 | a 2 3, e 2 3 | b 3 4, c 3 4"),
    ("x <y z>/3", "x 0 1/2, y 1/2 2 | x 1 3/2 | x 2 5/2 | x 3 7/2, z 7/2 5"),
    ("x <y z>", "x 0 1/2, y 1/2 1 | x 1 3/2, z 3/2 2"),
  ])
  func `an alternation plays one step a cycle`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("{a b c}", "a 0 1/3, b 1/3 2/3, c 2/3 1"),
    (
      "{a b, c d e}",
      "a 0 1/2, c 0 1/2, b 1/2 1, d 1/2 1 | a 1 3/2, e 1 3/2, b 3/2 2, c 3/2 2"
        + " | a 2 5/2, d 2 5/2, b 5/2 3, e 5/2 3"
    ),
    ("{a@3 b, c}%4", "a 0 3/4, c 0 1/4, c 1/4 1/2, c 1/2 3/4, b 3/4 1, c 3/4 1"),
    (
      "{a b c}%4",
      "a 0 1/4, b 1/4 1/2, c 1/2 3/4, a 3/4 1 | b 1 5/4, c 5/4 3/2, a 3/2 7/4, b 7/4 2"
    ),
    ("{a b@3}%4", "a 0 1/4, b 1/4 1 | a 1 5/4, b 5/4 2"),
    (
      "{a b c}%2.5",
      "a 0 2/5, b 2/5 4/5, c 4/5 6/5 | a 6/5 8/5, b 8/5 2 | c 2 12/5, a 12/5 14/5, b 14/5 16/5"
    ),
    (
      "{a b c}%<4 8>",
      "a 0 1/4, b 1/4 1/2, c 1/2 3/4, a 3/4 1 | c 1 9/8, a 9/8 5/4, b 5/4 11/8, c 11/8 3/2, "
        + "a 3/2 13/8, b 13/8 7/4, c 7/4 15/8, a 15/8 2"
    ),
    (
      "{a b c}%[4 8]",
      "a 0 1/4, b 1/4 1/2, b 1/2 5/8, c 5/8 3/4, a 3/4 7/8, b 7/8 1"
    ),
    ("{a b c}/2", "a 0 2/3, b 2/3 4/3 | c 4/3 2"),
    (
      "{a b c}*2",
      "a 0 1/6, b 1/6 1/3, c 1/3 1/2, a 1/2 2/3, b 2/3 5/6, c 5/6 1"
    ),
    ("{a b, c}", "a 0 1/2, c 0 1/2, b 1/2 1, c 1/2 1"),
  ])
  func `the rows of a polymetre step at one rate`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("{a b c}%{4}", "{a b c}%4"),
    ("{a b c}%[4]", "{a b c}%4"),
    ("{a b c}%{4 8}", "{a b c}%[4 8]"),
    ("{a b c}%<4>*2", "[{a b c}%4]*2"),
    ("{a b c}", "a b c"),
    ("^a b, c", "a b, c"),
    ("^ a b", "a b"),
    ("[^a b] <^c d>", "[a b] <c d>"),
  ])
  func `brackets and parameters nest freely`(text: String, same: String) throws {
    try expect(text, playsAs: same)
  }

  @Test func `alternations in a fast bracket go on with it`() throws {
    try expect(
      "[<a b> <c d e>]*2",
      plays: "a 0 1/4, c 1/4 1/2, b 1/2 3/4, d 3/4 1"
        + " | a 1 5/4, e 5/4 3/2, b 3/2 7/4, c 7/4 2"
        + " | a 2 9/4, d 9/4 5/2, b 5/2 11/4, e 11/4 3")
  }
}
