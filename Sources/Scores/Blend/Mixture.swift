import Composer
import Music

/// How patterns are blended: everything but the patterns and how far.
struct Mixture: Sendable {
  var way: Operator
  var settings = Jump.Settings()
  var choices = Operator.Choices()
  /// The aspects that follow the amount; all where none is named.
  var only: [Amounts.Aspect] = []
  /// The aspects that have numbers of their own, which follow the amount among those of a moment.
  var apart: [Amounts.Aspect] = []
  /// Whether there is a weight for each pattern in place of an amount.
  var isWeighed = false

  /// Plans the blend of phrases that have the same bars.
  func plan(_ ends: [Fit.Fitted]) throws(ComposerError) -> Planned.Plan {
    if Operator.mixes.contains(way),
      let mix = try way.mix(of: ends.apart(), settings: settings)
    {
      return plan(of: mix)
    }
    let blend = try way.blend(from: ends[0], to: ends[1], settings: settings, choices: choices)
    return Planned.Plan(bars: blend.first.bars.count) {
      bar, moment throws(ComposerError) in
      let amount = amount(in: moment.numbers)
      return try Lag(moment.lag).rhythm(at: amount) { amount throws(ComposerError) in
        guard !only.isEmpty || !apart.isEmpty, let blend = blend as? any AspectBlending else {
          return try blend.bar(bar, at: amount)
        }
        return try blend.bar(bar, at: amounts(at: amount, moment.numbers))
      }
    }
  }

  private func plan(of mix: any Mixing) -> Planned.Plan {
    let path = MixPath(mix)
    return Planned.Plan(bars: path.first.bars.count) { bar, moment throws(ComposerError) in
      guard isWeighed else {
        return try Lag(moment.lag).rhythm(at: amount(in: moment.numbers)) {
          amount throws(ComposerError) in
          try path.bar(bar, at: amount)
        }
      }
      let whole = try mix.rhythm(at: MixWeights(of: moment.numbers))
      return try exactly { () throws(MusicError) in try whole.bar(bar) }
    }
  }

  /// How far a blend of two is.
  private func amount(in numbers: [Fraction]) -> Amount {
    isWeighed ? Amount(step: MixWeights(of: numbers).steps[1]) : Amount(numbers[0].approximation)
  }

  private func amounts(at amount: Amount, _ numbers: [Fraction]) -> Amounts {
    var amounts = only.isEmpty ? Amounts(amount) : Amounts(amount, only: only)
    for (aspect, number) in zip(apart, numbers.dropFirst()) {
      amounts[aspect] = Amount(number.approximation)
    }
    return amounts
  }
}

extension MixWeights {
  /// Shares in proportion to numbers; equal ones where none is above zero.
  fileprivate init(of numbers: [Fraction]) {
    let bounded = numbers.map { max(0, $0.approximation) }
    let most = bounded.max() ?? 0
    let parts = bounded.map { most > 0 ? Int(($0 / most * Double(1 << 24)).rounded()) : 1 }
    self = Self(parts) ?? Self(only: 0, of: max(1, numbers.count))
  }
}

extension [Fit.Fitted] {
  /// The rhythms, each with a name of its own, by which chance knows it.
  fileprivate func apart() -> [Rhythm] {
    var known: Set<String> = []
    return enumerated().map { index, end in
      var rhythm = end.rhythm
      if !known.insert(rhythm.origin.id).inserted { rhythm.origin.id += "-\(index + 1)" }
      return rhythm
    }
  }
}
