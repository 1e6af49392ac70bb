import Composer
import Music
import Notation

/// A call of a word while it is read: its arguments by the names of its parameters.
struct Reading {
  let word: Word
  let call: Expression.Call
  /// Who reads the score.
  let checker: Checker
  /// The names that a function has given.
  let scope: Checker.Scope
  /// What stands before the dot.
  let subject: Meaning?
  private let given: [String: [Expression.Argument]]

  init(
    _ word: Word, _ call: Expression.Call, _ checker: Checker, _ scope: Checker.Scope,
    subject: Meaning?
  ) throws(ScoreError) {
    (self.word, self.call, self.checker, self.scope) = (word, call, checker, scope)
    self.subject = subject
    given = try Self.sorted(
      call.arguments, of: word, at: call.place,
      hasFirst: word.role == .combination && subject != nil,
      checker)
  }

  /// The arguments by their parameters; those without a label in order.
  private static func sorted(
    _ arguments: [Expression.Argument], of word: Word, at place: Place, hasFirst: Bool,
    _ checker: Checker
  ) throws(ScoreError) -> [String: [Expression.Argument]] {
    var given: [String: [Expression.Argument]] = [:]
    var waiting = word.parameters[...]
    if hasFirst, waiting.first?.isRepeated == false { waiting = waiting.dropFirst() }
    for argument in arguments {
      guard let label = argument.label else {
        while let next = waiting.first, !next.isRepeated, given[next.name] != nil {
          waiting = waiting.dropFirst()
        }
        guard let next = waiting.first else {
          throw checker.error(
            .tooMany(word.name, most: word.parameters.count), at: argument.place)
        }
        given[next.name, default: []].append(argument)
        if !next.isRepeated { waiting = waiting.dropFirst() }
        continue
      }
      if let pairs = word.parameters.first(where: { $0.name == "…" }) {
        given[pairs.name, default: []].append(argument)
        continue
      }
      guard let parameter = word.parameters.first(where: { $0.name == label }) else {
        throw checker.error(
          .unknownLabel(label, of: word.name, labels: word.parameters.map(\.name)),
          at: argument.place)
      }
      guard given[label] == nil || parameter.isRepeated else {
        throw checker.error(.givenTwice("'\(label)'"), at: argument.place)
      }
      given[label, default: []].append(argument)
    }
    for parameter in word.parameters where !parameter.isOptional && given[parameter.name] == nil {
      if hasFirst, parameter == word.parameters.first { continue }
      throw checker.error(
        .missing(parameter: parameter.name, of: word.name, expected: parameter.expected),
        at: place)
    }
    return given
  }

  /// Whether something was given for a parameter.
  func has(_ name: String) -> Bool { given[name] != nil }

  /// What was given for a parameter that may stand once.
  func argument(_ name: String) -> Expression? { given[name]?.first?.value }

  /// All that was given for a parameter.
  func arguments(_ name: String) -> [Expression.Argument] { given[name] ?? [] }

  /// The pattern before the dot.
  var receiver: Strain? {
    if case .strain(let strain) = subject { strain } else { nil }
  }

  /// The pattern before the dot, which must be there.
  func theme() throws(ScoreError) -> Strain {
    guard let receiver else { throw checker.error(.onlyBehindDot(word.name), at: call.place) }
    return receiver
  }

  /// What may stand in a place, to follow "write".
  func expected(_ name: String) -> String {
    word.parameters.first { $0.name == name }?.expected ?? "something else"
  }

  /// A parameter in words.
  func called(_ name: String) -> String { "'\(name)' of '\(word.name)'" }

  /// The fault that an argument is something else than what it must be.
  func wrongKind(_ name: String, _ found: Meaning, _ expression: Expression) -> ScoreError {
    checker.error(
      .wrongKind(called(name), found: found.kind, expected: expected(name)),
      at: expression.place)
  }

  func outOfRange(_ name: String, _ expression: Expression) -> ScoreError {
    checker.error(
      .outOfRange(called(name), found: expression.description, expected: expected(name)),
      at: expression.place)
  }

  func meaning(of expression: Expression) throws(ScoreError) -> Meaning {
    try checker.meaning(of: expression, in: scope)
  }
}
