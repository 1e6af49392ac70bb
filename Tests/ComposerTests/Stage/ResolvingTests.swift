import Music
import Testing

@testable import Composer

@Suite struct ResolvingTests {
  private static let windows = [1, 20_000, 60_000, 150_000, 400_000]

  /// Law: a window of 0 leaves all; resolving twice is resolving once.
  @Test(arguments: Materials.rhythms.indices, windows)
  func `resolving only leaves out`(index: Int, window: Int) throws {
    let rhythm = Materials.rhythms[index]
    #expect(try rhythm.resolved(window: 0) == rhythm)
    #expect(try rhythm.resolved(window: -7) == rhythm)
    let resolved = try rhythm.resolved(window: window)
    #expect(try resolved.resolved(window: window) == resolved)
    #expect(resolved.feel == rhythm.feel && resolved.bars == rhythm.bars)
    for part in rhythm.parts {
      #expect(Set(try #require(resolved[part.voice]).notes).isSubset(of: part.notes))
    }
  }

  /// Law: what is kept is a window apart; what is left out has a stronger or equal one within it.
  @Test(arguments: Materials.rhythms.indices, windows)
  func `the stronger of two near notes is kept`(index: Int, window: Int) throws {
    let rhythm = Materials.rhythms[index]
    let resolved = try rhythm.resolved(window: window)
    for part in rhythm.parts {
      let kept = try #require(resolved[part.voice]).notes
      func gap(_ a: Note, _ b: Note) throws -> Fraction {
        let perBeat = Fraction(60_000_000, Int(rhythm.tempo.middle))
        func time(_ note: Note) throws -> Fraction {
          let shift = try rhythm.shift(of: note, in: part)
          return try (note.onset + shift.beats) * perBeat + Fraction(shift.microseconds)
        }
        return try distance(time(a), time(b), around: rhythm.beats * perBeat)
      }
      for (place, note) in kept.enumerated() {
        for other in kept.dropFirst(place + 1) {
          #expect(try gap(note, other) >= Fraction(window))
        }
      }
      for note in Set(part.notes).subtracting(kept) {
        #expect(
          try kept.contains { try gap($0, note) < Fraction(window) && $0.velocity >= note.velocity }
        )
      }
    }
  }

  @Test func `a flam is resolved to its stronger stroke`() throws {
    // At 120 BPM a 64th is 31.25 ms.
    let rhythm = try Materials.rhythm(["snare": [16, 17, 20, 63]], grid: 64)
    #expect(try rhythm.resolved().steps(of: "snare", grid: 64) == [16, 20, 63])
    #expect(try rhythm.resolved(window: 31_250).steps(of: "snare", grid: 64) == [16, 17, 20, 63])
    #expect(try rhythm.resolved(window: 31_251).steps(of: "snare", grid: 64) == [16, 20, 63])
  }

  @Test func `the end of the circle is near its beginning`() throws {
    let rhythm = try Materials.rhythm(["snare": [0, 63]], grid: 64)
    #expect(try rhythm.resolved().steps(of: "snare", grid: 64) == [0])
  }
}
