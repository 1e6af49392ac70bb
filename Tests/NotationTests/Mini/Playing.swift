import Music
import Notation
import Testing

/// Checks what a text plays in its first cycles, asked at once and cycle by cycle.
///
/// An event is its value and where its whole begins and ends, as in `bd 0 1/8`; commas stand between
/// events and bars between cycles, and `~` is a cycle in which nothing begins.
func expect(
  _ text: String, plays expected: String, at location: SourceLocation = #_sourceLocation
) throws {
  let cycles = expected.split(separator: "|").count
  #expect(try played(text, cycles: cycles) == expected, sourceLocation: location)
}

/// Checks that two texts play the same for eight cycles.
func expect(
  _ text: String, playsAs other: String, at location: SourceLocation = #_sourceLocation
) throws {
  #expect(try played(text, cycles: 8) == played(other, cycles: 8), sourceLocation: location)
}

/// What a text plays in its first cycles, as ``expect(_:plays:at:)`` writes it.
func played(_ text: String, cycles: Int, seed: UInt64 = 0) throws -> String {
  let evaluator = try Evaluator(Pattern(parsing: text), chance: Chance(seed: seed))
  let atOnce = try evaluator.onsets(in: Span(0, Fraction(cycles)))
  let cycleByCycle = try (0..<cycles).map { try evaluator.onsets(in: Span(cycle: $0)) }
  #expect(written(atOnce) == written(cycleByCycle.flatMap(\.self)))
  return cycleByCycle.map(written).joined(separator: " | ")
}

/// How many events begin in each of a text's first cycles.
func counts(_ text: String, cycles: Int, seed: UInt64 = 0) throws -> [Int] {
  let evaluator = try Evaluator(Pattern(parsing: text), chance: Chance(seed: seed))
  return try (0..<cycles).map { try evaluator.onsets(in: Span(cycle: $0)).count }
}

private func written(_ events: [Event]) -> String {
  let texts = events.map { "\($0.value) \($0.whole.begin.short) \($0.whole.end.short)" }
  return texts.isEmpty ? "~" : texts.joined(separator: ", ")
}

extension Fraction {
  /// The fraction without a line where it is whole.
  fileprivate var short: String { denominator == 1 ? "\(numerator)" : description }
}

/// Checks that a text is refused, for what and where.
func expect(
  _ text: String, isRefusedFor fault: NotationError.Fault, column: Int,
  at location: SourceLocation = #_sourceLocation
) {
  let source = SourceText(name: "mini-notation", text)
  let error = NotationError(fault, at: column - 1, of: source)
  #expect(throws: error, sourceLocation: location) { try Pattern(parsing: text) }
}
