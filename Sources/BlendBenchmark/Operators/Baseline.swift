package import Composer
package import Music

/// A simple way to blend, to which the others are compared.
package enum Baseline: String, CaseIterable, Operator {
  /// The first rhythm up to the middle, then the second.
  case hardSwitch = "hard switch"
  /// Voice by voice: hats, then snares, then kicks, as a disc jockey mixes stems.
  case stemSwap = "stem swap"
  /// Both at once, one fading out and the other in.
  case volumeCrossfade = "volume crossfade"
  /// Each place of each voice is taken from the second rhythm with the chance of the amount,
  /// decided afresh for each amount.
  ///
  /// Source: the baseline in data space of A. Roberts et al., "A Hierarchical Latent Vector Model",
  /// ICML 2018.
  case bernoulli = "Bernoulli"
  /// The same with one decision for all amounts.
  case consistentBernoulli = "consistent Bernoulli"
  /// The strengths of the places are mixed, and the strongest play, as many as lie between the two.
  ///
  /// Source: the idea of the Grids module by Mutable Instruments, for two maps.
  case levelMix = "level mix"

  package var name: String { rawValue }

  package func path(from first: Fit.Fitted, to second: Fit.Fitted) throws -> [Rhythm] {
    let cells = Cell.all(first.rhythm, second.rhythm)
    let weights = Weights(of: second.rhythm)
    // One name for each pair, so that each has chances of its own.
    let pair = "\(first.rhythm.origin.id) \(second.rhythm.origin.id)"
    return try Path.amounts.map { amount in
      switch amount.step {
      case 0: first.rhythm
      case Amount.steps: second.rhythm
      default:
        try Rhythm(
          origin: second.rhythm.origin, bars: second.rhythm.bars, grid: second.rhythm.grid,
          tempo: second.rhythm.tempo,
          parts: Lane.allCases.map { lane in
            Rhythm.Part(
              voice: lane.voice,
              notes: notes(of: cells[lane.rawValue], lane, of: pair, at: amount, weights))
          })
      }
    }
  }

  private func notes(
    of cells: [Cell], _ lane: Lane, of pair: String, at amount: Amount, _ weights: Weights
  ) -> [Note] {
    func taken(_ isSecond: (Cell) -> Bool) -> [Note] {
      cells.compactMap { isSecond($0) ? $0.second : $0.first }
    }
    let part = amount.fraction.approximation
    switch self {
    case .hardSwitch: return taken { _ in part >= 0.5 }
    case .stemSwap:
      let turn = Lane.allCases.count - 1 - lane.rawValue
      return taken { _ in part >= (Double(turn) + 0.5) / Double(Lane.allCases.count) }
    case .volumeCrossfade: return cells.compactMap { $0.faded(part) }
    case .bernoulli:
      let chance = Chance(seed: UInt64(amount.step))
      return taken { chance.number(for: "\(pair) \(lane)", at: $0.onset) < part }
    case .consistentBernoulli:
      let chance = Chance(seed: 0)
      return taken { chance.number(for: "\(pair) \(lane)", at: $0.onset) < part }
    case .levelMix:
      let counts = (cells.count { $0.first != nil }, cells.count { $0.second != nil })
      let count = (Double(counts.0) * (1 - part) + Double(counts.1) * part).rounded()
      return
        cells.map { ($0, $0.level(part), weights[$0.onset]) }
        .sorted { ($0.1, $0.2, $0.0.onset) > ($1.1, $1.2, $1.0.onset) }
        .prefix(Int(count)).map { $0.0.struck(part) }
    }
  }
}

/// A place of a voice at which one of two rhythms has a note, or both.
private struct Cell {
  let onset: Fraction
  let first: Note?
  let second: Note?

  /// The cells of each lane, in order.
  static func all(_ first: Rhythm, _ second: Rhythm) -> [[Cell]] {
    Lane.allCases.map { lane in
      let notes = [first, second].map { rhythm in
        Dictionary(
          uniqueKeysWithValues: (rhythm[lane.voice]?.notes ?? []).map { ($0.onset, $0) })
      }
      return Set(notes[0].keys).union(notes[1].keys).sorted().map {
        Cell(onset: $0, first: notes[0][$0], second: notes[1][$0])
      }
    }
  }

  /// How strong the place is, from silence at 0.
  func level(_ part: Double) -> Double {
    Double(first?.velocity.value ?? 0) * (1 - part) + Double(second?.velocity.value ?? 0) * part
  }

  /// The note as strong as the place, where it is not silent.
  func faded(_ part: Double) -> Note? {
    let level = Int(level(part).rounded())
    return level < 1 ? nil : struck(Velocity(clamping: level))
  }

  /// The note as strong as it is in the rhythms that have it.
  func struck(_ part: Double) -> Note {
    let alone = first == nil || second == nil
    let velocity = alone ? (first ?? second)?.velocity : nil
    return struck(velocity ?? Velocity(clamping: Int(level(part).rounded())))
  }

  private func struck(_ velocity: Velocity) -> Note {
    Note(
      onset: onset, length: (first ?? second)?.length ?? 1, stroke: .normal, velocity: velocity)
  }
}

/// How strong places are in a rhythm's metre; places between those of its grid are weakest.
struct Weights {
  private let ranks: MetricalRanks?
  private let stepsPerWhole: Int

  init(of rhythm: Rhythm) {
    let steps =
      try? Fraction.commonDenominator(of: rhythm.bars.map { Fraction(1, $0.unit) } + [rhythm.grid])
    stepsPerWhole = steps ?? 1
    ranks = MetricalRanks(bars: rhythm.bars, stepsPerWhole: stepsPerWhole)
  }

  subscript(_ onset: Fraction) -> Double {
    let place = onset.numerator * stepsPerWhole
    guard place.isMultiple(of: 4 * onset.denominator) else { return 0 }
    return ranks?.weight(of: place / (4 * onset.denominator)) ?? 0
  }
}
