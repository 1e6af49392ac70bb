import Music
import Notation
import Testing
import TestSupport

@testable import Composer

@Suite struct JumpTests {
  /// Law: a voice that plays nothing in one rhythm fills or empties note by note.
  @Test(arguments: [("kick \"~\"", "kick \"x*8\""), ("hat \"x*16\"", "hat \"~\"")])
  func `an empty voice meets a full one`(a: String, b: String) throws {
    let (first, second) = (try rhythm(a), try rhythm(b))
    let jump = try Jump(from: first, to: second)
    let counts = try BlendPair.amounts.sorted().map { amount in
      try jump.rhythm(at: amount).parts.map(\.notes.count).reduce(0, +)
    }
    let total = max(first.parts[0].notes.count, second.parts[0].notes.count)
    #expect(Set(counts) == Set(0...total))
  }

  @Test func `a rhythm without notes meets another`() throws {
    let jump = try Jump(from: try rhythm("kick \"~\""), to: try rhythm("hat \"~\""))
    for amount in BlendPair.amounts {
      #expect(try jump.rhythm(at: amount).places.isEmpty)
    }
  }

  @Test func `a note that is near moves, and its strength changes on the way`() throws {
    let jump = try Jump(
      from: rhythm("kick | x... .... .... .... |\nkick.velocity 40"),
      to: rhythm("kick | .x.. .... .... .... |\nkick.velocity 80"))
    let notes = try [0.25, 0.75].map { try jump.rhythm(at: Amount($0)).parts[0].notes }
    #expect(notes.map { $0.map(\.onset) } == [[0], [Fraction(1, 4)]])
    #expect(notes.map { $0.map(\.velocity.value) } == [[50], [70]])
  }

  @Test func `hats change before snares, and snares before the kick`() throws {
    let jump = try Jump(
      from: rhythm(
        "kick | x... .... .... .... |\nhat | x... .... .... .... |\nsnare | x... .... .... .... |"),
      to: rhythm(
        "kick | .... .... x... .... |\nhat | .... .... x... .... |\nsnare | .... .... x... .... |"),
      settings: Jump.Settings(order: .voice))
    let half = Fraction(2)
    let changed = try [0.0, 0.3, 0.6, 1.0].map { amount -> Set<Voice> in
      let rhythm = try jump.rhythm(at: Amount(amount))
      return Set(rhythm.parts.filter { $0.notes.map(\.onset) == [half] }.map(\.voice))
    }
    #expect(changed == [[], ["hat"], ["hat", "snare"], ["hat", "snare", "kick"]])
  }

  @Test func `a blend says that it is no tradition`() throws {
    let pair = try #require(BlendPair.library.first)
    let origin = try pair.jump().rhythm(at: Amount(0.5)).origin
    #expect(origin.evidence == .reconstructed)
    #expect(origin.source.contains(pair.a.origin.source))
    #expect(origin.source.contains(pair.b.origin.source))
  }

  @Test func `a feel that both share stays as it is written`() throws {
    let swung = "feel swing 58%"
    let jump = try Jump(
      from: rhythm("hat | x.x. |", swung), to: rhythm("hat | xxx. |", swung))
    let middle = try jump.rhythm(at: Amount(0.5))
    #expect(middle.feel == jump.first.feel)
  }

  @Test func `a feel that one has fades in`() throws {
    let jump = try Jump(
      from: rhythm("hat | xxxx |"), to: rhythm("hat | xxxx |", "feel swing 60%"))
    let shifts = try jump.rhythm(at: Amount(0.5)).parts[0].notes.map(\.shift.beats)
    #expect(shifts == [0, Fraction(1, 40), 0, Fraction(1, 40)])
  }

  private func rhythm(_ rows: String, _ feel: String = "feel straight") throws -> Rhythm {
    let steps = rows.contains(".... ....") || rows.contains("\"") ? "4/4" : "1/4"
    return try Rhythm(
      parsing: """
        name test
        region test
        metre \(steps)
        grid 1/16
        tempo 120
        \(feel)
        evidence C
        source a test
        \(rows)
        """, name: "test.pattern")
  }
}

@Suite struct AmountTests {
  @Test(arguments: [(0.0, 0), (1, 65_536), (0.5, 32_768), (-3, 0), (7, 65_536)])
  func `an amount is kept in steps`(number: Double, step: Int) {
    #expect(Amount(number).step == step)
  }

  /// Law: a sweep begins at its first amount, ends at its last and goes one way.
  @Test(arguments: [(0, 65_536), (65_536, 0), (100, 60_000), (7, 7)], [1, 2, 3, 16, 1000])
  func `a sweep has both its ends`(ends: (Int, Int), bars: Int) {
    let sweep = Amount.sweep(
      from: Amount(step: ends.0), to: Amount(step: ends.1), bars: bars)
    #expect(sweep.count == bars)
    #expect(sweep.first?.step == ends.0)
    #expect(bars == 1 || sweep.last?.step == ends.1)
    let isRising = ends.0 <= ends.1
    #expect(zip(sweep, sweep.dropFirst()).allSatisfy { isRising ? $0 <= $1 : $0 >= $1 })
  }
}
