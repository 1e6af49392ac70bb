import Composer
import Music
import Notation

extension Reading {
  /// A number, or nothing where it may be left out and is.
  func number(
    _ name: String, in range: ClosedRange<Fraction>
  ) throws(ScoreError) -> Fraction? {
    guard let expression = argument(name) else { return nil }
    let meaning = try meaning(of: expression)
    guard case .number(let number) = meaning else {
      throw wrongKind(name, meaning, expression)
    }
    guard range.contains(number) else { throw outOfRange(name, expression) }
    return number
  }

  /// A whole number.
  func whole(_ name: String, in range: ClosedRange<Int>) throws(ScoreError) -> Int? {
    let bounds = Fraction(range.lowerBound)...Fraction(range.upperBound)
    guard let number = try number(name, in: bounds) else { return nil }
    guard number.denominator == 1 else {
      throw outOfRange(name, argument(name) ?? Expression(.list([])))
    }
    return number.numerator
  }

  /// A number, a mini-notation of numbers or a signal.
  func control(
    _ name: String, in range: ClosedRange<Fraction>
  ) throws(ScoreError) -> Control? {
    guard let expression = argument(name) else { return nil }
    return try control(name, expression, in: range)
  }

  func control(
    _ name: String, _ expression: Expression, in range: ClosedRange<Fraction>
  ) throws(ScoreError) -> Control {
    let meaning = try meaning(of: expression)
    switch meaning {
    case .number(let number):
      guard range.contains(number) else { throw outOfRange(name, expression) }
      return .constant(number)
    case .signal(let signal): return .signal(signal)
    case .text:
      let pattern = try notation(expression)
      for (value, place) in pattern.values {
        guard let number = value.head.number, range.contains(number) else {
          throw checker.error(
            .outOfRange(called(name), found: value.description, expected: expected(name)),
            at: place)
        }
      }
      return .pattern(
        try checker.evaluator(of: pattern, at: expression.place),
        number: UInt64(checker.nextConstruct()), constancy: pattern.constancy)
    default: throw wrongKind(name, meaning, expression)
    }
  }

  /// A text.
  func text(_ name: String) throws(ScoreError) -> String? {
    guard let expression = argument(name) else { return nil }
    return try text(name, expression)
  }

  func text(_ name: String, _ expression: Expression) throws(ScoreError) -> String {
    let meaning = try meaning(of: expression)
    guard case .text(let text) = meaning else { throw wrongKind(name, meaning, expression) }
    return text
  }

  /// One of some words, written as a text.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, as type: Choice.Type
  ) throws(ScoreError) -> Choice? where Choice.RawValue == String {
    guard let expression = argument(name) else { return nil }
    let text = try text(name, expression)
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    throw checker.error(
      .unknownChoice(
        text, nearest: Suggestion.nearest(to: text, among: names), among: names),
      at: expression.place)
  }

  /// A mini-notation.
  func notation(_ name: String) throws(ScoreError) -> Pattern {
    guard let expression = argument(name) else { return .silence }
    return try notation(expression, name)
  }

  func notation(_ expression: Expression, _ name: String = "pattern") throws(ScoreError) -> Pattern
  {
    _ = try text(name, expression)
    return try checker.notation(expression)
  }

  /// Something that sounds.
  func strain(_ name: String) throws(ScoreError) -> Strain {
    if let receiver, word.parameters.first?.name == name, word.role == .combination {
      return receiver
    }
    guard let expression = argument(name) else { return Strain(Stacked(themes: [])) }
    return try strain(name, expression)
  }

  func strain(_ name: String, _ expression: Expression) throws(ScoreError) -> Strain {
    let meaning = try meaning(of: expression)
    guard case .strain(let strain) = meaning else { throw wrongKind(name, meaning, expression) }
    return strain
  }

  /// Several things that sound, with what stands before the dot as the first.
  func strains(_ name: String) throws(ScoreError) -> [Strain] {
    var strains = receiver.map { [$0] } ?? []
    for argument in arguments(name) { strains.append(try strain(name, argument.value)) }
    return strains
  }

  /// What a function makes of something that sounds.
  func applied(_ name: String, to strain: Strain) throws(ScoreError) -> Strain {
    guard let expression = argument(name) else { return strain }
    if case .name(let change) = expression.form, Vocabulary.byName[change]?.role == .change {
      return try applied(name, to: strain, change, at: expression.place)
    }
    let function = try meaning(of: expression)
    guard case .function(let parameter, let body) = function else {
      throw wrongKind(name, function, expression)
    }
    return try applied(name, to: strain, as: parameter, body)
  }

  private func applied(
    _ name: String, to strain: Strain, as parameter: String, _ body: Expression
  ) throws(ScoreError) -> Strain {
    var inner = scope
    inner.names[parameter] = .strain(strain)
    let result = try checker.meaning(of: body, in: inner)
    guard case .strain(let changed) = result else {
      throw wrongKind(name, result, body)
    }
    return changed
  }

  /// The word of a change stands for its function: `rev` for `x => x.rev()`.
  private func applied(
    _ name: String, to strain: Strain, _ change: String, at place: Place
  ) throws(ScoreError) -> Strain {
    let parameter = Expression(.name("x"), at: place)
    let body = Expression(.call(.init(change, of: parameter, at: place)), at: place)
    return try applied(name, to: strain, as: "x", body)
  }

  /// A fault that only shows when something is computed, at the word.
  func computed<Result>(
    _ compute: () throws(ComposerError) -> Result
  ) throws(ScoreError) -> Result {
    do { return try compute() } catch { throw checker.error(error, at: call.place) }
  }
}
