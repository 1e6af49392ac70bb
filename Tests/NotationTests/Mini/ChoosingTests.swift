import Music
import Testing

@testable import Notation

@Suite struct ChoosingTests {
  private let cycles = 2000

  @Test(arguments: ["a?", "[a|b] c?", "a*8?", "<a [b|c]>"])
  func `a seed always decides the same, another seed otherwise`(text: String) throws {
    let first = try played(text, cycles: 64, seed: 1)
    #expect(try played(text, cycles: 64, seed: 1) == first)
    #expect(try played(text, cycles: 64, seed: 2) != first)
  }

  @Test(arguments: [("a?", 0.5), ("a?0.5", 0.5), ("a?0.1", 0.9), ("a?0.75", 0.25)])
  func `a share of the events is dropped`(text: String, kept: Double) throws {
    let count = try counts(text, cycles: cycles).reduce(0, +)
    #expect(abs(Double(count) - kept * Double(cycles)) < 100)
  }

  @Test(arguments: [
    ("a*16?0", 16), ("a*16?1", 0), ("[a b]?0", 2), ("[a b]?1", 0), ("a?0.0", 1), ("a?1.0", 0),
  ])
  func `nothing is dropped with chance 0, everything with chance 1`(
    text: String, count: Int
  ) throws {
    #expect(try counts(text, cycles: 50) == Array(repeating: count, count: 50))
  }

  @Test func `the first cycle is as likely as any`() throws {
    let sounding = try (0..<200).count { try counts("a?", cycles: 1, seed: $0) == [1] }
    #expect((60...140).contains(sounding))
  }

  @Test(
    arguments: [
      ("a?!4", [0, 4]), ("a?(4,4)", [0, 4]), ("[a? ~]!3", [0, 3]), ("<a?>", [0, 1]),
      ("a?/2", [0, 1]),
    ] as [(String, Set<Int>)])
  func `copies repeat one decision`(text: String, seen: Set<Int>) throws {
    #expect(Set(try counts(text, cycles: 200)) == seen)
  }

  @Test(arguments: ["[a?]*4", "a*4?", "a?*4", "a!4?", "[a a a a]?", "a? a? a? a?", "a(4,8)?"])
  func `each event has a decision of its own`(text: String) throws {
    #expect(Set(try counts(text, cycles: 200)) == Set(0...4))
  }

  @Test func `a decision does not depend on what stands around it`() throws {
    let alone = try counts("a?", cycles: 100)
    #expect(try counts("[a?]", cycles: 100) == alone)
    #expect(try counts("~ a?", cycles: 100) == alone)
    #expect(try counts("<a?>", cycles: 100) == alone)
  }

  @Test(arguments: ["a?", "a|b", "a*3?", "[a|b|c]*2"])
  func `decisions do not come again after 300 cycles`(text: String) throws {
    let shifted = try played(text, cycles: 600).split(separator: " | ").map { cycle in
      cycle.split(separator: ", ").map { $0.prefix(while: { $0 != " " }) }
    }
    #expect(shifted[..<300] != shifted[300...])
  }

  @Test func `alternatives are equally likely`() throws {
    let values = try played("a|b|c", cycles: cycles).split(separator: " | ").map { $0.prefix(1) }
    for value in ["a", "b", "c"] {
      #expect((560...775).contains(values.count { $0 == value }))
    }
  }

  @Test func `an alternative is a whole sequence, and is kept for a cycle`() throws {
    let seen = Set(try counts("a b | c | d e f", cycles: 200))
    #expect(seen == [1, 2, 3])
    #expect(Set(try counts("[a|~]!4", cycles: 200)) == [0, 4])
    #expect(Set(try counts("[a|~]*4", cycles: 200)) == Set(0...4))
  }

  private static let tableOfNumbers: [(String, Pattern)] = [
    ("a?", .dropping("a", 0)),
    ("[a? b?]?", .degrade(.steps(.dropping("a", 0), .dropping("b", 1)), by: half, construct: 2)),
    ("a??", .degrade(.dropping("a", 0), by: half, construct: 1)),
    ("[a|b] [c|d]", .steps(.choosing("a", "b", 0), .choosing("c", "d", 1))),
    (
      "[a|b]? c?",
      .steps(.degrade(.choosing("a", "b", 0), by: half, construct: 1), .dropping("c", 2))
    ),
    ("a? | b?", .choice([.dropping("a", 0), .dropping("b", 1)], construct: 2)),
    (
      "a?*[1|2] b?",
      .steps(.fast(.dropping("a", 0), by: .choosing("1", "2", 1)), .dropping("b", 2))
    ),
    ("a? . b?", .steps(.dropping("a", 0), .dropping("b", 1))),
    ("a?, b?", .stack([.dropping("a", 0), .dropping("b", 1)])),
  ]

  private static let half = Fraction(1, 2)

  @Test(arguments: tableOfNumbers)
  func `constructs are numbered as they are completed`(text: String, pattern: Pattern) throws {
    #expect(try Pattern(parsing: text) == pattern)
  }

  @Test func `constructs decide apart from one another`() throws {
    let both = try played("a?, b?", cycles: cycles).split(separator: " | ")
    let together = both.count { $0.contains("a") == $0.contains("b") }
    #expect((900...1100).contains(together))
  }

  @Test(arguments: [("a?2", 2), ("a?-1", 2), ("a?1.5", 2), ("[a b]?1e3", 6)])
  func `a chance is from 0 to 1`(text: String, column: Int) {
    expect(text, isRefusedFor: .notAProbability, column: column)
  }
}

extension Pattern {
  fileprivate static func atom(_ text: String) -> Pattern {
    .value(Int(text).map { .number(Fraction($0)) } ?? .word(text), .none)
  }

  fileprivate static func dropping(_ text: String, _ construct: Int) -> Pattern {
    .degrade(atom(text), by: Fraction(1, 2), construct: construct)
  }

  fileprivate static func choosing(_ first: String, _ second: String, _ construct: Int) -> Pattern {
    .choice([atom(first), atom(second)], construct: construct)
  }

  fileprivate static func steps(_ patterns: Pattern...) -> Pattern {
    .sequence(patterns.map { Step($0) })
  }
}
