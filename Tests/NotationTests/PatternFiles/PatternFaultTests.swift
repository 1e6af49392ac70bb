import Music
import Testing

@testable import Notation

@Suite struct PatternFaultTests {
  private static let inHead: [(String, String, NotationError.Fault)] = [
    ("metre", "4", .badMetre("4")),
    ("metre", "four", .badMetre("four")),
    ("metre", "4/5", .badMetre("4/5")),
    ("metre", "0/4", .badMetre("0/4")),
    ("metre", "65/4", .badMetre("65/4")),
    ("metre", "4/4/4", .badMetre("4/4/4")),
    ("metre", "-4/4", .badMetre("-4/4")),
    ("metre", "7/8 (2+2+2)", .badMetre("7/8 (2+2+2)")),
    ("metre", "7/8 ()", .badMetre("7/8 ()")),
    ("metre", "7/8 (7", .badMetre("7/8 (7")),
    ("metre", "7/8 (4+3+0)", .badMetre("7/8 (4+3+0)")),
    ("metre", "7/8 (9223372036854775807+1)", .badMetre("7/8 (9223372036854775807+1)")),
    ("metre", "99999999999999999999/4", .badMetre("99999999999999999999/4")),
    ("metre", ",", .badMetre(",")),
    ("grid", "16", .badNoteValue("16")),
    ("grid", "0/16", .badNoteValue("0/16")),
    ("grid", "1/0", .badNoteValue("1/0")),
    ("grid", "-1/16", .badNoteValue("-1/16")),
    ("grid", "1/1000001", .badNoteValue("1/1000001")),
    ("grid", "3/16", .badNoteValue("3/16")),
    ("grid", "1/1000000", .tooManySteps(limit: Bounds.rowSteps)),
    ("tempo", "fast", .badTempo("fast")),
    ("tempo", "0", .badTempo("0")),
    ("tempo", "3", .tempoOutOfRange("3")),
    ("tempo", "1/8=7-100", .tempoOutOfRange("1/8=7-100")),
    ("tempo", "1000", .badTempo("1000")),
    ("tempo", "-5", .badTempo("-5")),
    ("tempo", "126-118", .badTempo("126-118")),
    ("tempo", "100-110-120", .badTempo("100-110-120")),
    ("tempo", "100-", .badTempo("100-")),
    ("tempo", "99.5", .badTempo("99.5")),
    ("tempo", "1/8=1/4=90", .badTempo("1/8=1/4=90")),
    ("tempo", "=96", .badTempo("=96")),
    ("tempo", "96=", .badTempo("96=")),
    ("tempo", "8=96", .badTempo("8=96")),
    ("feel", "shuffled", .badFeel("shuffled")),
    ("feel", "straight 50%", .badFeel("straight 50%", nearest: "straight")),
    ("evidence", "D", .badEvidence("D")),
    ("evidence", "a", .badEvidence("a")),
    ("evidence", "A B", .badEvidence("A B")),
  ]

  @Test(arguments: inHead)
  func `a value in the head is wrong where it stands`(
    key: String, value: String, fault: NotationError.Fault
  ) {
    let text = Draft([key: value]).text
    expect(text, isRefusedFor: fault, at: "\(key) ", column: 11)
  }

  @Test(arguments: [
    ("swing 54", NotationError.Fault.badFeel("54"), 17),
    ("swing 24%", .badFeel("24%"), 17),
    ("swing 76%", .badFeel("76%"), 17),
    ("swing 60-50%", .badFeel("60-50%"), 17),
    ("swing 54% 1/8 1/8", .badFeel("54% 1/8 1/8"), 17),
    ("swing 54% 8", .badNoteValue("8"), 21),
  ])
  func `a swing is wrong where it stands`(
    feel: String, fault: NotationError.Fault, column: Int
  ) {
    expect(Draft(["feel": feel]).text, isRefusedFor: fault, at: "feel ", column: column)
  }

  @Test(arguments: ["name", "metre", "grid", "tempo", "evidence", "source"])
  func `a file needs each of these keys`(key: String) {
    expect(Draft([key: ""]).text, isRefusedFor: .missingKey(key), at: "kick ", column: 1)
  }

  private static let lines: [(String, NotationError.Fault, Int)] = [
    ("name      Test", .keyTwice("name"), 1),
    ("native", .emptyValue("native"), 1),
    ("  tags   ", .emptyValue("tags"), 3),
    ("tmepo 100", .unknownKey("tmepo", nearest: "tempo"), 1),
    ("author    me", .unknownKey("author", nearest: nil), 1),
    ("hello", .notALine("hello"), 1),
  ]

  @Test(arguments: lines)
  func `a line of the head says one thing once`(
    line: String, fault: NotationError.Fault, column: Int
  ) {
    expect(line + "\n" + Draft().text, isRefusedFor: fault, at: line, column: column)
  }

