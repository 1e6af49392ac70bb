import Music
import Testing

@Suite struct SpanTests {
  @Test(arguments: [
    (Span(0, 1), 0..<1), (Span(0, 3), 0..<3), (Span(Fraction(1, 2), Fraction(3, 2)), 0..<2),
    (Span(Fraction(1, 3), Fraction(2, 3)), 0..<1), (Span(1, Fraction(3, 2)), 1..<2),
    (Span(Fraction(-1, 2), Fraction(1, 2)), -1..<1), (Span(-2, -1), -2 ..< -1), (Span(2, 2), 2..<2),
    (Span(Fraction(5, 2), Fraction(5, 2)), 2..<2), (Span(cycle: 7), 7..<8),
    (Span(cycle: -1), -1..<0),
  ])
  func `a span touches these cycles`(span: Span, cycles: Range<Int>) {
    #expect(span.cycles == cycles)
    #expect(span.isEmpty == cycles.isEmpty)
  }

  @Test(
    arguments: [
      (Span(0, 2), Span(1, 3), Span(1, 2)), (Span(0, 3), Span(1, 2), Span(1, 2)),
      (Span(0, 1), Span(0, 1), Span(0, 1)), (Span(0, 1), Span(1, 2), nil),
      (Span(0, 1), Span(2, 3), nil),
      (Span(0, 2), Span(1, 1), nil),
    ] as [(Span, Span, Span?)])
  func `what two spans have in common has time in it`(left: Span, right: Span, common: Span?) {
    #expect(left.intersection(right) == common)
    #expect(right.intersection(left) == common)
  }
}
