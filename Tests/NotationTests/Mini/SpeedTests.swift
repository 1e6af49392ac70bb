import Testing

@Suite struct SpeedTests {
  @Test(arguments: [
    ("a*2 b", "a 0 1/4, a 1/4 1/2, b 1/2 1"),
    ("<a b>*2", "a 0 1/2, b 1/2 1 | a 1 3/2, b 3/2 2"),
    ("<a b c>*2", "a 0 1/2, b 1/2 1 | c 1 3/2, a 3/2 2"),
    ("a*1.5", "a 0 2/3, a 2/3 4/3 | a 4/3 2 | a 2 8/3, a 8/3 10/3"),
    ("[a b]*1", "a 0 1/2, b 1/2 1"),
    ("[a*2]*[2]", "a 0 1/4, a 1/4 1/2, a 1/2 3/4, a 3/4 1"),
  ])
  func `faster packs more into a step`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("a/2", "a 0 2 | ~ | a 2 4 | ~"),
    ("a/3 b", "a 0 3/2, b 1/2 1 | b 3/2 2 | b 5/2 3 | a 3 9/2, b 7/2 4"),
    ("[a b c]/2", "a 0 2/3, b 2/3 4/3 | c 4/3 2 | a 2 8/3, b 8/3 10/3"),
    ("a/0.5", "a 0 1/2, a 1/2 1"),
  ])
  func `slower reaches over cycles`(text: String, events: String) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    "a*0", "a*-1", "a/-1", "a*~", "a/~", "a*<0>", "a/<0>", "a*[-1 0]", "{a b}%0", "{a b}%-2",
  ])
  func `without speed nothing sounds`(text: String) throws {
    try expect(text, plays: "~ | ~")
  }

  @Test(arguments: [
    ("a*[2 3]", "a 0 1/2, a 2/3 1 | a 1 3/2, a 5/3 2"),
    ("a*<2 3>", "a 0 1/2, a 1/2 1 | a 1 4/3, a 4/3 5/3, a 5/3 2"),
    ("a/<1 2>", "a 0 1 | ~ | a 2 3 | ~"),
    ("a*<0 2>", "~ | a 1 3/2, a 3/2 2"),
    ("a/<0 1>", "~ | a 1 2"),
    ("a*<-1 1>", "~ | a 1 2"),
    ("a*[2, 3]", "a 0 1/2, a 0 1/3, a 1/3 2/3, a 1/2 1, a 2/3 1"),
    ("a*[~ 4]", "a 1/2 3/4, a 3/4 1"),
    ("a*<2 3>/2", "a 0 1 | a 1 2 | a 2 8/3, a 8/3 10/3 | a 10/3 4"),
  ])
  func `a patterned speed is in force while its number sounds`(
    text: String, events: String
  ) throws {
    try expect(text, plays: events)
  }

  @Test(arguments: [
    ("a*2*3", "a*6"),
    ("a*1/2", "[a*1]/2"),
    ("a*2/4", "a/2"),
    ("a*<1 2>/2", "[a*<1 2>]/2"),
    ("bd:3*2", "[bd:3]*2"),
    ("a*1e1", "a*10"),
    ("<a b>*2!2", "[<a b>*2]!2"),
    ("<a b>!2*2", "[<a b>!2]*2"),
    ("<a b>!2/2", "[<a b>!2]/2"),
    ("<a b>!2(3,8)", "[<a b>!2](3,8)"),
    ("a@3*2 b", "[a*2]@3 b"),
    ("a*2@3 b", "[a*2]@3 b"),
  ])
  func `operators apply from left to right`(text: String, same: String) throws {
    try expect(text, playsAs: same)
  }
}
