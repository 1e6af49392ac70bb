import Foundation
import Testing

@Suite struct ShowTests {
  private let folder = Folder()

  @Test func `above the rows stands what it is and where it comes from`() throws {
    try folder.writePattern(
      "lopsided", metre: "5/8 (2+3)", grid: "1/8",
      rows: "kick | X.xg- |\ntek | x.... |\ntek.evidence B\ntek.shift +8ms")
    let outcome = try Jorga.run(["show", "lopsided.pattern"], in: folder)
    #expect(
      outcome.output == """
        Lopsided · Сынақ
        region    here
        metre     5/8 (2+3)
        tempo     100-120 BPM
        feel      straight
        evidence  C: a reconstruction, not a tradition
                  B for tek: recalled from a named work or common practice, not opened
                  again
        source    a test
        tags      test

                     1     2
        kick       ┃ X · │ x g · ┃
        tek      B ┃ x · │ · · · ┃

        X accent, x stroke, g ghost note
        tek: 8 ms late

        """)
  }

  @Test(arguments: ["bd(3,8), hh*8", "nawakht"])
  func `a plain picture is ASCII`(name: String) throws {
    let outcome = try Jorga.run(["show", name, "--ascii"], in: folder)
    #expect(outcome.output.unicodeScalars.filter { !$0.isASCII } == [])
  }

  @Test(arguments: [
    (
      ["bd(3,8), hh*8"],
      """
                 1         2         3         4
      kick     | x . . . ' . . x . : . . . . ' x . . . |
      hat      | x . x . ' x . x . : x . x . ' x . x . |
      """
    ),
    (
      ["bd(3,7)", "--metre", "7/8"],
      """
                 1         2         3
      kick     | x . . . : x . . . : x . . . . . |
      """
    ),
    (
      ["<bd sd> cp", "--metre", "2/4"],
      """
      bar      1                   2
                 1         2         1         2
      kick     | x . . . ' . . . . | . . . . ' . . . . |
      clap     | . . . . ' x . . . | . . . . ' x . . . |
      snare    | . . . . ' . . . . | x . . . ' . . . . |
      """
    ),
    (
      ["c4 e4", "--metre", "3/4"],
      """
                 1         2         3
      melody   | x-------'---- x---'-------- |

      melody: keys c4 e4
      """
    ),
    (
      ["bd hh cp", "--metre", "2/4"],
      """
                 1       2
      kick     | x . . ' . . . |
      hat      | . . x ' . . . |
      clap     | . . . ' . x . |
      """
    ),
  ])
  func `a mini-notation is drawn without a head`(arguments: [String], grid: String) throws {
    let outcome = try Jorga.run(["show", "--ascii"] + arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output == grid + "\n")
  }

  @Test func `of silence the bar is drawn`() throws {
    let outcome = try Jorga.run(["show", "~", "--necklace", "--metre", "3/8"], in: folder)
    #expect(outcome.output == "           1\nnothing sounds\n")
  }

  @Test func `some voices alone are shown`() throws {
    let outcome = try Jorga.run(
      ["show", "samba-batucada", "--voice", "ganza", "--voice", "open-surdo"], in: folder)
    #expect(
      outcome.output.hasSuffix(
        """

        bar          1                   2
                       1         2         1         2
        open-surdo   ┃ · · · · ┊ X · · · ┃ · · · · ┊ X · · · ┃
        ganza      B ┃ X g g x ┊ X g g x ┃ X g g x ┊ X g g x ┃

        X accent, x stroke, g ghost note

        """))
    let wrong = try Jorga.run(["show", "samba-batucada", "--voice", "ganzo"], in: folder)
    #expect(wrong.status == 66)
    #expect(wrong.errors == "error: no voice is called 'ganzo'\ndid you mean 'ganza'?\n")
  }

  @Test(arguments: [(41, 3), (61, 2), (120, 1)])
  func `bars stand beside each other as far as the window goes`(
    columns: Int, blocks: Int
  ) throws {
    try folder.writePattern(
      "three", metre: "2/4", grid: "1/16", rows: "kick | x....... | x....... | x....... |")
    let outcome = try Jorga.run(
      ["show", "three.pattern", "--ascii"], in: folder, environment: ["COLUMNS": "\(columns)"])
    let rows = outcome.output.split(separator: "\n").filter { $0.hasPrefix("kick") }
    #expect(rows.count == blocks)
    #expect(rows.allSatisfy { $0.count <= columns })
  }

  @Test func `a file has no colours`() throws {
    let outcome = try Jorga.run(["show", "break-amen-4bar"], in: folder)
    #expect(!outcome.output.contains("\u{1B}"))
  }
}

extension String {
  /// The text without blanks at the ends of its lines.
  var withoutTrailingBlanks: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) }
      return String(line[..<(end ?? line.startIndex)])
    }
    .joined(separator: "\n")
  }
}
