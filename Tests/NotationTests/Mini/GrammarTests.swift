import Music
import Testing

@testable import Notation

@Suite struct GrammarTests {
  @Test(arguments: [
    ("a *2", "a*2"), ("a\t*2", "a*2"), ("a\n*2", "a*2"), ("a\r\n*2", "a*2"), ("a\u{A0}*2", "a*2"),
    ("a (3,8)", "a(3,8)"), ("a( 3 , 8 )", "a(3,8)"), ("a(3,8 , 2 )", "a(3,8,2)"),
    ("0 .. 3", "0..3"),
    ("[a b] *2", "[a b]*2"), ("<a b> *2", "<a b>*2"), ("{a b}%4 *2", "{a b}%4*2"), ("a /2", "a/2"),
    ("a ?0", "a?0"), ("a :3", "a:3"), ("a @3 b", "a@3 b"), ("a@3 @2 b", "a@3@2 b"),
    ("a@3 _ b", "a@4 b"), ("a@3 !2 b", "a@3!2 b"), ("a(3,8) !2", "a(3,8)!2"),
    ("a(3,8) @2 b", "a(3,8)@2 b"), ("a*2 *3", "a*2*3"), ("a:3 *2", "a:3*2"),
    ("0 .. 3 *2", "0 .. 3*2"),
    (" a ", "a"), ("[ a b ]", "[a b]"), ("< a b >", "<a b>"), ("{ a b , c }%4", "{a b, c}%4"),
    ("a\nb", "a b"), ("a,b", "a, b"), ("a ,b", "a, b"), ("[a]b", "a b"), ("[a][b]", "a b"),
    ("a[b]<c>{d}", "a [b] <c> {d}"), ("a@3b", "a@3 b"), ("a(3,8)b", "a(3,8) b"),
  ])
  func `blanks after an atom or a bracket mean nothing`(text: String, same: String) throws {
    #expect(try Pattern(parsing: text) == Pattern(parsing: same))
  }

  @Test(arguments: [
    ("a@3 *2", "*", 4), ("a@3 /2", "/", 4), ("a!3 ?", "?", 4), ("a@3 :2", ":", 4),
    ("0@3 .. 4", "..", 4), ("a@3 (3,8)", "(", 4), ("a(3,8) *2", "*", 7), ("a(3,8) ?", "?", 7),
    ("a(3,8) (3,8)", "(", 7), ("a?0.5 *2", "*", 6), ("a@3\t*2", "*", 4), ("a@3  *2", "*", 4),
    ("[a@3 *2]", "*", 5),
  ])
  func `a blank after a number or a round bracket ends the step`(
    text: String, symbol: String, column: Int
  ) {
    expect(text, isRefusedFor: .blankBefore(symbol), column: column)
  }

  @Test(arguments: [
    ("", NotationError.Fault.nothingHere, 1), ("   ", .nothingHere, 4), ("<>", .nothingHere, 2),
    ("{}", .nothingHere, 2), ("{}%4", .nothingHere, 2), ("a < > b", .nothingHere, 5),
    ("[a, ]", .nothingAfter(","), 5), ("^", .nothingHere, 2),
  ])
  func `an empty group is refused`(text: String, fault: NotationError.Fault, column: Int) {
    expect(text, isRefusedFor: fault, column: column)
  }

  @Test(arguments: [
    (",a", NotationError.Fault.nothingBefore(","), 1), ("a,", .nothingAfter(","), 3),
    ("a,,b", .nothingBefore(","), 3), ("|a", .nothingBefore("|"), 1), ("a|", .nothingAfter("|"), 3),
    ("[a|]", .nothingAfter("|"), 4), ("[,a]", .nothingBefore(","), 2),
    ("a .", .nothingAfter("."), 4),
    (". a", .nothingBefore("."), 1), ("a . . b", .nothingBefore("."), 5),
    ("<a,>", .nothingAfter(","), 4), ("{,a}", .nothingBefore(","), 2),
  ])
  func `a separator stands between two sequences`(
    text: String, fault: NotationError.Fault, column: Int
  ) {
    expect(text, isRefusedFor: fault, column: column)
  }

