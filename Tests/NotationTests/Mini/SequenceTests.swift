import Testing

@Suite struct SequenceTests {
  @Test(arguments: [
    ("a", "a 0 1 | a 1 2"),
    ("a b c", "a 0 1/3, b 1/3 2/3, c 2/3 1 | a 1 4/3, b 4/3 5/3, c 5/3 2"),
    ("a [b c]", "a 0 1/2, b 1/2 3/4, c 3/4 1"),
    ("[[a b]]", "a 0 1/2, b 1/2 1"),
    ("[a [b [c d]]] e", "a 0 1/4, b 1/4 3/8, c 3/8 7/16, d 7/16 1/2, e 1/2 1"),
  ])
  func `steps share their cycle, and a bracket is one step`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("a@3 b", "a 0 3/4, b 3/4 1"),
    ("a@1.5 b", "a 0 3/5, b 3/5 1"),
    ("a@1e1 b", "a 0 10/11, b 10/11 1"),
    ("a@1e+0 b", "a 0 1/2, b 1/2 1"),
    ("a@10e-1 b", "a 0 1/2, b 1/2 1"),
    ("a@ b", "a 0 2/3, b 2/3 1"),
    ("a _ b", "a 0 2/3, b 2/3 1"),
    ("a @ b", "a 0 2/3, b 2/3 1"),
    ("a _2 b", "a 0 2/3, b 2/3 1"),
    ("a _ _ b", "a 0 3/4, b 3/4 1"),
    ("a@3 _ b", "a 0 4/5, b 4/5 1"),
    ("a@2@2 b", "a 0 3/4, b 3/4 1"),
    ("[a b]@3 c", "a 0 3/8, b 3/8 3/4, c 3/4 1"),
    ("a@3", "a 0 1 | a 1 2"),
  ])
  func `a weight is a share of the cycle`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("a!3 b", "a 0 1/4, a 1/4 1/2, a 1/2 3/4, b 3/4 1"),
    ("a! b", "a 0 1/3, a 1/3 2/3, b 2/3 1"),
    ("a ! ! b", "a 0 1/4, a 1/4 1/2, a 1/2 3/4, b 3/4 1"),
    ("a!! b", "a 0 1/4, a 1/4 1/2, a 1/2 3/4, b 3/4 1"),
    ("a!2!3 b", "a 0 1/5, a 1/5 2/5, a 2/5 3/5, a 3/5 4/5, b 4/5 1"),
    ("a!1 b", "a 0 1/2, b 1/2 1"),
    ("<a b>!2", "a 0 1/2, a 1/2 1 | b 1 3/2, b 3/2 2 | a 2 5/2, a 5/2 3"),
    ("a/2!2", "a 0 1, a 1/2 3/2 | ~ | a 2 3, a 5/2 7/2"),
    ("a!1.5 b", "a 0 2/5, a 2/5 4/5, b 3/5 1 | a 6/5 8/5, b 8/5 2"),
  ])
  func `a copy is a step of its own and plays the same cycle`(
    text: String, events: String
  ) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("a@3!2 b", "a 0 1/3, a 1/3 2/3, b 2/3 1"),
    ("a!2@3 b", "a 0 2/5, a 2/5 4/5, b 4/5 1"),
  ])
  func `copies replace a weight, and a weight adds to copies`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("a . b c", "a 0 1/2, b 1/2 3/4, c 3/4 1"),
    ("a b . c . d e", "a 0 1/6, b 1/6 1/3, c 1/3 2/3, d 2/3 5/6, e 5/6 1"),
    ("a@3 b . c d", "a 0 3/8, b 3/8 1/2, c 1/2 3/4, d 3/4 1"),
    ("[a . b c] d", "a 0 1/4, b 1/4 3/8, c 3/8 1/2, d 1/2 1"),
    ("<a . b c>", "a 0 1 | b 1 3/2, c 3/2 2 | a 2 3"),
    ("{a . b c}", "a 0 1/2, b 1/2 3/4, c 3/4 1"),
    ("{a . b c . d}%2", "a 0 1/2, b 1/2 3/4, c 3/4 1 | d 1 3/2, a 3/2 2"),
  ])
  func `each run between dots is one step`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("~", "~"),
    ("-", "~"),
    ("[]", "~"),
    ("[ ]", "~"),
    ("a ~ b", "a 0 1/3, b 2/3 1"),
    ("a - b", "a 0 1/3, b 2/3 1"),
    ("a []", "a 0 1/2"),
    ("a ~*3 b", "a 0 1/3, b 2/3 1"),
    ("~@3 a", "a 3/4 1"),
    ("~!3 a", "a 3/4 1"),
    ("~ _ _ a", "a 3/4 1"),
  ])
  func `a rest takes its time`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("a@0 b", "b 0 1"),
    ("a!0 b", "b 0 1"),
    ("a@0", "~"),
    ("a!0", "~"),
    ("<a@0 b c>", "b 0 1 | c 1 2"),
    ("<a@0>", "~ | ~"),
    ("a@0 . b", "b 1/2 1"),
    ("a@0, b", "b 0 1"),
    ("a@0 _ b", "a 0 1/2, b 1/2 1"),
  ])
  func `a step without time is gone`(text: String, events: String) throws {
    try expect(text, plays: events)
  }
}
