import ArgumentParser
import Composer
import Music

/// How much of several rhythms there is, and what single operators can be told.
struct MixingOptions: ParsableArguments {
  @Option(
    help: "How much of each rhythm there is, such as 2:1:1 or 50%:30%:20%; else as much of each.",
    transform: Self.weights)
  var weights: MixWeights?

  @Option(help: "With alternate, how many bars a phrase has at least; else 4.")
  var phrase: Int?

  @Flag(help: "With interlock, turn the second to where most of it finds room.")
  var rotate = false

  @OptionGroup var transition: TransitionOptions

  func validate() throws {
    try demand(.alternate, for: "--phrase", isSaid: phrase != nil)
    guard phrase.map((1...Bounds.rhythmBars).contains) ?? true else {
      throw ValidationError("--phrase is from 1 to \(Bounds.rhythmBars) bars")
    }
    try demand(.interlock, for: "--rotate", isSaid: rotate)
  }

  /// Refuses an option that belongs to another operator.
  private func demand(_ operation: Operator, for option: String, isSaid: Bool) throws {
    guard !isSaid || transition.way == operation else {
      throw ValidationError("\(option) is for --operator \(operation.rawValue): leave it out")
    }
  }

  /// Refuses what does not suit the number of rhythms.
  func check(names: Int) throws {
    let way = way(of: names)
    guard names == 2 || Operator.mixes.contains(way) else {
      let mixes = Operator.mixes.map(\.rawValue).joined(separator: " or ")
      throw ValidationError("\(way.rawValue) blends two rhythms: say --operator \(mixes) for more")
    }
    guard transition.order == nil || way.hasOrders else {
      throw ValidationError("\(way.rawValue) has an order of its own: leave --order out")
    }
    guard weights.map({ $0.steps.count == names }) ?? true else {
      throw ValidationError("--weights has a number for each of the \(names) rhythms")
    }
  }

  /// The operator for a number of rhythms.
  private func way(of count: Int) -> Operator { transition.way ?? (count > 2 ? .race : .jump) }

  /// Plans the blend of rhythms that were fitted to each other.
  ///
  /// Of more than two it is the path from each to the next, or stays where the weights are.
  ///
  /// - Parameters:
  ///   - rhythms: The rhythms, in the same bars.
  ///   - seed: What decides between places of like strength.
  ///   - weights: Where a mix of more than two stays, if it does.
  ///   - aspects: How far each aspect is.
  /// - Returns: The blend, with nothing done to it yet.
  /// - Throws: ``ComposerError``, or `ValidationError` where options do not go together.
  func plan(
    of rhythms: [Fit.Fitted], seed: UInt64, staysAt weights: MixWeights?,
    aspects: AspectOptions
  ) throws -> BlendPlan {
    let way = way(of: rhythms.count)
    let settings = transition.settings(seed: seed)
    guard rhythms.count > 2, let mix = try way.mix(of: rhythms.map(\.rhythm), settings: settings)
    else {
      let blend = try way.blend(
        from: rhythms[0], to: rhythms[1], settings: settings, choices: choices)
      let apart = try aspects.apart(blend, named: way.rawValue)
      return BlendPlan(apart, of: [blend.first, blend.second]) {
        aspects.amounts(at: $0).description
      }
    }
    guard !aspects.isAsked else {
      throw ValidationError("aspects of two rhythms can be apart, not of more")
    }
    let path = weights.map { MixPath(mix, through: [$0]) } ?? MixPath(mix)
    return BlendPlan(path, of: mix.rhythms) { path.weights(at: $0).description }
  }

  /// What single operators are told.
  private var choices: Operator.Choices {
    var choices = Operator.Choices()
    choices.interlock.rotates = rotate
    choices.phraseBars = phrase ?? choices.phraseBars
    return choices
  }

  private static func weights(_ text: String) throws -> MixWeights {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { part in
      Double(part.hasSuffix("%") ? part.dropLast() : part)
    }
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, known.count > 1, known.allSatisfy(\.isFinite) else {
      throw ValidationError("--weights is a number for each rhythm, such as 2:1:1 or 50%:30%:20%")
    }
    guard known.allSatisfy({ $0 >= 0 }) else {
      throw ValidationError("--weights are not below zero")
    }
    let most = known.max() ?? 0
    guard most > 0,
      let weights = MixWeights(known.map { Int(($0 / most * Double(1 << 24)).rounded()) })
    else { throw ValidationError("--weights are not all zero") }
    return weights
  }
}
