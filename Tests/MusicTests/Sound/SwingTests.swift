import Music
import Testing

@Suite struct SwingTests {
  @Test(arguments: [
    (Fraction(1, 2), Fraction(1, 4), Fraction(0)),
    (Fraction(2, 3), Fraction(1, 4), Fraction(1, 12)),
    (Fraction(667, 1000), Fraction(1, 4), Fraction(167, 2000)),
    (Fraction(27, 50), Fraction(1, 4), Fraction(1, 50)),
    (Fraction(2, 3), Fraction(1, 8), Fraction(1, 24)),
    (Fraction(2, 3), Fraction(3, 8), Fraction(1, 24)),
    (Fraction(2, 3), Fraction(0), Fraction(0)),
    (Fraction(2, 3), Fraction(1, 2), Fraction(0)),
    (Fraction(2, 3), Fraction(15, 4), Fraction(1, 12)),
    (Fraction(1, 3), Fraction(1, 4), Fraction(-1, 12)),
  ])
  func `the second sixteenth of a pair is held back`(
    share: Fraction, place: Fraction, shift: Fraction
  ) throws {
    let swing = try #require(Swing(share: share...share))
    #expect(try swing.shift(at: place, inBarOf: 4) == shift)
  }

  @Test func `the middle of a range is played`() throws {
    let swing = try #require(Swing(share: Fraction(1, 2)...Fraction(3, 5)))
    let middle = try #require(Swing(share: Fraction(11, 20)...Fraction(11, 20)))
    let place = Fraction(1, 4)
    #expect(try swing.shift(at: place, inBarOf: 4) == middle.shift(at: place, inBarOf: 4))
  }

  @Test func `eighths may swing as well`() throws {
    let swing = try #require(Swing(share: Fraction(2, 3)...Fraction(2, 3), unit: Fraction(1, 8)))
    #expect(try swing.shift(at: Fraction(1, 2), inBarOf: 4) == Fraction(1, 6))
    #expect(try swing.shift(at: 1, inBarOf: 4) == 0)
  }

  /// Law: swung places keep their order, and each pair keeps its beginning.
  @Test(arguments: [1, 3, 5, 7, 9], [4, 8, 16])
  func `swing keeps the order`(sixteenths: Int, unit: Int) throws {
    for percent in 25...75 {
      let share = Fraction(percent, 100)
      let swing = try #require(Swing(share: share...share, unit: Fraction(1, unit)))
      let bar = Fraction(sixteenths, 4)
      let places = (0...sixteenths * 8).map { Fraction($0, 32) }
      let swung = try places.map { try $0 + swing.shift(at: $0, inBarOf: bar) }
      #expect(zip(swung, swung.dropFirst()).allSatisfy { $0 < $1 })
      #expect(swung.first == 0 && swung.last == places.last)
    }
  }

  @Test func `a pair that the bar cuts short is straight`() throws {
    let swing = try #require(Swing(share: Fraction(2, 3)...Fraction(2, 3)))
    let bar = Fraction(7, 4)
    #expect(try swing.shift(at: Fraction(5, 4), inBarOf: bar) == Fraction(1, 12))
    #expect(try swing.shift(at: Fraction(3, 2), inBarOf: bar) == 0)
    #expect(try swing.shift(at: Fraction(13, 8), inBarOf: bar) == 0)
  }

  @Test(arguments: [
    (Fraction(1, 4), Fraction(3, 4), Fraction(1, 16), true),
    (Fraction(24, 100), Fraction(1, 2), Fraction(1, 16), false),
    (Fraction(1, 2), Fraction(76, 100), Fraction(1, 16), false),
    (Fraction(1, 2), Fraction(1, 2), Fraction(0), false),
    (Fraction(1, 2), Fraction(1, 2), Fraction(-1, 16), false),
    (Fraction(1, 2), Fraction(1, 2), Fraction(1, 8), true),
  ])
  func `a share is from a quarter to three quarters`(
    low: Fraction, high: Fraction, unit: Fraction, isSwing: Bool
  ) {
    #expect((Swing(share: low...high, unit: unit) != nil) == isSwing)
  }
}
