import Composer
import Music
import Notation

extension Reading {
  /// The blend of two patterns by one of the ways that have words of their own.
  func pair(by mixture: Mixture) throws(ScoreError) -> Meaning {
    let strains = [try strain("first"), try strain("second")]
    let amount = try control("amount", in: 0...1) ?? .constant(Fraction(1, 2))
    return try blend(of: strains, by: mixture, [amount])
  }

  /// What `blend` means.
  func blend() throws(ScoreError) -> Meaning {
    let (strains, amount) = try ends()
    let weights = try weights(for: strains.count)
    if amount != nil, has("weights") {
      throw checker.error(.givenTwice("how far"), at: argument("weights")?.place ?? call.place)
    }
    var mixture = Mixture(way: try way(of: strains.count))
    mixture.settings.pairs = try pairs(between: strains)
    if let order = try choice("order", as: Jump.Settings.Order.self) {
      guard mixture.way.hasOrders else {
        throw checker.error(
          .outOfRange(
            called("order"), found: "said of '\(mixture.way.rawValue)'",
            expected: "it with jump, glide or staged, or leave it out"),
          at: argument("order")?.place ?? call.place)
      }
      mixture.settings.order = order
    }
    mixture.settings.seed = UInt64(try whole("seed", in: 0...Int.max) ?? 0)
    mixture.isWeighed = !weights.isEmpty
    let apart = try aspects(of: &mixture)
    let usual = Fraction(apart.isEmpty ? 1 : 0, 2)
    let amounts = weights.isEmpty ? [amount ?? .constant(usual)] + apart : weights
    return try blend(of: strains, by: mixture, amounts)
  }

  private func blend(
    of strains: [Strain], by mixture: Mixture, _ controls: [Control]
  ) throws(ScoreError) -> Meaning {
    let step = has("at") ? try choice("at", as: Planned.Step.self) : nil
    let planned = Planned(
      strains.map(\.theme), by: controls, every: step ?? .bars, at: call.place, isBlend: true
    ) { ends throws(ComposerError) in try mixture.plan(ends) }
    return .strain(try together(strains).playing(planned))
  }

  /// The patterns that are blended, with what stands before the dot as the first, and how far.
  private func ends() throws(ScoreError) -> (strains: [Strain], amount: Control?) {
    var strains = receiver.map { [$0] } ?? []
    var amount = try control("amount", in: 0...1)
    let arguments = arguments("patterns")
    for (index, argument) in arguments.enumerated() {
      let meaning = try meaning(of: argument.value)
      switch meaning {
      case .strain(let strain): strains.append(strain)
      case .number where index == arguments.count - 1 && !strains.isEmpty,
        .signal where index == arguments.count - 1 && !strains.isEmpty,
        .text where index == arguments.count - 1 && !strains.isEmpty:
        guard amount == nil else {
          throw checker.error(.givenTwice("'amount'"), at: argument.place)
        }
        amount = try control("amount", argument.value, in: 0...1)
      default: throw wrongKind("patterns", meaning, argument.value)
      }
    }
    guard strains.count > 1 else {
      throw checker.error(
        .missing(
          parameter: "another pattern", of: word.name, expected: expected("patterns")),
        at: call.place)
    }
    return (strains, amount)
  }

  private func way(of count: Int) throws(ScoreError) -> Operator {
    let usual = count > 2 ? Operator.race : Operator.jump
    guard let argument = argument("operator") else { return usual }
    let way = try choice("operator", as: Operator.self) ?? usual
    if [.interlock, .hocket, .alternate].contains(way) {
      throw checker.error(
        .outOfRange(
          called("operator"), found: "'\(way.rawValue)'",
          expected: "\(way.rawValue)(a, b, 0.5), which is a word of its own"),
        at: argument.place)
    }
    if way == .groove {
      throw checker.error(
        .outOfRange(
          called("operator"), found: "'groove'",
          expected: "a.groove(b, 50%), which is a word of its own"), at: argument.place)
    }
    guard count == 2 || Operator.mixes.contains(way) else {
      throw checker.error(
        .outOfRange(
          called("operator"), found: "'\(way.rawValue)' of \(count) patterns",
          expected: "\"race\" or \"barycentre\" for more than two"),
        at: argument.place)
    }
    return way
  }

