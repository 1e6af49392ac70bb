import Music
import Notation
import Scores
import Testing

/// What a piece is called, and where its sections are marked.
@Suite struct HeadTests {
  @Test func `a piece without a title is called as its file`() throws {
    let shelf = Shelf(library: try Library(folders: []))
    for (name, title) in [("sets/a b.jorga", "a b"), ("a", "a"), ("x/.jorga", ""), ("-", "-")] {
      let song = try Song(SourceText(name: name, "a: s(\"bd\")"), on: shelf)
      #expect(song.title == title)
    }
  }

  @Test func `a pickup has no marker of its own`() throws {
    let text = """
      pickup(1)
      a: s("bd*4")
      section("one", 2, [a])
      section("two", 1, [a])
      """
    let shelf = Shelf(library: try Library(folders: []))
    let song = try Song(SourceText(name: "a", text), on: shelf)
    let whole = try song.timeline().markers
    #expect(whole.map(\.content) == ["one", "two"])
    #expect(whole.map(\.time) == [1, 9])
    let rest = try song.timeline(bars: 2..<4).markers
    #expect(rest.map(\.content) == ["one", "two"])
    #expect(rest.map(\.time) == [0, 4])
  }
}
