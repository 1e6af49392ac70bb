import Music
import Testing

@testable import Notation

@Suite struct ScoreReaderTests {
  @Test(arguments: [
    // A statement runs on inside brackets and before a line that begins with a dot.
    ("a: s(\n  \"bd\",\n)\n  .fast(2)\n\n  // and\n  .rev()", "a: s(\"bd\").fast(2).rev()"),
    ("let x =\n  s(\"bd\") // drums", "let x = s(\"bd\")"),
    ("a: stack(\n  x, // one\n  y\n)", "a: stack(x, y)"),
    // Numbers in their three ways of writing.
    ("f(.5, 007, -1, 54%, 1/8, -3/4, 50.0%)", "f(0.5, 7, -1, 54%, 1/8, -3/4, 50%)"),
    // Names may have hyphens; functions take what follows.
    ("a: x.rename(low-tom: \"bd\")", "a: x.rename(low-tom: \"bd\")"),
    ("a: x.every(4, y => y.rev().fast(2))", "a: x.every(4, y => y.rev().fast(2))"),
    // Texts over several lines, and with quotation marks.
    ("a: s(`bd\nsd`)", "a: s(`bd\nsd`)"),
    ("title(\"say \\\"jo\\\"\")", "title(\"say \\\"jo\\\"\")"),
    ("\u{FEFF}", nil), ("a: x.rev(\u{0B}\u{05BD})", nil), ("", ""), ("// only a remark", ""),
  ])
  func `what is written is read`(text: String, printed: String?) throws {
    guard let printed else {
      #expect(throws: NotationError.self) { try Score(parsing: text) }
      return
    }
    let score = try Score(parsing: text)
    #expect(score.description.trimmed == printed)
  }

  @Test(arguments: [
    (
      "a: s(\"bd\"",
      """
      score:1:5: error: this '(' is not closed
      a: s("bd"
          ^
      write ')' where it ends
      """
    ),
    (
      "a: s('bd')",
      """
      score:1:6: error: a text cannot begin with a single quotation mark
      a: s('bd')
           ^
      write " instead of '
      """
    ),
    (
      "a: s(\"bd\");",
      """
      score:1:11: error: a statement ends with its line, without ';'
      a: s("bd");
                ^
      take the ';' away
      """
    ),
    (
      "let = 4",
      """
      score:1:5: error: a name is missing here
      let = 4
          ^
      write a name of letters and digits
      """
    ),
    (
      "a: f(1/0)",
      """
      score:1:6: error: nothing can be divided by zero
      a: f(1/0)
           ^
      write a number above zero below the line
      """
    ),
    (
      "a: f(x y)",
      """
      score:1:8: error: a ',' is missing here
      a: f(x y)
             ^
      write ',', or take away what follows
      """
    ),
    (
      "a: \"bd",
      """
      score:1:4: error: this '"' is not closed
      a: "bd
         ^
      write '"' where it ends
      """
    ),
  ])
  func `a fault is told with its place and its remedy`(text: String, report: String) {
    #expect(throws: NotationError.self) { try Score(parsing: text) }
    let (_, faults) = Score.read(SourceText(name: "score", text))
    #expect(faults.first?.description == report)
  }

  @Test(arguments: [
    String(repeating: "[", count: 10_000), String(repeating: "f(", count: 10_000),
    "a: x" + String(repeating: ".rev()", count: 10_000),
    "a: " + String(repeating: "x => ", count: 10_000) + "x",
    String(repeating: "(", count: 10_000),
  ])
  func `what is nested too deep is refused`(text: String) {
    let (_, faults) = Score.read(SourceText(name: "score", text))
    #expect(faults.first?.fault == .tooDeep(limit: Bounds.nesting))
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