  /// A number or signal for each pattern, where they are said.
  private func weights(for count: Int) throws(ScoreError) -> [Control] {
    guard let argument = argument("weights") else { return [] }
    let meaning = try meaning(of: argument)
    guard case .list(let items) = meaning else { throw wrongKind("weights", meaning, argument) }
    guard items.count == count else {
      throw checker.error(
        .outOfRange(
          called("weights"), found: "\(items.count) for \(count) patterns",
          expected: expected("weights")), at: argument.place)
    }
    var weights: [Control] = []
    for item in items { weights.append(try control("weights", item, in: 0...1000)) }
    guard !weights.allSatisfy({ $0.constant == 0 }) else { throw outOfRange("weights", argument) }
    return weights
  }

  /// The amounts of aspects that are apart.
  private func aspects(of mixture: inout Mixture) throws(ScoreError) -> [Control] {
    if let argument = argument("only") {
      for name in try words("only", argument) {
        guard let aspect = Amounts.Aspect(rawValue: name) else {
          let names = Amounts.Aspect.allCases.map(\.rawValue)
          throw checker.error(
            .unknownChoice(
              name, nearest: Suggestion.nearest(to: name, among: names), among: names),
            at: argument.place)
        }
        mixture.only.append(aspect)
      }
    }
    var controls: [Control] = []
    for aspect in Amounts.Aspect.allCases {
      guard let control = try control(aspect.rawValue, in: 0...1) else { continue }
      mixture.apart.append(aspect)
      controls.append(control)
    }
    let said = (mixture.only.isEmpty ? [] : ["only"]) + mixture.apart.map(\.rawValue)
    if let name = said.first, mixture.isWeighed || Operator.mixes.contains(mixture.way) {
      throw outOfPlace(name)
    }
    return controls
  }

  /// Words with blanks or commas between, of a text or a list of texts.
  func words(_ name: String, _ expression: Expression) throws(ScoreError) -> [String] {
    let meaning = try meaning(of: expression)
    if case .list(let items) = meaning {
      var words: [String] = []
      for item in items { words += try self.words(name, item) }
      return words
    }
    guard case .text(let text) = meaning else { throw wrongKind(name, meaning, expression) }
    return text.split { " ,".contains($0) }.map(String.init)
  }

  /// Which sound becomes which, where that is said.
  private func pairs(between strains: [Strain]) throws(ScoreError) -> [SoundMap.Pair] {
    guard let argument = argument("map") else { return [] }
    guard strains.count == 2 else {
      throw outOfPlace("map")
    }
    var pairs: [SoundMap.Pair] = []
    for text in try words("map", argument) {
      guard let pair = SoundMap.Pair(text)?.inFull else { throw outOfRange("map", argument) }
      for (stream, strain) in zip([pair.first, pair.second], strains) {
        guard let voice = stream?.voice, !strain.theme.traits.voices.contains(voice) else {
          continue
        }
        throw checker.error(
          noVoice(voice.name, among: strain.theme.traits.voices, orKnown: false),
          at: argument.place)
      }
      pairs.append(pair)
    }
    return pairs
  }

  /// The fault that something is said that goes with one blend of two patterns alone.
  private func outOfPlace(_ name: String) -> ScoreError {
    checker.error(
      .outOfRange(
        called(name), found: "said of a mix",
        expected: "it with two patterns and an amount, or leave it out"),
      at: argument(name)?.place ?? call.place)
  }

  /// The fault that something is not before the dot.
  func misses(_ what: String, _ example: String) -> ScoreError {
    checker.error(
      .wrongKind(
        "what stands before '.\(word.name)'", found: "a pattern without \(what)",
        expected: "\(example) there"), at: call.receiver?.place ?? call.place)
  }
}

extension SoundMap.Pair {
  /// The pair with short names of drums in full.
  fileprivate var inFull: SoundMap.Pair {
    SoundMap.Pair(first: first?.inFull, second: second?.inFull)
  }
}

extension SoundMap.Stream {
  fileprivate var inFull: SoundMap.Stream {
    SoundMap.Stream(voice: Voice(Sound.shortNames[voice.name] ?? voice.name), accented: accented)
  }
}
