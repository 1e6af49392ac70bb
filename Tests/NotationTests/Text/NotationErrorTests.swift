import Music
import Testing

@testable import Notation

@Suite struct NotationErrorTests {
  private static let mini: [(String, String)] = [
    (
      "bd hh (3,8",
      """
      mini-notation:1:7: error: this '(' is not closed
      bd hh (3,8
            ^
      write ')' where it ends
      """
    ),
    (
      "bd [hh sn",
      """
      mini-notation:1:4: error: this '[' is not closed
      bd [hh sn
         ^
      write ']' where it ends
      """
    ),
    (
      "bd hh> sn",
      """
      mini-notation:1:6: error: this '>' closes nothing
      bd hh> sn
           ^
      take '>' away, or open it before
      """
    ),
    (
      "bd, hh | sn",
      """
      mini-notation:1:8: error: ',' and '|' stand side by side
      bd, hh | sn
             ^
      put one of the two kinds into brackets of its own
      """
    ),
    (
      "<bd | sn>",
      """
      mini-notation:1:5: error: '|' cannot stand in '< >' or '{ }'
      <bd | sn>
          ^
      put it into brackets: '<[a | b]>'
      """
    ),
    (
      "bd\n  *2\n  [sn (",
      """
      mini-notation:3:7: error: this '(' is not closed
        [sn (
            ^
      write ')' where it ends
      """
    ),
    (
      "bd *",
      """
      mini-notation:1:4: error: '*' has nothing after it
      bd *
         ^
      write a number, a step or a bracket behind '*'
      """
    ),
    (
      "*2 bd",
      """
      mini-notation:1:1: error: '*' has nothing before it
      *2 bd
      ^
      write a step before '*', or take it away
      """
    ),
    (
      "bd@3 *2",
      """
      mini-notation:1:5: error: a blank stands before '*'
      bd@3 *2
          ^
      write '*' without a blank before it
      """
    ),
    (
      "bd%4",
      """
      mini-notation:1:3: error: '%' has no meaning here
      bd%4
        ^
      write '%' right behind a '}', as in '{a b c}%4'
      """
    ),
    (
      "bd; sn",
      """
      mini-notation:1:3: error: ';' has no meaning here
      bd; sn
        ^
      write names, numbers, '~' for a rest, or one of [ ] < > { } ( )
      """
    ),
    (
      "bd(9,8)",
      """
      mini-notation:1:4: error: 9 onsets do not fit in 8 steps
      bd(9,8)
         ^
      write 8 or fewer
      """
    ),
    (
      "bd(3,0)",
      """
      mini-notation:1:6: error: a Euclidean rhythm needs at least one step
      bd(3,0)
           ^
      write a whole number above zero, such as 8 in 'bd(3,8)'
      """
    ),
    (
      "bd(2.5,8)",
      """
      mini-notation:1:4: error: '2.5' is not a whole number
      bd(2.5,8)
         ^
      write a number without a fraction
      """
    ),
    (
      "bd*fast",
      """
      mini-notation:1:3: error: '*' needs numbers
      bd*fast
        ^
      write a number or a pattern of numbers for '*'
      """
    ),
    (
      "bd?7",
      """
      mini-notation:1:3: error: a probability is from 0 to 1
      bd?7
        ^
      write a number such as '?0.3'
      """
    ),
    (
      "bd*99999999999999999999",
      """
      mini-notation:1:4: error: the number 99999999999999999999 is too large or too fine
      bd*99999999999999999999
         ^
      use fewer digits
      """
    ),
    (
      "bd*1e9",
      """
      mini-notation:1:3: error: this makes more than 65536 steps in one cycle
      bd*1e9
        ^
      make it smaller
      """
    ),
    (
      "",
      """
      mini-notation:1:1: error: there is nothing here

      ^
      write a step, such as 'bd', or '~' for a rest
      """
    ),
    (
      "bd\u{1B}[31m",
      """
      mini-notation:1:3: error: '·' has no meaning here
      bd·[31m
        ^
      write names, numbers, '~' for a rest, or one of [ ] < > { } ( )
      """
    ),
  ]

  @Test(arguments: mini)
  func `a fault says where it is and what to do`(text: String, printed: String) {
    let error = #expect(throws: NotationError.self) { try Pattern(parsing: text) }
    #expect(error?.description == printed)
  }

