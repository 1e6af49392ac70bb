import Music
import Testing

@testable import Composer

@Suite struct SnappingTests {
  private static let steps: [Fraction] = [Fraction(1, 4), Fraction(1, 3), Fraction(3, 8), 1, 5]

  /// Law: notes lie on the grid, near where they were, no more than before; snapping is done once.
  @Test(arguments: Materials.rhythms.indices, SnapRule.allCases)
  func `notes come to the grid`(index: Int, rule: SnapRule) throws {
    let rhythm = Materials.rhythms[index]
    for step in Self.steps {
      let snapped = try rhythm.snapped(to: step, by: rule)
      #expect(try snapped.snapped(to: step, by: rule) == snapped)
      for part in rhythm.parts {
        let notes = try #require(snapped[part.voice]).notes
        #expect(notes.count <= part.notes.count)
        #expect(notes.isEmpty == part.notes.isEmpty)
        for note in notes {
          let line = rhythm.barLines.last { $0 <= note.onset } ?? 0
          #expect(try (note.onset - line).modulo(step) == 0)
          #expect(
            try part.notes.contains {
              let way = try distance($0.onset, note.onset, around: rhythm.beats)
              return way < step && $0.velocity == note.velocity
            })
        }
      }
    }
  }

  /// Law: a rhythm on the grid stays, and stretching on one grid there and back too.
  @Test(arguments: Materials.random.indices, SnapRule.allCases)
  func `what is on the grid stays`(index: Int, rule: SnapRule) throws {
    let rhythm = Materials.random[index].a
    #expect(try rhythm.snapped(to: Fraction(1, 4), by: rule) == rhythm)
    let others = Materials.random.map(\.b).filter { $0.bars.count == rhythm.bars.count }
    let there = try Fit.stretch.fitted(rhythm, to: others[(index + 3) % others.count]).0.rhythm
    let back = try Fit.stretch.fitted(there, to: rhythm).0.rhythm
    #expect(try back.snapped(to: Fraction(1, 4), by: rule).places == rhythm.places)
  }

  /// The 6/8 clave son in twelve pulses, 0 2 4 7 9, on sixteen: thirds of a step, by hand.
  @Test(arguments: [
    (SnapRule.nearest, [0, 3, 5, 9, 12]), (.clockwise, [0, 3, 6, 10, 12]),
    (.counterclockwise, [0, 2, 5, 9, 12]), (.furthest, [0, 2, 6, 10, 12]),
  ])
  func `twelve pulses become sixteen`(rule: SnapRule, steps: [Int]) throws {
    let twelve = try #require(Metre(pulses: 12, unit: 8))
    let son = try Materials.rhythm(["claves": [0, 2, 4, 7, 9]], metre: twelve, grid: 8)
    let fitted = try Fit.stretch.fitted(son, to: Materials.rhythm([:])).0.rhythm
    let snapped = try fitted.snapped(to: Fraction(1, 4), by: rule)
    #expect(snapped.steps(of: "claves").map(\.numerator) == steps)
  }

  @Test func `the louder of two merged notes is kept`() throws {
    let quiet = try Materials.rhythm(["hat": [0, 1]], velocity: 40)
    let loud = Note(
      onset: Fraction(1, 8), length: 1, stroke: .accent, velocity: Velocity(clamping: 120))
    let rhythm = try Rhythm(
      origin: quiet.origin, bars: quiet.bars, grid: quiet.grid, tempo: quiet.tempo,
      parts: quiet.parts.map { $0.playing($0.notes + [loud]) })
    for (rule, velocities) in [(SnapRule.nearest, [40, 120]), (.counterclockwise, [120, 40])] {
      let notes = try rhythm.snapped(to: Fraction(1, 4), by: rule).parts[0].notes
      #expect(notes.map(\.velocity.value) == velocities)
    }
  }

  @Test func `a note before the last bar line may come to the first`() throws {
    let rhythm = try Materials.rhythm(["hat": [15]]).snapped(to: 1, by: .clockwise)
    #expect(rhythm.steps(of: "hat") == [0])
  }
}
