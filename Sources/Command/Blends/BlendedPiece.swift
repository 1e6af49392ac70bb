import Composer
import Music

/// Rhythms that are blended over some bars.
struct BlendedPiece {
  /// The rhythms, as they are by themselves.
  let rhythms: [Rhythm]
  /// How each but the last meets the bars of the last.
  let fits: [Fit]
  /// The blend, with all that is done to it.
  var plan: BlendPlan
  /// How many bars there are.
  let bars: Int
  private let amountOptions: AmountOptions
  private let seed: UInt64
  /// The way that the amount takes.
  private var way: Curve

  init(
    of materials: [Material], _ options: BlendOptions, in metre: Metre, seed: UInt64, bars: Int
  ) throws {
    let rhythms = try materials.map { try $0.rhythm(in: metre, chance: Chance(seed: seed)) }
    let (mixing, amount) = (options.mixing, options.amount)
    let last = rhythms[rhythms.count - 1]
    let fits = rhythms.dropLast().map { mixing.transition.fit(for: $0, last) }
    // Three or more stay at the weights, or at equal ones where nothing is said.
    let still =
      amount.isAsked
      ? nil : mixing.weights ?? MixWeights(Array(repeating: 1, count: rhythms.count))
    plan = try Self.naming(rhythms) {
      try mixing.plan(
        of: mixing.transition.aligned(Fit.fitted(rhythms, by: fits)), seed: seed, staysAt: still,
        aspects: options.aspects)
    }
    (plan.lag, plan.shaping) = (amount.voiceLag, options.shaping.shaping)
    (self.rhythms, self.fits, self.seed, self.bars) = (rhythms, fits, seed, bars)
    amountOptions = amount
    // It stays, of two rhythms with weights, at the share of the second.
    way = amount.way(
      usual: mixing.weights.map { Amount(step: $0.steps[1]) } ?? options.aspects.usualAmount)
  }

  /// The amount at the beginning.
  var amount: Amount { way.amount(at: 0, of: bars) }

  /// The amount at the beginning of each bar.
  var amounts: [Amount] { way.amounts(bars: bars) }

  /// Moves all amounts by so much, as far as they go.
  mutating func move(by change: Double) {
    func moved(_ amount: Amount) -> Amount { Amount(amount.fraction.approximation + change) }
    way = Curve(way.shape, from: moved(way.first), to: moved(way.last))
  }

  /// What sounds in a bar of the piece.
  mutating func bar(_ index: Int) throws(ComposerError) -> Rhythm {
    let metre = plan.bars[index % plan.bars.count]
    let step = amountOptions.step(
      in: metre, grid: min(plan.blend.first.grid, plan.blend.second.grid))
    let amounts = way.amounts(inBar: index, of: bars, lasting: metre.beats, every: step)
    return try plan.bar(index, at: amounts, every: step)
  }

  /// The whole piece.
  mutating func timeline(tempo: Tempo) throws -> Timeline {
    let arranger = Arranger(
      title: rhythms.map(\.origin.name).joined(separator: " / "), tempo: tempo,
      remarks: rhythms.map(\.remark) + ["a blend made by a program, seed \(seed)"])
    let markers = markers
    return try naming { piece in
      try arranger.timeline(bars: piece.bars, markers: markers) { index throws(ComposerError) in
        try piece.bar(index)
      }
    }
  }

  /// A marker at each fourth bar of a sweep and at its end, or one at the beginning.
  private var markers: [Int: String] {
    let amounts = amounts
    let bars = amounts.indices.filter { bar in
      bar == 0 || (amountOptions.sweep != nil && (bar % 4 == 0 || bar == amounts.count - 1))
    }
    return Dictionary(
      uniqueKeysWithValues: bars.map { bar in (bar, "blend \(plan.name(amounts[bar]))") })
  }

  /// The middle of the tempi that all rhythms have, else of the last's, in quarter notes a minute.
  var usualTempo: Double {
    let tempi = rhythms.map(\.tempo.beatsPerMinute)
    let low = tempi.map(\.lowerBound).max() ?? 0
    let high = tempi.map(\.upperBound).min() ?? 0
    return low <= high ? ((low + high) / 2).rounded() : rhythms[rhythms.count - 1].tempo.middle
  }

  /// Does something, and names the rhythms where it fails.
  mutating func naming<Result>(
    _ work: (inout BlendedPiece) throws -> Result
  ) throws -> Result {
    let rhythms = rhythms
    return try Self.naming(rhythms) { try work(&self) }
  }

  private static func naming<Result>(
    _ rhythms: [Rhythm], _ work: () throws -> Result
  ) throws -> Result {
    do { return try work() } catch let error as ComposerError where rhythms.count == 2 {
      throw Failure(error, blending: rhythms[0], rhythms[1])
    } catch let error as ComposerError {
      throw Failure(error, in: rhythms.map(\.origin.id).joined(separator: ", "))
    }
  }
}