  private static let rows: [(String, NotationError.Fault, Int, Int)] = [
    ("| x....... |", .missingVoice, 0, 1),
    ("\"x*8\"", .missingVoice, 0, 1),
    ("ki+ck | x....... |", .badVoice("ki+ck"), 0, 1),
    ("kick! | x....... |", .badVoice("kick!"), 0, 1),
    ("kick | x....... |\nkick | x....... |", .voiceTwice("kick"), 1, 1),
    ("kick | x...... |", .barLength(7, expected: 8), 0, 8),
    ("kick | x........ |", .barLength(9, expected: 8), 0, 8),
    ("kick | x....... |  x.. |", .barLength(3, expected: 8), 0, 20),
    ("kick | x.......", .unclosedBar, 0, 16),
    ("kick | x....... | x.......", .unclosedBar, 0, 27),
    ("kick |", .unclosedBar, 0, 7),
    ("kick | | x....... |", .emptyBar, 0, 8),
    ("kick ||", .emptyBar, 0, 7),
    ("kick | x......z |", .unknownStep("z"), 0, 15),
    ("kick | x......X\u{301} |", .unknownStep("X\u{301}"), 0, 15),
    ("kick | -....... |", .nothingToHold, 0, 8),
    ("kick | x..-.... |", .nothingToHold, 0, 11),
    ("kick | x....... |\nhat | x....... | x....... |", .barCount(2, expected: 1), 1, 18),
    (
      "kick | x....... |\nhat | x....... | x....... | x....... |", .barCount(3, expected: 1), 1, 18
    ),
    ("kick | x....... | ........ |\nhat | x....... |", .barCount(1, expected: 2), 1, 5),
    ("kick \"x*8", .unclosed("\""), 0, 6),
    ("kick \"", .unclosed("\""), 0, 6),
    ("kick \"x*8\" x", .unexpected("x"), 0, 12),
    ("kick \"\"", .nothingHere, 0, 7),
    ("kick \"x [x\"", .unclosed("["), 0, 9),
    ("kick \"x bd\"", .unknownStep("bd"), 0, 9),
    ("kick \"x 1\"", .unknownStep("1"), 0, 9),
    ("kick \"x x:1\"", .unknownStep("x:1"), 0, 9),
    ("kick \"x, x\"", .strokesTogether, 0, 6),
    ("kick \"x*1e9\"", .tooManySteps(limit: Bounds.stepsPerCycle), 0, 8),
    ("kick | x....... |\nhello there", .notALine("hello there"), 1, 1),
    ("kick | x....... |\nhat.velocity 100", .propertyWithoutRow("hat"), 1, 1),
    ("kick.velocity 100\nkick | x....... |", .propertyWithoutRow("kick"), 0, 1),
    ("kick | x....... |\nkick.volume 9", .unknownProperty("volume", nearest: nil), 1, 1),
    ("kick | x....... |\nkick.shfit 9", .unknownProperty("shfit", nearest: "shift"), 1, 1),
    ("kick | x....... |\nkick.velocity", .emptyValue("kick.velocity"), 1, 1),
    ("kick | x....... |\nkick.key c4\nkick.key c4", .propertyTwice("kick.key"), 2, 1),
    ("kick | x....... |\nkick.velocity 0", .badVelocity("0"), 1, 15),
    ("kick | x....... |\nkick.velocity 128", .badVelocity("128"), 1, 15),
    ("kick | x....... |\nkick.velocity loud", .badVelocity("loud"), 1, 15),
    ("kick | x....... |\nkick.velocity x=0", .badVelocity("0"), 1, 17),
    ("kick | x....... |\nkick.velocity x=9 q=9", .badVelocity("q=9"), 1, 19),
    ("kick | x....... |\nkick.velocity x=", .badVelocity("x="), 1, 15),
    ("kick | x....... |\nkick.velocity x==9", .badVelocity("x==9"), 1, 15),
    ("kick | x...x... |\nkick.velocity 90 91 92", .valueCount(3, expected: 2), 1, 15),
    ("kick | x....... |\nkick.length 0/4", .badNoteValue("0/4"), 1, 13),
    ("kick | x....... |\nkick.length 2", .badNoteValue("2"), 1, 13),
    ("kick | x...x... |\nkick.length 1/4 1/8 1/8", .valueCount(3, expected: 2), 1, 13),
    ("kick | x....... |\nkick.shift 8ms", .badShift("8ms"), 1, 12),
    ("kick | x....... |\nkick.shift +8", .badShift("+8"), 1, 12),
    ("kick | x....... |\nkick.shift +8ms-1/96", .badShift("+8ms-1/96"), 1, 12),
    ("kick | x....... |\nkick.shift +1/2+1/2", .badShift("+1/2+1/2"), 1, 12),
    ("kick | x....... |\nkick.shift +2/1", .badShift("+2/1"), 1, 12),
    ("kick | x....... |\nkick.shift +0.0001ms", .badShift("+0.0001ms"), 1, 12),
    ("kick | x....... |\nkick.shift +10000ms", .badShift("+10000ms"), 1, 12),
    ("kick | x....... |\nkick.shift +-8ms", .badShift("+-8ms"), 1, 12),
    ("kick | x....... |\nkick.shift --8ms", .badShift("--8ms"), 1, 12),
    ("kick | x....... |\nkick.feel swing 80%", .badFeel("80%"), 1, 17),
    ("kick | x....... |\nkick.key h2", .badKey("h2"), 1, 10),
    ("kick | x....... |\nkick.key c", .badKey("c"), 1, 10),
    ("kick | x....... |\nkick.key c4 d4", .valueCount(2, expected: 1), 1, 10),
  ]

