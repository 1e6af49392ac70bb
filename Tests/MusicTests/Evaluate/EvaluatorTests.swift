import Music
import Testing

@Suite struct EvaluatorTests {
  private static let atom = Pattern.value(.word("a"), .none)

  @Test(arguments: [
    Pattern.silence, .sequence([]), .alternation([]), .polymetre([], rate: nil),
    .polymetre([[], []], rate: nil),
    .polymetre([[]], rate: .value(.number(4), .none)), .stack([]),
    .fast(atom, by: .value(.number(0), .none)), .slow(atom, by: .value(.number(-1), .none)),
    .fast(atom, by: .silence), .fast(atom, by: .value(.word("x"), .none)),
    .replicate(atom, times: 0), .replicate(atom, times: -1), .degrade(atom, by: 1, construct: 0),
    .range(atom, to: atom), .index(atom, .silence),
    .euclid(atom, onsets: .silence, slots: .silence, rotation: nil),
  ])
  func `a pattern of nothing is silent`(pattern: Pattern) throws {
    #expect(try Evaluator(pattern).events(in: Span(-4, 4)).isEmpty)
  }

  @Test func `a value fills its cycle, before zero too`() throws {
    let events = try Evaluator(Self.atom).events(in: Span(Fraction(-3, 2), Fraction(1, 2)))
    #expect(events.map(\.whole) == [Span(-2, -1), Span(-1, 0), Span(0, 1)])
    #expect(
      events.map(\.part) == [Span(Fraction(-3, 2), -1), Span(-1, 0), Span(0, Fraction(1, 2))])
    #expect(events.map(\.hasOnset) == [false, true, true])
  }

  @Test func `an empty span has no events`() throws {
    #expect(try Evaluator(Self.atom).events(in: Span(3, 3)).isEmpty)
    #expect(try Evaluator(Self.atom).events(in: Span(Fraction(1, 2), Fraction(1, 2))).isEmpty)
  }

  @Test func `arguments of a Euclidean rhythm are brought into range`() throws {
    func onsets(_ onsets: Fraction, _ slots: Fraction, _ rotation: Fraction) throws -> Int {
      let pattern = Pattern.euclid(
        Self.atom, onsets: .value(.number(onsets), .none), slots: .value(.number(slots), .none),
        rotation: .value(.number(rotation), .none))
      return try Evaluator(pattern).onsets(in: Span(cycle: 0)).count
    }
    #expect(try onsets(9, 8, 0) == 8)
    #expect(try onsets(-9, 8, 0) == 0)
    #expect(try onsets(3, 0, 0) == 1)
    #expect(try onsets(3, 8, Fraction(Int.max)) == 3)
    #expect(try onsets(Fraction(Int.min), Fraction(Int.min), Fraction(Int.min)) == 0)
    #expect(try onsets(Fraction(Int.max), 4, 1) == 4)
  }

  @Test func `too many events are refused before they are made`() throws {
    let evaluator = try Evaluator(.fast(Self.atom, by: .value(.number(1_000_000_000), .none)))
    #expect(throws: MusicError.tooMuch) { try evaluator.events(in: Span(cycle: 0)) }
    #expect(throws: MusicError.tooMuch) {
      try Evaluator(Self.atom).events(in: Span(0, Fraction(Bounds.events + 1)))
    }
    let silent = Pattern.sequence([.init(.silence), .init(.silence)])
    #expect(throws: MusicError.tooMuch) {
      try Evaluator(silent).events(in: Span(0, Fraction(Int.max)))
    }
    let range = Pattern.range(
      .value(.number(0), .none), to: .value(.number(Fraction(Int.max)), .none))
    #expect(throws: MusicError.tooMuch) { try Evaluator(range).events(in: Span(cycle: 0)) }
  }

  @Test func `time beyond 64 bits is refused`() throws {
    let weights = (1...60).map { Pattern.Step(Self.atom, weight: Fraction(1, 2 * $0 + 1)) }
    #expect(throws: MusicError.tooFine) { try Evaluator(.sequence(weights)) }
    let late = Span(Fraction(Int.max - 1), Fraction(Int.max))
    let slow = try Evaluator(.fast(Self.atom, by: .value(.number(Fraction(3, 2)), .none)))
    #expect(throws: MusicError.tooFine) { try slow.events(in: late) }
  }

  @Test func `the values of a pattern are what is written in it, without its parameters`() {
    let pattern = Pattern.stack([
      .euclid(
        Self.atom, onsets: .value(.number(3), .none), slots: .value(.number(8), .none),
        rotation: nil),
      .polymetre([[.init(.value(.word("b"), .none))]], rate: .value(.number(4), .none)),
      .choice([.silence, .degrade(.value(.word("c"), .none), by: 1, construct: 0)], construct: 1),
    ])
    #expect(pattern.values.map(\.value) == [.word("a"), .word("b"), .word("c")])
  }

  @Test func `patterns are equal wherever they were written`() {
    let here = Pattern.value(.word("a"), Place(start: 1, length: 2))
    #expect(here == Self.atom)
    #expect(here.hashValue == Self.atom.hashValue)
  }

  @Test func `an error has a message and an advice`() {
    #expect(
      MusicError.tooMuch.description
        == "this makes too many notes, or takes too many steps to find them\n"
        + "ask for fewer bars, or write fewer steps")
    #expect(
      MusicError.tooFine.description
        == "this divides time too finely\nuse speeds, weights and step counts with fewer digits")
  }
}
