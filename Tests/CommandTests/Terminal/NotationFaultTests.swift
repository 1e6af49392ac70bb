import Testing

/// How a fault in a mini-notation reads in a terminal.
@Suite struct NotationFaultTests {
  private let folder = Folder()

  @Test(arguments: [
    ("bd(3,8", 3, "this '(' is not closed", "write ')' where it ends"),
    ("bd [hh sd", 4, "this '[' is not closed", "write ']' where it ends"),
    ("{a b", 1, "this '{' is not closed", "write '}' where it ends"),
    ("<a", 1, "this '<' is not closed", "write '>' where it ends"),
    ("hh*4 [bd(3,8", 9, "this '(' is not closed", "write ')' where it ends"),
    ("қобыз(", 6, "this '(' is not closed", "write ')' where it ends"),
    ("bd]", 3, "this ']' closes nothing", "take ']' away, or open it before"),
    ("bd )", 4, "this ')' closes nothing", "take ')' away, or open it before"),
    ("*2", 1, "'*' has nothing before it", "write a step before '*', or take it away"),
    ("bd, ,sd", 5, "',' has nothing before it", "write a step before ',', or take it away"),
    ("bd*", 3, "'*' has nothing after it", "write a number, a step or a bracket behind '*'"),
    ("0 ..", 3, "'..' has nothing after it", "write a number, a step or a bracket behind '..'"),
    ("bd:", 3, "':' has nothing after it", "write a number, a step or a bracket behind ':'"),
    ("<a b>/0", 6, "nothing can be slowed down by zero", "write a number above zero, such as '/2'"),
    ("bd@-1", 3, "this weight is below zero", "write a weight above zero, such as '@2'"),
    (
      "bd!-1", 3, "this number of copies is below zero",
      "write a number of copies above zero, such as '!2'"
    ),
    ("bd?2", 3, "a probability is from 0 to 1", "write a number such as '?0.3'"),
    ("bd(9,8)", 4, "9 onsets do not fit in 8 steps", "write 8 or fewer"),
    (
      "bd(3,0)", 6, "a Euclidean rhythm needs at least one step",
      "write a whole number above zero, such as 8 in 'bd(3,8)'"
    ),
    ("bd(1.5,8)", 4, "'1.5' is not a whole number", "write a number without a fraction"),
    (
      "bd*x", 3, "'*' needs numbers", "write a number or a pattern of numbers for '*'"
    ),
    (
      "a, b | c", 6, "',' and '|' stand side by side",
      "put one of the two kinds into brackets of its own"
    ),
    ("<a | b>", 4, "'|' cannot stand in '< >' or '{ }'", "put it into brackets: '<[a | b]>'"),
    ("bd%2", 3, "'%' has no meaning here", "write '%' right behind a '}', as in '{a b c}%4'"),
    (
      "bd;hh", 3, "';' has no meaning here",
      "write names, numbers, '~' for a rest, or one of [ ] < > { } ( )"
    ),
    ("", 1, "there is nothing here", "write a step, such as 'bd', or '~' for a rest"),
    ("  ", 3, "there is nothing here", "write a step, such as 'bd', or '~' for a rest"),
    ("bd*1e12", 3, "this makes more than 65536 steps in one cycle", "make it smaller"),
    ("bd!1e9", 3, "this makes more than 65536 steps in one cycle", "make it smaller"),
    ("0 .. 1e9", 3, "this makes more than 65536 steps in one cycle", "make it smaller"),
    ("[bd*1000]*1000", 10, "this makes more than 65536 steps in one cycle", "make it smaller"),
    ("bd@1e30", 4, "the number 1e30 is too large or too fine", "use fewer digits"),
    (
      "bd*99999999999999999999", 4, "the number 99999999999999999999 is too large or too fine",
      "use fewer digits"
    ),
  ])
  func `a fault is shown where it stands, with what to do`(
    text: String, column: Int, message: String, advice: String
  ) throws {
    let outcome = try Jorga.run(["show", "--", text], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.bytes.isEmpty)
    #expect(
      outcome.errors == """
        mini-notation:1:\(column): error: \(message)
        \(text)
        \(String(repeating: " ", count: column - 1))^
        \(advice)

        """)
  }

  @Test(arguments: [
    ("bd\n sd(", "2:4", " sd(", "   ^"), ("bd\r\nsd(", "2:3", "sd(", "  ^"),
    ("bd\n\n hh*4 ]", "3:7", " hh*4 ]", "      ^"), ("\tbd(", "1:4", "\tbd(", "\t  ^"),
  ])
  func `a fault is found in its line`(
    text: String, place: String, line: String, mark: String
  ) throws {
    let outcome = try Jorga.run(["show", text], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("mini-notation:\(place): error: "))
    #expect(outcome.errors.contains("\n\(line)\n\(mark)\n"))
  }

  @Test(arguments: [
    ("(", 10_000), ("[", 10_000), ("<", 10_000), ("{", 10_000), ("bd(", 10_000), ("bd*2", 20_000),
    ("bd ", 30_000), ("[bd]", 30_000), ("9", 60_000), ("bd*[", 10_000), ("a:", 30_000),
    ("a . ", 20_000), ("-", 70_000), ("bd", 40_000),
  ])
  func `a long text costs neither the stack nor a screen`(piece: String, copies: Int) throws {
    let text = String(repeating: piece, count: copies)
    let outcome = try Jorga.run(["show", "--", text], in: folder)
    #expect([65, 66].contains(outcome.status))
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.contains("error: "))
    #expect(outcome.errors.count < 500)
  }

  @Test(arguments: [
    ["render", "--pattern", "bd(", "-o", "x.mid"],
    ["render", "--pattern", "bd(", "-o", "x.pattern"],
    ["blend", "bd(", "sd"], ["blend", "sd", "bd("], ["check", "bd("],
    ["show", "bd(", "--events", "--json"], ["show", "bd(", "--json"],
  ])
  func `every verb says the same of a fault`(arguments: [String]) throws {
    let outcome = try Jorga.run(arguments, in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.bytes.isEmpty)
    #expect(
      outcome.errors == """
        mini-notation:1:3: error: this '(' is not closed
        bd(
          ^
        write ')' where it ends

        """)
    #expect(try folder.names == [])
  }
}