  @Test(arguments: rows)
  func `a row is wrong where it stands`(
    rows: String, fault: NotationError.Fault, line: Int, column: Int
  ) {
    let row = String(rows.split(separator: "\n")[line])
    expect(
      Draft(rows: rows).text, isRefusedFor: fault, at: row, line: Draft.firstRow + line,
      column: column)
  }

  @Test func `the rows have the bars of the head`() {
    expect(
      Draft(["metre": "4/4, 3/4"]).text, isRefusedFor: .barCount(1, expected: 2), at: "kick ",
      column: 11)
    expect(Draft(rows: "").text, isRefusedFor: .noRows, at: "", line: 10, column: 1)
    expect("", isRefusedFor: .emptyFile, at: "", line: 1, column: 1)
    expect("# nothing\n", isRefusedFor: .emptyFile, at: "#", line: 1, column: 1)
  }

  @Test(arguments: [("7/8", "1/4"), ("3/16", "1/8"), ("4/4, 5/16", "1/12")])
  func `a bar is a whole number of steps`(metre: String, grid: String) {
    expect(
      Draft(["metre": metre, "grid": grid], rows: "kick \"x\"").text,
      isRefusedFor: .gridDoesNotFit, at: "grid ", column: 11)
  }

  @Test(arguments: [("4/4,", "4/4,", 11), ("4/4,,3/4", "4/4,,3/4", 11), ("4/4, 3/5", "3/5", 16)])
  func `each metre of a chain is wrong where it stands`(
    chain: String, metre: String, column: Int
  ) {
    expect(
      Draft(["metre": chain]).text, isRefusedFor: .badMetre(metre), at: "metre ", column: column)
  }

  @Test func `a rhythm has at most 256 voices`() throws {
    let rows = (1...Bounds.rhythmVoices).map { "voice\($0) | x....... |" }
    let text = Draft(rows: rows.joined(separator: "\n")).text
    #expect(try Rhythm(parsing: text, name: "x").parts.count == Bounds.rhythmVoices)
    expect(
      Draft(rows: (rows + ["more | x....... |"]).joined(separator: "\n")).text,
      isRefusedFor: .tooManyVoices(limit: Bounds.rhythmVoices), at: "more ", column: 1)
  }

  @Test func `a rhythm has at most 65536 notes`() {
    let rows = ["kick", "snare"].map { "\($0) \"x*40000\"" }.joined(separator: "\n")
    expect(
      Draft(rows: rows).text, isRefusedFor: .tooManyNotes(limit: Bounds.rowSteps), at: "snare ",
      column: 1)
    expect(
      Draft(["metre": "4/4, 4/4"], rows: "kick \"x*40000\"").text, isRefusedFor: .tooMuch,
      at: "kick ", column: 6)
  }

  @Test func `a rhythm has at most 1024 bars`() throws {
    let row = "kick |" + String(repeating: "x.......|", count: Bounds.rhythmBars)
    #expect(try Rhythm(parsing: Draft(rows: row).text, name: "x").bars.count == 1024)
    expect(
      Draft(rows: row + "x.......|").text,
      isRefusedFor: .tooManyBars(limit: Bounds.rhythmBars), at: "kick ", column: 6)
  }

  @Test func `a file has at most a million characters`() {
    let text = Draft().text + String(repeating: "#", count: Bounds.fileBytes)
    let error = #expect(throws: NotationError.self) { try Rhythm(parsing: text, name: "x") }
    #expect(error?.fault == .tooLong(limit: Bounds.fileBytes))
  }

  @Test func `a fault is printed with its line and a remedy`() {
    let text = Draft(rows: "kick      | x...o... |\nkick.shfit +8ms").text
    let error = #expect(throws: NotationError.self) {
      try Rhythm(parsing: text, name: "son.pattern")
    }
    #expect(
      error?.description == """
        son.pattern:10:1: error: a row has no 'shfit'
        kick.shfit +8ms
        ^
        did you mean 'shift'?
        """)
  }

  private func expect(
    _ text: String, isRefusedFor fault: NotationError.Fault, at beginning: String,
    line: Int? = nil, column: Int, location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: NotationError.self, sourceLocation: location) {
      try Rhythm(parsing: text, name: "test.pattern")
    }
    guard let error else { return }
    #expect(error.fault == fault, sourceLocation: location)
    #expect(error.line.text.hasPrefix(beginning), sourceLocation: location)
    #expect(error.line.number == line ?? error.line.number, sourceLocation: location)
    #expect(error.column == column, sourceLocation: location)
  }
}
