import Music
import TestSupport
import Testing

@testable import Notation

@Suite struct PatternLawTests {
  private static let seeds = UInt64(1)...120
  private let span = Span(0, 8)

  /// Law: the onsets of a span are those of its cycles, one after the other.
  @Test(arguments: seeds)
  func `asking cycle by cycle is asking at once`(seed: UInt64) throws {
    let evaluator = try Evaluator(Pattern(parsing: Self.text(seed)))
    let atOnce = try evaluator.onsets(in: span)
    let cycleByCycle = try (0..<8).flatMap { try evaluator.onsets(in: Span(cycle: $0)) }
    #expect(cycleByCycle.map(Sound.init) == atOnce.map(Sound.init), "\(Self.text(seed))")
  }

  /// Law: the events of a part of a span are those of the span, cut to the part.
  @Test(arguments: seeds)
  func `asking in uneven pieces cuts the same events`(seed: UInt64) throws {
    let text = Self.text(seed)
    let evaluator = try Evaluator(Pattern(parsing: text))
    let atOnce = try evaluator.events(in: span)
    var onsets: [Sound] = []
    for piece in Self.cuts(of: span, seed: seed) {
      let events = try evaluator.events(in: piece)
      let expected = atOnce.compactMap { event in
        event.part.intersection(piece).map { Sound(event, part: $0) }
      }
      #expect(
        Self.sorted(events.map { Sound($0, part: $0.part) }) == Self.sorted(expected), "\(text)")
      onsets += events.filter(\.hasOnset).map(Sound.init)
    }
    #expect(onsets == atOnce.filter(\.hasOnset).map(Sound.init), "\(text)")
  }

  /// Law: a part lies in its whole and in the span asked for; wholes are in order and last.
  @Test(arguments: seeds)
  func `events lie where they were asked for`(seed: UInt64) throws {
    let evaluator = try Evaluator(Pattern(parsing: Self.text(seed)))
    for piece in Self.cuts(of: span, seed: seed) {
      let events = try evaluator.events(in: piece)
      #expect(events.allSatisfy { $0.part.intersection($0.whole) == $0.part })
      #expect(events.allSatisfy { $0.part.intersection(piece) == $0.part })
      let begins = events.map(\.whole.begin)
      #expect(begins == begins.sorted())
    }
  }

  /// Law: one pattern and one seed give one answer, whatever was asked before.
  @Test(arguments: seeds)
  func `evaluation is the same every time`(seed: UInt64) throws {
    let pattern = try Pattern(parsing: Self.text(seed))
    let (first, second) = (
      try Evaluator(pattern, chance: Chance(seed: seed)),
      try Evaluator(pattern, chance: Chance(seed: seed))
    )
    _ = try first.events(in: Span(3, 5))
    #expect(try first.events(in: span) == second.events(in: span))
  }

  /// Law: `Pattern(parsing: p.description) == p`, and it plays the same.
  @Test(arguments: seeds)
  func `a printed pattern reads back the same`(seed: UInt64) throws {
    try expectPrintedBack(Self.text(seed))
  }

  @Test(arguments: [
    "a?@0 b?", "[a|b]!0 c?", "{a@0, b c}", "{b c, a@0}", "<a@0, b c>", "[a@0, b]", "a@0 . b",
    "a!2@3 b", "[a!2] b", "[a!4]@3", "a!0.5 b", "<a!2>", "<[a!2]>", "[<a>, <b>]", "<[a, b]>",
    "[a | b]", "[a | b], c", "[a, b] | c", "[a, b], c", "0 .. 3*2", "[0*2] .. 3", "a:[b:c]",
    "a(3,8)?", "a?(3,8)", "[a b](3!2,8)", "a(<3 5>/2,8,[0|2])", "{a b, c}%<2 3>", "{a . b c}%4",
    "a*[1!2]", "-1..1", "a*-1", "a@0.5 b", "a?0 b?1 c?0.25", "<a . b c>", "^a b", "a:-1", "~ ~@3",
    "a/2!2*3", "a*1e3", "[[a a]!2] .. 3",
  ])
  func `every construct reads back the same`(text: String) throws {
    try expectPrintedBack(text)
  }

  /// Law: every event points at the text of an atom that says what its value begins with.
  @Test(arguments: seeds)
  func `an event knows where it was written`(seed: UInt64) throws {
    let source = SourceText(name: "law", Self.text(seed))
    let evaluator = try Evaluator(Pattern(parsing: source))
    for event in try evaluator.events(in: span) {
      let range = event.place.start..<event.place.start + event.place.length
      let atom = try Pattern(parsing: String(source.characters[range]))
      switch (atom, event.value.head) {
      case (.value(.number, _), .number): break
      case (.value(let written, _), let head): #expect(written == head)
      default: Issue.record("\(event) points at \(atom)")
      }
    }
  }

  /// Law: what an event's value begins with is written in the pattern, or lies in a range.
  @Test(arguments: seeds)
  func `events have the values of their pattern`(seed: UInt64) throws {
    let text = Self.text(seed)
    let pattern = try Pattern(parsing: text)
    let values = Set(pattern.values.map(\.value.head))
    for event in try Evaluator(pattern).events(in: span) {
      let isInRange = text.contains("..") && event.value.head.number != nil
      #expect(isInRange || values.contains(event.value.head), "\(text)")
    }
  }

  @Test(arguments: [
    ("a*4", "a"), ("[a b]/<2 3>", "a b"), ("a(3,8,<2 1>)", "a"), ("{a b}%4", "a b"), ("a:1", "a"),
    ("a?0.3 b@2 c!2", "a b c"), ("0 .. 3*2", "0 3"), ("<a [b, c]>", "a b c"), ("a | b", "a b"),
  ])
  func `parameters are no values`(text: String, values: String) throws {
    let written = try Pattern(parsing: text).values.map(\.value.description)
    #expect(written.joined(separator: " ") == values)
  }

  /// Law: what changes nothing changes nothing.
  @Test(arguments: UInt64(1)...25)
  func `neutral operators leave the music alone`(seed: UInt64) throws {
    let text = Self.text(seed)
    for neutral in [
      "[\(text)]", "<[\(text)]>", "{[\(text)]}%1", "[\(text)]*1", "[\(text)]/2*2", "[\(text)]*<1>",
      "[\(text)](1,1)", "[\(text)]?0", "[\(text)]!1", "[\(text)]@7", "[\(text)], ~",
      "[\(text)] a@0",
      "[\(text)]/[1 1]",
    ] {
      try expect(neutral, playsAs: text)
    }
  }

  /// Law: two speeds are their product.
  @Test(arguments: UInt64(1)...25)
  func `speeds multiply`(seed: UInt64) throws {
    let text = Self.text(seed)
    try expect("[\(text)]*2*1.5", playsAs: "[\(text)]*3")
    try expect("[\(text)]/2/3", playsAs: "[\(text)]/6")
  }

  private static func text(_ seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    return MiniNotation.random(using: &random)
  }

  /// Pieces of different lengths that tile a span.
  private static func cuts(of span: Span, seed: UInt64) -> [Span] {
    var random = SplitMix64(seed: seed &+ 1000)
    let inside = (0..<6).map { _ in
      let denominator = Int.random(in: 1...24, using: &random)
      return Fraction(Int.random(in: 1..<8 * denominator, using: &random), denominator)
    }
    let places = ([span.begin, span.end] + inside).sorted()
    return zip(places, places.dropFirst()).map { Span($0, $1) }
  }

  private static func sorted(_ sounds: [Sound]) -> [Sound] {
    sounds.sorted { $0.key < $1.key }
  }
}

/// What is heard of an event.
private struct Sound: Equatable {
  let value: Value
  let whole: Span
  let part: Span?

  init(_ event: Event) {
    (value, whole, part) = (event.value, event.whole, nil)
  }

  init(_ event: Event, part: Span) {
    (value, whole, self.part) = (event.value, event.whole, part)
  }

  /// Puts sounds in an order that does not depend on how they were found.
  var key: (Fraction, Fraction, Fraction, Fraction, String) {
    (whole.begin, whole.end, part?.begin ?? 0, part?.end ?? 0, value.description)
  }
}

private func expectPrintedBack(
  _ text: String, at location: SourceLocation = #_sourceLocation
) throws {
  let pattern = try Pattern(parsing: text)
  let printed = pattern.description
  #expect(try Pattern(parsing: printed) == pattern, "\(printed)", sourceLocation: location)
  try expect(printed, playsAs: text, at: location)
}
