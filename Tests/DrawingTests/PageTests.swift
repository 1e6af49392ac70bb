import Music
import Notation
import TestSupport
import Testing

@testable import Drawing

@Suite struct PageTests {
  /// Law: no line of a page is wider than asked for, of one rhythm of the library or of two.
  @Test(arguments: Array(stride(from: 0, to: Repository.patternFiles.count, by: 5)), [60, 80, 140])
  func `no line is wider than the page`(index: Int, columns: Int) throws {
    let files = Repository.patternFiles
    let subject = try subject(files[index])
    let other = try self.subject(files[(index * 7 + 3) % files.count])
    for isPlain in [false, true] {
      let style = Page.Style(
        columns: columns, inking: Inking(isPlain: isPlain, isColoured: false), hasNecklace: true)
      for subjects in [[subject], [subject, other]] {
        let text = try Page(subjects, style: style).text()
        for line in text.split(separator: "\n") {
          #expect(String(line).columns <= columns, "\(line)")
        }
        #expect(!isPlain || text.allSatisfy { $0.isASCII })
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      }
    }
  }

  @Test func `two rhythms stand beside each other where both fit, else below each other`() throws {
    let subjects = try [
      "x.x. | ", "xx.. | ",
    ].map { row in
      Picture.Subject(
        try Rhythm.written("4/4", grid: "1/4", "kick | \(row)"), isFromFile: false)
    }
    let inking = Inking(isPlain: true, isColoured: false)
    let wide = try Page(subjects, style: Page.Style(columns: 64, inking: inking)).text()
    let narrow = try Page(subjects, style: Page.Style(columns: 63, inking: inking)).text()
    #expect(
      wide == """
        A: Test                           B: Test
                   1 2   3 4                         1 2   3 4
        kick     | x . : x . |            kick     | x x : . . |

        """)
    #expect(
      narrow == """
        A: Test
                   1 2   3 4
        kick     | x . : x . |
        B: Test
                   1 2   3 4
        kick     | x x : . . |

        """)
  }

  private func subject(_ path: String) throws -> Picture.Subject {
    Picture.Subject(
      try Rhythm(parsing: Repository.text(of: path), name: path), isFromFile: true)
  }
}
