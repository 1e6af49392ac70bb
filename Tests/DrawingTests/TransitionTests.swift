import Music
import Notation
import TestSupport
import Testing

@testable import Drawing

@Suite struct TransitionTests {
  /// Worked by hand: the kick stays, the first hat moves, the clap takes a hat over, a hat goes, and
  /// a snare comes, softly.
  private func transition() throws -> Transition {
    let first = try Rhythm.written("2/4", grid: "1/8", "kick | X... |\nhat | .xxx |")
    let second = try Rhythm.written(
      "2/4", grid: "1/8",
      "kick | X... |\nhat | x... |\nclap | ..x. |\nsnare | .x.. |\nsnare.velocity x=40")
    func spot(_ voice: Voice, _ eighth: Int) -> Transition.Spot {
      Transition.Spot(voice, Fraction(eighth, 2))
    }
    return Transition(
      between: Picture.Subject(first, title: "One", isFromFile: true),
      and: Picture.Subject(second, title: "Two", isFromFile: false),
      stages: [
        Transition.Stage(label: "A 0%", rhythm: first),
        Transition.Stage(label: "B 100%", rhythm: second),
      ],
      links: [
        [
          Transition.Link(from: spot("kick", 0), to: spot("kick", 0)),
          Transition.Link(from: spot("hat", 1), to: spot("hat", 0)),
          Transition.Link(from: spot("hat", 2), to: spot("clap", 2)),
        ]
      ])
  }

  @Test func `each note stands to the stage before in a way of its own`() throws {
    let courses = try transition().courses
    #expect(courses[0][Transition.Spot("kick", 0)] == .kept)
    #expect(courses[0][Transition.Spot("hat", Fraction(1, 2))] == .stays)
    let expected: [Transition.Spot: Transition.Course] = [
      Transition.Spot("kick", 0): .kept, Transition.Spot("hat", 0): .moves(isLater: false),
      Transition.Spot("clap", 1): .turns, Transition.Spot("snare", Fraction(1, 2)): .comes,
      Transition.Spot("hat", Fraction(3, 2)): .goes,
    ]
    #expect(courses[1] == expected)
  }

  /// A note that goes over the bar line moves the shorter way.
  @Test(arguments: [(0, 3, false), (3, 0, true), (0, 1, true), (1, 0, false)])
  func `a note moves the shorter way round`(from: Int, to: Int, isLater: Bool) throws {
    let rhythms = try [from, to].map { place in
      let row = (0..<4).map { $0 == place ? "x" : "." }.joined()
      return try Rhythm.written("2/4", grid: "1/8", "kick | \(row) |")
    }
    let spots = [from, to].map { Transition.Spot("kick", Fraction($0, 2)) }
    let transition = Transition(
      between: Picture.Subject(rhythms[0], isFromFile: false),
      and: Picture.Subject(rhythms[1], isFromFile: false),
      stages: rhythms.map { Transition.Stage(label: "", rhythm: $0) },
      links: [[Transition.Link(from: spots[0], to: spots[1])]])
    #expect(transition.courses[1] == [spots[1]: .moves(isLater: isLater)])
  }

