import Foundation
import Music
import Notation
import TestSupport
import Testing

@testable import Drawing

@Suite struct NecklaceTests {
  private let inking = Inking(isPlain: false, isColoured: false)

  /// Law: against the mathematics of the system.
  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 12, 16, 21, 48, 126, 65_536])
  func `points lie on the circle where they should`(steps: Int) {
    for step in stride(from: 0, to: steps, by: max(1, steps / 97)) {
      let point = Point(at: Fraction(step, steps), radius: 3)
      let angle = 2 * Double.pi * Double(step) / Double(steps)
      #expect(abs(point.x - 3 * sin(angle)) < 1e-12)
      #expect(abs(point.y + 3 * cos(angle)) < 1e-12)
    }
  }

  /// Law: mirrored turns are mirrored points, to the last bit.
  @Test(arguments: 1...64)
  func `left and right, above and below are alike`(steps: Int) {
    for step in 0..<steps {
      let point = Point(at: Fraction(step, steps), radius: 10)
      let mirrored = Point(at: Fraction((steps - step) % steps, steps), radius: 10)
      #expect(point.x == -mirrored.x && point.y == mirrored.y)
      let opposite = Point(at: Fraction(2 * step + steps, 2 * steps), radius: 10)
      #expect(point.x == -opposite.x && point.y == -opposite.y)
    }
  }

  @Test func `the quarters of a turn are exact`() {
    let points = (0..<4).map { Point(at: Fraction($0, 4), radius: 5) }
    #expect(points.map(\.x) == [0, 5, 0, -5])
    #expect(points.map(\.y) == [-5, 0, 5, 0])
  }

  /// Law: the circles of a rhythm have each of its strokes once, but for bars alike in a row, which
  /// stand for all of them; or it is said why there are none.
  @Test(arguments: Repository.patternFiles, [60, 140])
  func `every stroke is on its ring`(path: String, columns: Int) throws {
    let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
    let picture = try Picture(of: [Picture.Subject(rhythm, isFromFile: true)])
    let panel = picture.panels[0]
    let lines = Necklaces(of: panel, columns: columns, inking).lines
    #expect(lines.allSatisfy { $0.columns <= columns })
    #expect(!lines.contains { $0.hasPrefix("no necklace") })
    let whole = Necklace(of: panel)
    let kinds = [
      [whole], whole.voices, Necklace.bars(of: panel),
      whole.voices.flatMap { Necklace.bars(of: $0.panel) },
    ]
    let counts = kinds.map { necklaces in
      necklaces.flatMap { $0.panel.rows.flatMap { $0.cells.compactMap(\.stroke) } }.count
    }
    let names = Set(panel.rows.map(\.voice.name))
    let strokes = lines.joined(separator: " ").split { " ·─,:".contains($0) }
      .filter {
        !names.contains(String($0))
          && !["bar", "bars", "outside", "in", "from", "the"].contains($0)
      }
      .filter { $0.count == 1 && $0.first?.isLetter == true }.count
    #expect(counts.contains(strokes))
  }

  @Test func `the first beat is at the top, and time goes clockwise`() throws {
    let rhythm = try Rhythm.written("4/4", grid: "1/4", "kick | Xgxu |")
    let lines = try necklace(of: rhythm, columns: 60)
    #expect(
      lines == [
        "         1", "         X", "", "", " 4 u    4/4    g 2", "", "", "         x",
        "         3",
      ])
  }

  @Test func `voices stand within each other, the first outermost`() throws {
    let rhythm = try Rhythm.written("2/4", grid: "1/4", "kick | X. |\nhat | xx |")
    let lines = try necklace(of: rhythm, columns: 60)
    let top = lines.prefix { !$0.contains("2/4") }.compactMap { $0.split(separator: " ").first }
    #expect(top.first == "1" && top.contains("X"))
    #expect(lines.contains { $0.hasSuffix("outside in:") })
    #expect(lines.contains { $0.hasSuffix("kick") } && lines.contains { $0.hasSuffix("hat") })
  }

  @Test func `of a long cycle the bars are drawn, alike ones once`() throws {
    let rhythm = try Rhythm(
      parsing: Repository.text(of: "Patterns/kazakh/korogly-chain.pattern"), name: "chain")
    let lines = try necklace(of: rhythm, columns: 60)
    let captions = lines.joined(separator: "  ").split(separator: "  ")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("bar") }
    #expect(
      captions == [
        "bars 1-4", "bar 5", "bar 6", "bars 7-8", "bar 9", "bar 10", "bars 11-12", "bar 13",
        "bar 14", "bars 15-16", "bars 17-18", "bar 19", "bar 20", "bar 21",
      ])
  }

  @Test(arguments: [20, 60])
  func `where no circle has room it is said`(columns: Int) throws {
    let row = String(repeating: "x", count: 64)
    let rhythm = try Rhythm.written("16/4", grid: "1/32", "hat | \(row)\(row) |")
    let lines = try necklace(of: rhythm, columns: columns)
    #expect(lines[0].hasPrefix("no necklace:"))
    #expect(lines.allSatisfy { $0.count <= columns })
  }

  private func necklace(of rhythm: Rhythm, columns: Int) throws -> [String] {
    let picture = try Picture(of: [Picture.Subject(rhythm, isFromFile: true)])
    return Necklaces(of: picture.panels[0], columns: columns, inking).lines
  }
}
