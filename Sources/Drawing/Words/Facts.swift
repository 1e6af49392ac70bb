public import Music
import Notation

/// What is known of a rhythm, in words.
public struct Facts: Hashable, Sendable {
  /// One of the facts, under its name.
  public struct Fact: Hashable, Sendable {
    /// What it tells, as a key of a pattern file.
    public let name: String

    /// What is so, a line each.
    public let lines: [String]
  }

  /// The rhythm's name in Latin letters.
  public let name: String

  /// Its name in its own writing; nothing where it has none.
  public let native: String

  /// What one hears, in a few words; nothing where nobody said.
  public let gloss: String

  /// All else, in the order of a pattern file.
  public let facts: [Fact]

  /// The facts of a rhythm.
  public init(of rhythm: Rhythm) {
    let origin = rhythm.origin
    (name, native, gloss) = (origin.name, origin.native, origin.gloss)
    let facts = [
      Fact(name: "region", lines: [origin.region]),
      Fact(name: "metre", lines: [Self.metre(of: rhythm.bars)]),
      Fact(name: "tempo", lines: [rhythm.tempo.inWords]),
      Fact(name: "feel", lines: [Self.feel(of: rhythm)]),
      Fact(name: "evidence", lines: Self.evidence(of: rhythm)),
      Fact(name: "source", lines: [origin.source]),
      Fact(name: "tags", lines: [origin.tags.joined(separator: ", ")]),
      Fact(name: "note", lines: [origin.note]),
    ]
    self.facts = facts.filter { !$0.lines.allSatisfy(\.isEmpty) }
  }

  /// A fact by its name.
  subscript(name: String) -> [String] {
    facts.first { $0.name == name }?.lines ?? []
  }

  /// `4 bars of 4/4 (2+2)`, or the chain of different bars.
  private static func metre(of bars: [Metre]) -> String {
    let runs = bars.reduce(into: [(metre: Metre, count: Int)]()) { runs, bar in
      if runs.last?.metre == bar {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((bar, 1))
      }
    }
    if runs.count == 1 {
      return (bars.count > 1 ? "\(bars.count) bars of " : "") + bars[0].withGroups
    }
    let chain = runs.map { ($0.count > 1 ? "\($0.count) of " : "") + $0.metre.withGroups }
    return "\(bars.count) bars: \(chain.joined(separator: ", "))"
  }

  /// The feel of the whole, and the voices that have their own.
  private static func feel(of rhythm: Rhythm) -> String {
    let own = rhythm.parts.grouped { $0.feel == rhythm.feel ? nil : $0.feel }
    let exceptions = own.map { "\($0.key.written) for \($0.voices)" }
    return ([rhythm.feel.written] + exceptions).joined(separator: "; ")
  }

  /// The rhythm's letter, and those of voices that are documented otherwise.
  private static func evidence(of rhythm: Rhythm) -> [String] {
    let letter = rhythm.origin.evidence
    let own = rhythm.parts.grouped { $0.evidence == letter ? nil : $0.evidence }
    let exceptions = own.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue) for \($0.voices): \($0.key.meaning)" }
    return ["\(letter.rawValue): \(letter.meaning)"] + exceptions
  }
}

extension [Rhythm.Part] {
  /// The names of the voices that share something, in order of the first of each.
  func grouped<Key: Hashable>(by key: (Rhythm.Part) -> Key?) -> [(key: Key, voices: String)] {
    var keys: [Key] = []
    var names: [Key: [String]] = [:]
    for part in self {
      guard let key = key(part) else { continue }
      if names[key] == nil { keys.append(key) }
      names[key, default: []].append(part.voice.name)
    }
    return keys.map { ($0, (names[$0] ?? []).joined(separator: ", ")) }
  }
}

extension Metre {
  /// The metre with its groups, if it has more than one: `7/8 (2+2+3)`.
  var withGroups: String {
    let signature = "\(pulses)/\(unit)"
    return groups.count > 1
      ? "\(signature) (\(groups.map(String.init).joined(separator: "+")))" : signature
  }
}

extension TempoRange {
  /// `118-126 BPM`; where another note than the quarter is counted, in that and in quarters.
  var inWords: String {
    let quarters = "\(Self.range(rate, times: (try? unit * 4) ?? 1)) BPM"
    guard unit != Fraction(1, 4) else { return quarters }
    let name = Self.names[unit] ?? "notes of \(unit)"
    return "\(Self.range(rate, times: 1)) \(name) a minute (\(quarters))"
  }

  private static let names = [
    Fraction(1, 1): "whole notes", Fraction(1, 2): "halves", Fraction(3, 4): "dotted halves",
    Fraction(3, 8): "dotted quarters", Fraction(1, 8): "eighths",
    Fraction(3, 16): "dotted eighths", Fraction(1, 16): "sixteenths",
  ]

  private static func range(_ rate: ClosedRange<Int>, times factor: Fraction) -> String {
    let ends = [rate.lowerBound, rate.upperBound].map { end in
      (try? Fraction(end) * factor)?.decimal ?? "\(end)"
    }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "-")
  }
}
