import Foundation
import Testing

@Suite struct ShowTests {
  private let folder = Folder()

  @Test(arguments: [
    (
      "nawakht",
      """
                  1       2     3     1       2     3
      dum      | X . . : X . : . . | X . . : X . : . . |
      tek      | . . X : . . : X X | . . X : . . : X X |

      X accent
      """
    ),
    (
      "korogly-7-223",
      """
                  1         2         3
      dombyra  | D . d u : d . u . : d . d . d . |

      D accented down-stroke, d down-stroke, u up-stroke
      """
    ),
    (
      "break-amen-4bar",
      """
                   1         2         3         4
      kick      | X . x . : . . . . : . . x X : . . . . |
      snare     | . . . . : X . . g : . g . . : X . . x |
      ride      | x . x . : x . x . : x . x . : x . x . |
      crash     | . . . . : . . . . : . . . . : . . . . |
      pedal-hat | g . . . : g . . . : g . . . : g . . . |

                   1         2         3         4
      kick      | X . x . : . . . . : . . x X : . . . . |
      snare     | . . . . : X . . g : . g . . : X . . x |
      ride      | x . x . : x . x . : x . x . : x . x . |
      crash     | . . . . : . . . . : . . . . : . . . . |
      pedal-hat | g . . . : g . . . : g . . . : g . . . |

                   1         2         3         4
      kick      | X . x . : . . . . : . . x . : . . . . |
      snare     | . . . . : X . . g : . g . . : . . X . |
      ride      | x . x . : x . x . : x . x . : x . x . |
      crash     | . . . . : . . . . : . . . . : . . . . |
      pedal-hat | g . . . : g . . . : g . . . : g . . . |

                   1         2         3         4
      kick      | . . x X : . . . . : . . x . : . . . . |
      snare     | . x . . : X . . g : . g . . : . . X . |
      ride      | x . x . : x . x . : x . . . : x . x . |
      crash     | . . . . : . . . . : . . X . : . . . . |
      pedal-hat | g . . . : g . . . : g . . . : g . . . |

      X accent, x stroke, g ghost note
      """
    ),
  ])
  func `a rhythm of the library is drawn as rows`(name: String, grid: String) throws {
    let outcome = try Jorga.run(["show", name, "--ascii"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.withoutTrailingBlanks.hasSuffix("\n\n\(grid)\n"))
  }

  @Test func `above the rows stands what it is and where it comes from`() throws {
    try folder.writePattern("lopsided", metre: "5/8 (2+3)", grid: "1/8", rows: "kick | X.xg- |")
    let outcome = try Jorga.run(["show", "lopsided.pattern"], in: folder)
    #expect(
      outcome.output.withoutTrailingBlanks == """
        Lopsided · Сынақ
        here · 5/8 (2+3) · 100-120 BPM
        evidence C: a reconstruction, not a tradition
        source a test

                    1     2
        kick     │ X · ┊ x g · │

        X accent, x stroke, g ghost note

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
      kick     | x . . . : . . x . : . . . . : x . . . |
      hat      | x . x . : x . x . : x . x . : x . x . |
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
                  1         2         1         2
      kick     | x . . . : . . . . | . . . . : . . . . |
      clap     | . . . . : x . . . | . . . . : x . . . |
      snare    | . . . . : . . . . | x . . . : . . . . |
      """
    ),
    (
      ["c4 e4", "--metre", "3/4"],
      """
                  1         2         3
      melody   | x . . . : . . x . : . . . . |
      """
    ),
    (
      ["bd hh cp", "--metre", "2/4"],
      """
                  1                         2
      kick     | x . . . . . . . . . . . : . . . . . . . . . . . . |
      hat      | . . . . . . . . x . . . : . . . . . . . . . . . . |
      clap     | . . . . . . . . . . . . : . . . . x . . . . . . . |
      """
    ),
  ])
  func `a mini-notation is drawn without a head`(arguments: [String], grid: String) throws {
    let outcome = try Jorga.run(["show", "--ascii"] + arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.withoutTrailingBlanks == grid + "\n")
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

  @Test func `the JSON of a rhythm, word for word`() throws {
    try folder.writePattern("short", metre: "2/4", rows: "kick | X- |\ntek | .x |")
    let outcome = try Jorga.run(["show", "short.pattern", "--json"], in: folder)
    #expect(
      outcome.output == """
        {
          "evidence" : "C",
          "id" : "short",
          "metres" : [
            "2/4"
          ],
          "name" : "Short",
          "native" : "Сынақ",
          "note" : "",
          "region" : "here",
          "source" : "a test",
          "tags" : [
            "test"
          ],
          "tempo" : "100-120",
          "voices" : [
            {
              "notes" : [
                {
                  "length" : "2/1",
                  "onset" : "0/1",
                  "stroke" : "X",
                  "velocity" : 115
                }
              ],
              "voice" : "kick"
            },
            {
              "notes" : [
                {
                  "length" : "1/1",
                  "onset" : "1/1",
                  "stroke" : "x",
                  "velocity" : 90
                }
              ],
              "voice" : "tek"
            }
          ]
        }

        """)
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