  @Test(arguments: [
    "\u{07}", "\u{08}", "\u{1B}[2J", "\u{7F}", "\u{9B}31m", "\u{200B}", "\u{202E}", "\u{2066}",
    "\u{FEFF}", "\u{E000}", "a\u{200D}", "\r\u{1B}",
  ])
  func `what would steer a terminal is not printed`(character: String) throws {
    let error = #expect(throws: NotationError.self) {
      try Pattern(parsing: "bd ;\(character); \(character)")
    }
    let printed = try #require(error?.description)
    let steering = printed.unicodeScalars.filter { scalar in
      scalar != "\n"
        && (scalar.properties.generalCategory == .control
          || scalar.properties.generalCategory == .format
          || scalar.properties.generalCategory == .privateUse)
    }
    #expect(steering.isEmpty)
  }

  @Test func `a file's name does not steer a terminal either`() {
    let error = NotationError(.nothingHere, at: 0, of: SourceText(name: "a\u{1B}[2J", "x"))
    #expect(error.description.hasPrefix("a·[2J:1:1: error: "))
  }

  @Test func `a tab stays above the mark`() {
    let error = NotationError(.nothingHere, at: 3, of: SourceText(name: "x", "a\tb;c"))
    #expect(error.description.contains("\na\tb;c\n \t ^\n"))
  }

  @Test func `a long line is cut on both sides of the fault`() {
    let text = String(repeating: "a ", count: 100) + ";" + String(repeating: " b", count: 100)
    let error = NotationError(.unexpected(";"), at: 200, of: SourceText(name: "x", text))
    let lines = error.description.split(separator: "\n")
    #expect(lines[0] == "x:1:201: error: ';' has no meaning here")
    #expect(
      lines[1] == String(repeating: "a ", count: 30) + ";" + String(repeating: " b", count: 29)
        + " ")
    #expect(lines[2] == String(repeating: " ", count: 60) + "^")
  }

  @Test func `a long word is shortened`() {
    let text = String(repeating: "x", count: 1000)
    let error = NotationError(.noSound(text), at: 0, of: SourceText(name: "x", text))
    let excerpt = String(repeating: "x", count: 40)
    #expect(error.fault.message == "'\(excerpt)…' is no sound")
    #expect(error.description.count < 250)
  }

  @Test(arguments: [
    (0, 1, 1, "ab"), (1, 1, 2, "ab"), (2, 1, 3, "ab"), (3, 2, 1, "cd"), (6, 3, 1, ""),
    (7, 4, 1, "e"),
    (8, 4, 2, "e"), (99, 4, 2, "e"),
  ])
  func `a place is a line and a column from 1`(
    offset: Int, number: Int, column: Int, line: String
  ) {
    let error = NotationError(.nothingHere, at: offset, of: SourceText(name: "x", "ab\r\ncd\n\ne"))
    #expect(error.line == SourceLine(file: "x", number: number, text: line))
    #expect(error.column == column)
  }

  private static let faults: [NotationError.Fault] = [
    .nothingHere, .unexpected("x"), .unclosed("["), .notOpened("]"), .mixedSeparators(",", "|"),
    .separatorNotHere("|"), .nothingBefore("*"), .nothingAfter("*"), .blankBefore("*"),
    .notANumber("*"), .notWhole("2.5"), .badNumber("1e99"), .weightNotAbove, .copiesBelowZero,
    .notAProbability, .slowedByZero, .noSlots, .tooManyOnsets(9, slots: 8), .noSound("x"),
    .noInstrument("x", nearest: nil), .noInstrument("x", nearest: "y"), .tooLong(limit: 9),
    .tooDeep(limit: 9), .tooManySteps(limit: 9), .tooManyBars(limit: 9), .tooManyVoices(limit: 9),
    .tooManyNotes(limit: 9), .tempoOutOfRange("x"), .timeTooFine, .tooMuch,
    .notText, .emptyFile, .notALine("x"), .unknownKey("x", nearest: nil),
    .unknownKey("x", nearest: "y"),
    .keyTwice("x"), .missingKey("x"), .emptyValue("x"), .badMetre("x"), .badNoteValue("x"),
    .badTempo("x"), .badFeel("x"), .badEvidence("x"), .missingVoice, .badVoice("x"),
    .voiceTwice("x"), .noRows, .unclosedBar, .emptyBar, .barLength(1, expected: 2),
    .barCount(1, expected: 2), .gridDoesNotFit, .unknownStep("x"), .nothingToHold, .strokesTogether,
    .propertyWithoutRow("x"), .propertyTwice("x"), .unknownProperty("x", nearest: nil),
    .unknownProperty("x", nearest: "y"), .badVelocity("x"), .badShift("x"), .badKey("x"),
    .valueCount(1, expected: 2),
  ]

  @Test(arguments: faults)
  func `every fault has a message and an advice`(fault: NotationError.Fault) {
    #expect(!fault.message.isEmpty && !fault.advice.isEmpty)
    #expect(fault.message.first?.isUppercase == false && fault.advice.first?.isUppercase == false)
    #expect(!fault.message.hasSuffix(".") && !fault.advice.hasSuffix("."))
  }

  @Test func `what cannot be evaluated is said of the whole text`() {
    let error = NotationError(.tooMuch, in: SourceText(name: "x", "bd*8"))
    #expect(
      error.description == """
        x:1:1: error: this makes too many notes, or takes too many steps to find them
        bd*8
        ^
        ask for fewer bars, or write fewer steps
        """)
  }
}
