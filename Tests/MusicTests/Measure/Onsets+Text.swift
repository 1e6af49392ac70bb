import Testing

@testable import Music

extension Onsets {
  /// The onsets of a text such as `x..x..x.`, one letter a step, in a row of equal bars.
  init(_ text: String, in metre: Metre = .common, bars: Int = 1) throws {
    let steps = Array(text.filter { $0 != " " })
    let bars = Array(repeating: metre, count: bars)
    let length = bars.reduce(0) { $0 + $1.pulses * 64 / $1.unit }
    self = try #require(
      Onsets(
        bars: bars, stepsPerWhole: steps.count * 64 / length,
        steps: steps.indices.filter { steps[$0] == "x" }))
  }

  /// Any set of steps of one bar, one bit a step.
  init(bits: Int, of count: Int) throws {
    self = try #require(
      Onsets(
        bars: [Metre(groups: [count], unit: 16) ?? .common], stepsPerWhole: 16,
        steps: (0..<count).filter { bits >> $0 & 1 == 1 }))
  }

  /// Every set of steps of one bar.
  static func all(of count: Int) throws -> [Onsets] {
    try (0..<1 << count).map { try Onsets(bits: $0, of: count) }
  }

  /// The same onsets some steps later, round the circle.
  func turned(by steps: Int) throws -> Onsets {
    try #require(
      Onsets(
        bars: bars, stepsPerWhole: stepsPerWhole,
        steps: self.steps.map { ($0 + steps) % stepCount }))
  }

  /// The same bars so many times.
  func repeated(_ times: Int) throws -> Onsets {
    try #require(
      Onsets(
        bars: Array((0..<times).map { _ in bars }.joined()), stepsPerWhole: stepsPerWhole,
        steps: (0..<times).flatMap { time in steps.map { $0 + time * stepCount } }))
  }
}

extension Metre {
  /// A metre of some groups over a unit.
  static func of(_ groups: Int..., over unit: Int) throws -> Metre {
    try #require(Metre(groups: groups, unit: unit))
  }
}

/// Rhythms whose measures were published.
enum Published {
  /// Six timelines of sixteen steps in four beats.
  ///
  /// Source: F. Gómez, A. Melvin, D. Rappaport and G. Toussaint, "Mathematical Measures of
  /// Syncopation", BRIDGES 2005, figure 8.
  static let claves = [
    "shiko": "x...x.x...x.x...", "son": "x..x..x...x.x...", "soukous": "x..x..x...xx....",
    "rumba": "x..x...x..x.x...", "bossa": "x..x..x...x..x..", "gahu": "x..x..x...x...x.",
  ]

  /// Ten bells of twelve steps in four beats: the same, figure 11.
  static let bells = [
    "soli": "x.x.x.x.xx.x", "tambu": "x.x.x.xx.x.x", "bembe": "x.x.xx.x.x.x",
    "bembe-2": "xx.x.xx.x.x.", "yoruba": "x.x.xx.x.xx.", "tonada": "x.xx.xx.x.x.",
    "asaadua": "x.x.x.xx.xx.", "sorsonet": "xxx.x.x.x.x.", "bemba": "x.xx.x.x.xx.",
    "ashanti": "x.xx.x.xx.x.",
  ]

  /// Five metres of flamenco.
  ///
  /// Source: J. M. Díaz-Báñez and others, "El Compás Flamenco: A Phylogenetic Analysis", BRIDGES
  /// 2004.
  static let flamenco = [
    "soleá": "..x..x.x.x.x", "bulería": "..x...xx.x.x", "seguiriya": "x.x.x..x..x.",
    "guajira": "x..x..x.x.x.", "fandango": "x..x..x..x..",
  ]

  static func clave(_ name: String) throws -> Onsets {
    let text = try #require(claves[name])
    return try Onsets(text)
  }

  static func bell(_ name: String) throws -> Onsets {
    let text = try #require(bells[name])
    return try Onsets(text, in: .of(3, 3, 3, 3, over: 8))
  }

  static func palo(_ name: String) throws -> Onsets {
    let text = try #require(flamenco[name])
    return try Onsets(text, in: .of(3, 3, 3, 3, over: 8))
  }
}
