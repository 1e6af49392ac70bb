import Music
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    ("c4", 60), ("C4", 60), ("c#4", 61), ("cs4", 61), ("db4", 61), ("df4", 61), ("eb3", 51),
    ("Eb3", 51),
    ("g#5", 80), ("a4", 69), ("ab4", 68), ("as4", 70), ("b4", 71), ("bb4", 70), ("bf4", 70),
    ("f4", 65),
    ("ff4", 64), ("fb4", 64), ("e#4", 65), ("b#3", 60), ("cb4", 59), ("c##4", 62), ("bbb4", 69),
    ("c#b4", 60), ("c-1", 0), ("b#-2", 0), ("g9", 127), ("c0", 12), ("d2", 38),
  ])
  func `a note name is a key`(name: String, number: Int) {
    #expect(Key(name: name)?.number == number)
  }

  @Test(arguments: [
    "", "c", "4", "h4", "c+4", "c 4", " c4", "c4 ", "#4", "cc4", "c4.5", "c10", "g#9", "cb-1",
    "c-2",
    "c--1", "c99", "c100", "c٤", "do4", "x", "60",
  ])
  func `anything else is no key`(name: String) {
    #expect(Key(name: name) == nil)
  }

  /// Law: every key reads back from its name.
  @Test(arguments: Key.numbers)
  func `a printed key reads back the same`(number: Int) throws {
    let key = try #require(Key(number))
    #expect(Key(name: key.description) == key)
  }

  @Test func `a key is one of 128`() {
    #expect(Key(-1) == nil && Key(128) == nil && Key(.min) == nil && Key(.max) == nil)
    #expect(Key(60)?.description == "c4")
    #expect(Key(clamping: -1).number == 0 && Key(clamping: 60) == Key(60))
    #expect(Key(clamping: .max).number == 127)
    #expect(Key(63)?.description == "eb4")
    #expect((0...127).compactMap { Key($0) }.sorted().map(\.number) == Array(0...127))
  }
}