  @Test func `the grids stand below each other with a sign for each change`() throws {
    let style = Page.Style(columns: 40, inking: Inking(isPlain: true, isColoured: false))
    #expect(
      try TransitionPage(transition(), style: style).text() == """
        A: One
                  2/4
                  evidence C: a reconstruction,
                  not a tradition
                  source a test
        B: Two
                  2/4

        both       = =   =
        A 0%       1     2
        kick     |=X . ' . . |
        hat      | . x ' x x |
        clap     |     '     |
        snare    |     '     |
        B 100%     1     2
        kick     |=X . ' . . |
        hat      |<x . ' . _ |
        clap     | . . '~x . |
        snare    | .+x ' . . |

        = stays all the way, + comes, < has
        moved here from the right, ~ is taken
        over from another voice, _ has gone

        X accent, x stroke

        """)
  }

  @Test func `changes have colours where there are colours`() throws {
    let style = Page.Style(columns: 40, inking: Inking(isPlain: true, isColoured: true))
    let text = try TransitionPage(transition(), style: style).text()
    #expect(text.contains("\u{1B}[0;32m+x"))
    #expect(text.contains("\u{1B}[0;33m<x"))
    #expect(text.contains("\u{1B}[0;31m_"))
  }

  /// Law: no line is wider than the page; every onset and nothing else is a letter of a row.
  @Test(arguments: 0..<12 as Range<UInt64>, [20, 60, 140])
  func `any way is drawn in any width`(seed: UInt64, columns: Int) throws {
    let transition = try Self.random(seed: seed)
    let style = Page.Style(columns: columns, inking: Inking(isPlain: true, isColoured: false))
    guard let text = try? TransitionPage(transition, style: style).text() else { return }
    for line in text.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
    #expect(text.allSatisfy { $0.isASCII })
    let rows = text.split(separator: "\n").filter { $0.hasSuffix("|") || $0.hasSuffix(":") }
    let letters = Set(Stroke.allCases.map(\.rawValue))
    let drawn = rows.map { row in
      row.drop { $0 != "|" && $0 != ":" }.count { letters.contains($0) }
    }
    let notes = transition.stages.flatMap(\.rhythm.parts).map(\.notes.count)
    #expect(drawn.reduce(0, +) == notes.reduce(0, +))
  }

  /// Law: every note of every stage is a bead, all lies on the paper, and the same way gives the
  /// same bytes.
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `a poster of any way`(seed: UInt64) throws {
    let transition = try Self.random(seed: seed)
    let poster = TransitionPoster(transition, caption: "a test")
    guard let svg = try? poster.svg() else { return }
    let sheet = try #require(Sheet(svg))
    #expect(svg.hasPrefix(Poster.beginning))
    #expect(try poster.svg() == svg)
    #expect(sheet.strangers == [])
    #expect(!svg.contains("nan") && !svg.contains("inf"))
    let beads = transition.stages.flatMap(\.rhythm.parts).map {
      (Palette(of: $0.voice).rawValue, $0.notes.count)
    }
    #expect(
      sheet.beads == Dictionary(beads, uniquingKeysWith: +).filter { $0.value > 0 })
  }

  @Test func `a soft note is drawn soft`() throws {
    let svg = try TransitionPoster(transition(), caption: "").svg()
    #expect(svg.ranges(of: "<path fill-opacity=\"0.43\"").count == 1)
  }

  @Test func `names are told as they are, and cut where they are long`() throws {
    var transition = try transition()
    var rhythm = transition.ends.first.rhythm
    rhythm.origin.name = "<b>&\"" + String(repeating: "long ", count: 400)
    transition = Transition(
      between: Picture.Subject(rhythm, isFromFile: true), and: transition.ends.second,
      stages: transition.stages, links: transition.links)
    let sheet = try #require(Sheet(try TransitionPoster(transition, caption: "").svg()))
    #expect(sheet.title.hasPrefix("<b>&\"long long"))
    #expect(sheet.title.count < 140)
    #expect(sheet.strangers == [])
  }

  @Test func `what never sounds is drawn all the same`() throws {
    let empty = try Rhythm.written("4/4", grid: "1/4", "kick | .... |")
    let subject = Picture.Subject(empty, isFromFile: false)
    let stage = Transition.Stage(label: "50%", rhythm: empty)
    let transition = Transition(
      between: subject, and: subject, stages: [stage, stage], links: [[]])
    let sheet = try #require(Sheet(try TransitionPoster(transition, caption: "").svg()))
    #expect(sheet.strangers == [])
    let style = Page.Style(columns: 60, inking: Inking(isPlain: true, isColoured: false))
    #expect(try TransitionPage(transition, style: style).text().contains("nothing sounds"))
  }

  /// A rhythm of any bars, in three more stages with some of its notes; those of neighbours go on.
  private static func random(seed: UInt64) throws -> Transition {
    let rhythm = try Rhythm.uneven(seed: seed)
    var random = SplitMix64(seed: seed)
    let stages = try (0..<4).map { index in
      let parts = rhythm.parts.map { part in
        part.playing(part.notes.filter { _ in index == 0 || Bool.random(using: &random) })
      }
      return Transition.Stage(
        label: "\(index)",
        rhythm: try Rhythm(
          origin: rhythm.origin, bars: rhythm.bars, grid: rhythm.grid, tempo: rhythm.tempo,
          parts: parts))
    }
    let spots = stages.map { stage in
      stage.rhythm.parts.flatMap { part in
        part.notes.map { Transition.Spot(part.voice, $0.onset) }
      }
    }
    let links = zip(spots, spots.dropFirst()).map { left, right in
      Set(left).intersection(right).map { Transition.Link(from: $0, to: $0) }
        .sorted { ($0.from.voice, $0.from.onset) < ($1.from.voice, $1.from.onset) }
    }
    let subject = Picture.Subject(rhythm, isFromFile: true)
    return Transition(between: subject, and: subject, stages: stages, links: links)
  }
}
