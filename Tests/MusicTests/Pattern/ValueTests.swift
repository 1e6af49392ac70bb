import Music
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    (Fraction(60), "60"), (Fraction(-60), "-60"), (Fraction(0), "0"), (Fraction(1, 2), "0.5"),
    (Fraction(-1, 2), "-0.5"), (Fraction(-25, 2), "-12.5"), (Fraction(1, 8), "0.125"),
    (Fraction(1, 1000), "0.001"), (Fraction(667, 1000), "0.667"), (Fraction(1001, 10), "100.1"),
    (Fraction(1, 3), "1/3"), (Fraction(-7, 12), "-7/12"), (Fraction(1, 7), "1/7"),
    (Fraction(Int.max), "9223372036854775807"), (Fraction(Int.min), "-9223372036854775808"),
    (Fraction(1, 1_000_000_000_000_000_000), "0.000000000000000001"),
    (Fraction(1, 1 << 18), "0.000003814697265625"), (Fraction(1, 1 << 19), "1/524288"),
    (Fraction(Int.max, 2), "9223372036854775807/2"),
  ])
  func `a number is a decimal where it has one`(number: Fraction, decimal: String) {
    #expect(number.decimal == decimal)
    #expect(Value.number(number).description == decimal)
  }

  @Test func `a value is printed as it is written`() {
    #expect(Value.word("қобыз").description == "қобыз")
    #expect(
      Value.list([.word("bd"), .number(3), .number(Fraction(1, 2))]).description == "bd:3:0.5")
  }

  @Test func `a variant goes to the end of the list`() {
    let value = Value.word("bd").indexed(by: .number(3))
    #expect(value == .list([.word("bd"), .number(3)]))
    #expect(value.indexed(by: .list([.number(1), .number(2)])).description == "bd:3:1:2")
    #expect(value.head == .word("bd"))
    #expect(Value.list([.list([.word("a")])]).head == .word("a"))
    #expect(Value.word("a").head == .word("a"))
    #expect(value.number == nil && Value.number(3).number == 3)
  }
}
