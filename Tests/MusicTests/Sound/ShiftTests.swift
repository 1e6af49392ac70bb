import Music
import Testing

@Suite struct ShiftTests {
  private let early = Shift(beats: Fraction(-1, 24), microseconds: -8000)
  private let late = Shift(beats: Fraction(1, 12), microseconds: 10_001)

  @Test func `shifts add up part by part`() throws {
    #expect(try early + late == Shift(beats: Fraction(1, 24), microseconds: 2001))
    #expect(try early + .none == early)
  }

  @Test(arguments: [
    (Fraction(0), Shift(beats: Fraction(-1, 24), microseconds: -8000)),
    (Fraction(1), Shift(beats: Fraction(1, 12), microseconds: 10_001)),
    (Fraction(1, 2), Shift(beats: Fraction(1, 48), microseconds: 1001)),
    (Fraction(1, 3), Shift(beats: 0, microseconds: -2000)),
  ])
  func `a mixed shift lies between the two`(amount: Fraction, mixed: Shift) throws {
    #expect(try early.mixed(with: late, at: amount) == mixed)
  }

  /// Law: a shift mixed with itself is itself, however fine.
  @Test func `a shift mixed with itself is kept`() throws {
    let fine = Shift(beats: Fraction(1, 1_000_003), microseconds: 1)
    #expect(try fine.mixed(with: fine, at: Fraction(1, 3)) == fine)
  }

  /// Law: `a.mixed(with: b, at: t)` grows from `a` to `b` with `t`.
  @Test(arguments: UInt64(1)...100)
  func `a mixed shift never leaves the two`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let shifts = (0..<2).map { _ in
      Shift(
        beats: Fraction(Int.random(in: -960...960, using: &random), 1920),
        microseconds: Int.random(in: -50_000...50_000, using: &random))
    }
    let mixed = try (0...8).map { try shifts[0].mixed(with: shifts[1], at: Fraction($0, 8)) }
    #expect(mixed.first == shifts[0] && mixed.last == shifts[1])
    let beats = mixed.map(\.beats)
    let microseconds = mixed.map(\.microseconds)
    #expect(beats == beats.sorted() || beats == beats.sorted(by: >))
    #expect(microseconds == microseconds.sorted() || microseconds == microseconds.sorted(by: >))
  }
}