  @Test(arguments: [
    ("a, b | c", NotationError.Fault.mixedSeparators(",", "|"), 6),
    ("a | b, c", .mixedSeparators("|", ","), 6), ("a . b, c", .mixedSeparators(".", ","), 6),
    ("a, b . c", .mixedSeparators(",", "."), 6), ("[a | b . c]", .mixedSeparators("|", "."), 8),
    ("<a . b, c>", .mixedSeparators(".", ","), 7), ("<a | b>", .separatorNotHere("|"), 4),
    ("{a | b}%4", .separatorNotHere("|"), 4),
  ])
  func `a group has one kind of separator`(
    text: String, fault: NotationError.Fault, column: Int
  ) {
    expect(text, isRefusedFor: fault, column: column)
  }

  @Test(arguments: [
    ("*2", NotationError.Fault.nothingBefore("*"), 1), ("/2", .nothingBefore("/"), 1),
    ("!2", .nothingBefore("!"), 1), ("@2", .nothingBefore("@"), 1), ("?", .nothingBefore("?"), 1),
    (":2", .nothingBefore(":"), 1), ("(3,8)", .nothingBefore("("), 1),
    ("_ a", .nothingBefore("_"), 1),
    ("[*2]", .nothingBefore("*"), 2), ("a, *2", .nothingBefore("*"), 4),
    ("a*", .nothingAfter("*"), 2), ("a/", .nothingAfter("/"), 2), ("a:", .nothingAfter(":"), 2),
    ("a* b", .notANumber("*"), 2), ("[a*]", .nothingAfter("*"), 3), ("a*,b", .nothingAfter("*"), 2),
    ("{a}%", .nothingAfter("%"), 4), ("a:.", .nothingAfter(":"), 2), ("a:_", .nothingAfter(":"), 2),
    ("a**2", .nothingAfter("*"), 2),
  ])
  func `an operator stands between two operands`(
    text: String, fault: NotationError.Fault, column: Int
  ) {
    expect(text, isRefusedFor: fault, column: column)
  }

  @Test(arguments: [
    ("[a", NotationError.Fault.unclosed("["), 1), ("a <b", .unclosed("<"), 3),
    ("{a b", .unclosed("{"), 1), ("[a [b]", .unclosed("["), 1), ("[", .unclosed("["), 1),
    ("a [ ", .unclosed("["), 3), ("a]", .notOpened("]"), 2), ("]", .notOpened("]"), 1),
    ("a b>", .notOpened(">"), 4), ("a}", .notOpened("}"), 2), ("a)", .notOpened(")"), 2),
    ("[a>", .notOpened(">"), 3), ("<a]", .notOpened("]"), 3), ("[a)]", .notOpened(")"), 3),
  ])
  func `brackets stand in pairs`(text: String, fault: NotationError.Fault, column: Int) {
    expect(text, isRefusedFor: fault, column: column)
  }

  @Test(
    arguments: [
      ("a%4", "%", 2), ("[a b]%4", "%", 6), ("<a b>%4", "%", 6), ("{a b} %4", "%", 7),
      ("a \"b\"", "\"", 3),
      ("'a'", "'", 1), ("a;", ";", 2), ("a = b", "=", 3), ("a + b", "+", 3), ("1e+2", "+", 3),
      ("a $ b", "$", 3),
      ("a & b", "&", 3), ("a\\", "\\", 2), ("🥁", "🥁", 1), ("a ٣", "٣", 3), ("a\0", "\0", 2),
    ] as [(String, Character, Int)])
  func `a character without a meaning is refused`(
    text: String, character: Character, column: Int
  ) {
    expect(text, isRefusedFor: .unexpected(character), column: column)
  }

  @Test(arguments: [
    ("a@-1", NotationError.Fault.weightNotAbove, 2), ("a@2@-3", .weightNotAbove, 4),
    ("a!-1", .copiesBelowZero, 2), ("a*b", .notANumber("*"), 2), ("a/<2 b>", .notANumber("/"), 2),
    ("{a b}%c", .notANumber("%"), 7), ("a/0", .slowedByZero, 2), ("a/[0]", .slowedByZero, 2),
    ("a/0.0", .slowedByZero, 2),
  ])
  func `a number that makes no sense is refused`(
    text: String, fault: NotationError.Fault, column: Int
  ) {
    expect(text, isRefusedFor: fault, column: column)
  }

  @Test func `a fault is pointed at in its own line`() throws {
    let error = #expect(throws: NotationError.self) { try Pattern(parsing: "a b\n[c d\ne") }
    #expect(error?.line == SourceLine(file: "mini-notation", number: 2, text: "[c d"))
    #expect(error?.column == 1)
  }
}
