import Glibc

/// What a good path is: twelve questions, each with a number for an answer.
///
/// The gates are those that the research for this program set after a first run; no listening test
/// stands behind them. Floors, at which a criterion adds nothing to the score, are ours.
package enum Criterion: Int, CaseIterable, Sendable {
  case monotony, slack, largestStep, linearity, anchors, density, offGrid, flams, syncopation
  case idiom, visits, spread

  /// The column's heading.
  package var heading: String {
    switch self {
    case .monotony: "mono"
    case .slack: "slack"
    case .largestStep: "step"
    case .linearity: "nonlin"
    case .anchors: "anchor"
    case .density: "dens"
    case .offGrid: "offgrd"
    case .flams: "flams"
    case .syncopation: "sync"
    case .idiom: "idiom"
    case .visits: "visits"
    case .spread: "spread"
    }
  }

  /// What the number is.
  package var meaning: String {
    switch self {
    case .monotony: "rank correlation of the amount with the distances from both ends"
    case .slack: "how much longer the way over each rhythm is than the way itself, on average"
    case .largestStep: "the largest step, as a part of the way"
    case .linearity: "the most by which the part of the way that is done is not the amount"
    case .anchors: "the least share of the notes of both rhythms that is there"
    case .density: "how far the number of notes in a voice is from the line between the ends"
    case .offGrid: "the share of notes over 16 ms away from both grids"
    case .flams: "notes of one voice less than 60 ms apart, more than the ends have"
    case .syncopation: "syncopation above or below both ends, as a part of theirs"
    case .idiom: "bits a sixteenth above the line between the ends, by a model of the library"
    case .visits: "the share of five places on the way that it comes by"
    case .spread: "how unlike the four quarters of the circle are in what is done"
    }
  }

  /// The worst number that is good enough.
  package var gate: Double {
    switch self {
    case .monotony: 0.94
    case .slack: 0.12
    case .largestStep: 0.30
    case .linearity: 0.16
    case .anchors: 0.999
    case .density: 0.20
    case .offGrid: 0.01
    case .flams: 0.02
    case .syncopation: 0.20
    case .idiom: 0.90
    case .visits: 0.75
    case .spread: 0.12
    }
  }

  /// The number that adds nothing to the score, and the one that cannot be better.
  private var range: (floor: Double, ideal: Double) {
    switch self {
    case .monotony, .anchors, .visits: (0, 1)
    case .slack, .largestStep, .density, .flams, .syncopation: (1, 0)
    case .linearity, .offGrid: (0.5, 0)
    case .idiom: (Answers.idiomOfNone, 0)
    case .spread: (0.3, 0)
    }
  }

  /// Whether more is better.
  private var isRising: Bool { range.ideal > range.floor }

  /// Whether a number is good enough.
  package func passes(_ value: Double) -> Bool { isRising ? value >= gate : value <= gate }

  /// Whether a number is better than another, by more than rounding.
  package func prefers(_ value: Double, to other: Double) -> Bool {
    isRising ? value > other + 1e-9 : value < other - 1e-9
  }

  /// The number as a part of the score, from 0.01 to 1.
  func share(_ value: Double) -> Double {
    let (floor, ideal) = range
    return min(max(0.01, (value - floor) / (ideal - floor)), 1)
  }
}

/// The answers to all questions about one path, or their means.
package struct Answers: Sendable {
  /// The bits of a rhythm that is not there: a path that never comes by a place has no idiom there.
  static let idiomOfNone = 1.25

  /// By ``Criterion``.
  private let values: [Double]
  /// The geometric mean of the criteria, each from 0.01 to 1.
  package let score: Double

  init(_ answer: (Criterion) -> Double) {
    let values = Criterion.allCases.map(answer)
    let shares = zip(Criterion.allCases, values).map { $0.share($1) }
    self.values = values
    score = pow(shares.reduce(1, *), 1 / Double(shares.count))
  }

  /// The means of some answers; the score is the mean of their scores.
  package init(meanOf answers: [Answers]) {
    values = Criterion.allCases.map { criterion in answers.map { $0[criterion] }.mean }
    score = answers.map(\.score).mean
  }

  package subscript(_ criterion: Criterion) -> Double { values[criterion.rawValue] }

  /// The criteria whose gates are not passed.
  package var failures: [Criterion] {
    Criterion.allCases.filter { !$0.passes(self[$0]) }
  }
}
