import Music
import Testing

@testable import Composer

@Suite struct FillingTests {
  /// Law: at 0 it is the rhythm, every note stays, and what has come is there at each greater amount.
  @Test(arguments: Materials.rhythms)
  func `notes come and stay`(rhythm: Rhythm) throws {
    #expect(try rhythm.filled(by: Amount(0)) == rhythm)
    var before = rhythm
    for amount in Materials.amounts.sorted() {
      let filled = try rhythm.filled(by: amount)
      #expect(filled.places.isSuperset(of: before.places))
      for part in rhythm.parts {
        #expect(Set(try #require(filled[part.voice]).notes).isSuperset(of: part.notes))
      }
      before = filled
    }
  }

  /// Law: a voice of n notes gets ⌊t n + ½⌋ more, or all free places of the grid; they lie on it.
  @Test(arguments: Materials.rhythms)
  func `as many come as there is room for`(rhythm: Rhythm) throws {
    let step = try rhythm.grid * 4
    for amount in Materials.amounts {
      let filled = try rhythm.filled(by: amount)
      for part in rhythm.parts {
        let (old, new) = (Set(part.notes.map(\.onset)), filled[part.voice]?.notes ?? [])
        let added = new.map(\.onset).filter { !old.contains($0) }
        #expect(try added.allSatisfy { try ($0 / step).denominator == 1 })
        let steps = try (rhythm.beats / step).ceiling
        let onGrid = try old.count { try ($0 / step).denominator == 1 }
        let wished = (2 * old.count * amount.step + Amount.steps) / (2 * Amount.steps)
        #expect(added.count == min(wished, steps - onGrid))
        let softest = part.notes.map(\.velocity).min()
        #expect(new.filter { added.contains($0.onset) }.allSatisfy { $0.velocity == softest })
      }
    }
  }

  @Test func `the strongest free places are filled first`() throws {
    let rhythm = try Materials.rhythm(["hat": [2, 6, 10, 14]])
    let steps = try [0.25, 0.5, 0.75, 1].map { amount in
      try rhythm.filled(by: Amount(amount)).steps(of: "hat").map(\.numerator)
    }
    #expect(
      steps == [
        [0, 2, 6, 10, 14], [0, 2, 6, 8, 10, 14], [0, 2, 6, 8, 10, 12, 14],
        [0, 2, 4, 6, 8, 10, 12, 14],
      ])
  }

  @Test func `a note that comes leans as its voice does`() throws {
    let late = Shift(microseconds: 8000)
    let plain = try Materials.rhythm(["hat": [4, 12]])
    let rhythm = try Rhythm(
      origin: plain.origin, bars: plain.bars, grid: plain.grid, tempo: plain.tempo,
      parts: plain.parts.map { part in
        Rhythm.Part(voice: part.voice, notes: part.notes.map { $0.shifted(by: late) })
      })
    let notes = try #require(rhythm.filled(by: Amount(1))["hat"]).notes
    #expect(notes.map(\.onset) == [0, 1, 2, 3])
    #expect(notes.map(\.shift) == Array(repeating: late, count: 4))
  }
}
