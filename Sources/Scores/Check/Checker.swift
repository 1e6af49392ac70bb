import Composer
import Music
import Notation

/// Finds out what a score means: every name, every word, every argument.
final class Checker {
  /// The text of the score, at which faults point.
  let source: SourceText
  let shelf: Shelf
  /// What the remarks of the score say.
  var header = Header()
  private(set) var faults: [ScoreError] = []
  /// Where the knobs of the score stand until they are turned, by the numbers of their controllers.
  private(set) var knobs: [Int: Fraction] = [:]

  private var definitions: [String: Definition] = [:]
  private var constructs = 0
  private var depth = 0
  /// How large all is that was read for the innermost call.
  private var gathered = Extent()

  /// Names that a function has given.
  struct Scope {
    var names: [String: Meaning] = [:]
  }

  /// What a name stands for, worked out when it is first asked for.
  private struct Definition {
    let expression: Expression
    let isTrack: Bool
    var state = State.unknown

    enum State {
      case unknown, asked
      case known(Meaning)
      case faulty(ScoreError)
    }
  }

  init(_ source: SourceText, _ shelf: Shelf) {
    (self.source, self.shelf) = (source, shelf)
  }

  func error(_ fault: ScoreError.Fault, at place: Place) -> ScoreError {
    ScoreError(fault, at: place, of: source)
  }

  func error(_ error: ComposerError, at place: Place) -> ScoreError {
    self.error(
      .cannotPlay("score", message: error.message, advice: error.advice), at: place)
  }

  /// A number for something that asks chance.
  func nextConstruct() -> Int {
    defer { constructs += 1 }
    return constructs
  }

  /// A knob; of two that have one controller the first says where it stands.
  func knob(_ controller: Int, at initial: Fraction) -> Signal {
    if knobs[controller] == nil { knobs[controller] = initial }
    return .knob(controller, initial)
  }

  // MARK: Statements

  /// The tracks of a score, in order; what is wrong is listed in ``faults``.
  func tracks(of score: Score) -> [(label: String, strain: Strain, place: Place)] {
    for statement in score.statements { collect { () throws(ScoreError) in try define(statement) } }
    var tracks: [(label: String, strain: Strain, place: Place)] = []
    for statement in score.statements {
      collect { () throws(ScoreError) in
        switch statement.form {
        case .definition(let name, _): _ = try meaning(of: name, at: statement.place)
        case .track(let label, let expression):
          let meaning = try meaning(of: label, at: statement.place)
          guard case .strain(let strain) = meaning else {
            throw error(
              .wrongKind(
                "a track", found: meaning.kind, expected: "a pattern, such as s(\"bd*4\")"),
              at: expression.place)
          }
          tracks.append((label, strain, statement.place))
        case .remark(let expression):
          guard case .nothing = try meaning(of: expression, in: Scope()) else {
            throw error(.saysNothing, at: expression.place)
          }
        }
      }
    }
    if tracks.isEmpty, faults.isEmpty {
      faults.append(error(.nothingToPlay, at: Place(start: 0, length: 0)))
    }
    return tracks
  }

  private func collect(_ work: () throws(ScoreError) -> Void) {
    do { try work() } catch {
      if !faults.contains(error) { faults.append(error) }
    }
  }

  private func define(_ statement: Score.Statement) throws(ScoreError) {
    let (name, expression, isTrack): (String, Expression, Bool)
    switch statement.form {
    case .definition(let given, let value): (name, expression, isTrack) = (given, value, false)
    case .track(let given, let value): (name, expression, isTrack) = (given, value, true)
    case .remark: return
    }
    // A word that only stands behind a dot is never taken for a name.
    guard Vocabulary.byName[name]?.standsBehindDot ?? true, name != "let" else {
      throw error(.wordAsName(name), at: statement.place)
    }
    guard definitions[name] == nil else { throw error(.namedTwice(name), at: statement.place) }
    definitions[name] = Definition(expression: expression, isTrack: isTrack)
  }

  // MARK: Expressions

  /// What a name of the score stands for.
  private func meaning(of name: String, at place: Place) throws(ScoreError) -> Meaning {
    guard let definition = definitions[name] else {
      throw error(.unknownName(name, nearest: nearest(to: name)), at: place)
    }
    switch definition.state {
    case .known(let meaning): return meaning
    case .faulty(let fault): throw fault
    case .asked: throw error(.itself(name), at: place)
    case .unknown: break
    }
    definitions[name]?.state = .asked
    let outer = gathered
    defer { gathered = outer }
    do {
      var meaning = try meaning(of: definition.expression, in: Scope())
      if definition.isTrack, case .strain(var strain) = meaning {
        strain.track = name
        strain.player.name = name
        meaning = .strain(strain)
      }
      definitions[name]?.state = .known(meaning)
      return meaning
    } catch {
      definitions[name]?.state = .faulty(error)
      throw error
    }
  }

  private func nearest(to name: String) -> String? {
    Suggestion.nearest(
      to: name, among: definitions.keys.sorted() + Vocabulary.words.map(\.name))
  }

  /// What an expression means where some names are given.
  func meaning(of expression: Expression, in scope: Scope) throws(ScoreError) -> Meaning {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 2 * Bounds.nesting else {
      throw error(.tooDeep(limit: 2 * Bounds.nesting), at: expression.place)
    }
    switch expression.form {
    case .number(let numeral): return .number(numeral.value)
    case .text(let text): return .text(text)
    case .list(let items): return .list(items)
    case .function(let parameter, let body): return .function(parameter: parameter, body: body)
    case .name(let name):
      if let given = scope.names[name] { return gathering(given) }
      if definitions[name] != nil {
        return gathering(try meaning(of: name, at: expression.place))
      }
      guard Vocabulary.byName[name] != nil else {
        throw error(.unknownName(name, nearest: nearest(to: name)), at: expression.place)
      }
      return try meaning(of: .init(name, at: expression.place), in: scope)
    case .call(let call): return try meaning(of: call, in: scope)
    }
  }

  /// Counts what is part of a call.
  private func gathering(_ meaning: Meaning) -> Meaning {
    if case .strain(let strain) = meaning { gathered = gathered.beside(strain.extent) }
    return meaning
  }

  private func meaning(
    of call: Expression.Call, in scope: Scope
  ) throws(ScoreError) -> Meaning {
    let outer = gathered
    gathered = Extent()
    defer { gathered = outer.beside(gathered) }
    let meaning = try unmeasured(call, in: scope)
    gathered = gathered.enclosed
    let depth: Int
    switch meaning {
    case .strain: depth = gathered.depth
    case .signal(let signal): depth = signal.depth
    default: return meaning
    }
    guard depth <= 2 * Bounds.nesting else {
      throw error(.tooDeep(limit: 2 * Bounds.nesting), at: call.place)
    }
    guard case .strain(var strain) = meaning else { return meaning }
    guard gathered.themes <= Bounds.themes else {
      throw error(ComposerError.music(.tooMuch), at: call.place)
    }
    strain.extent = gathered
    return .strain(strain)
  }

  /// What a call means, however large it is.
  private func unmeasured(
    _ call: Expression.Call, in scope: Scope
  ) throws(ScoreError) -> Meaning {
    let isName = call.receiver == nil && definitions[call.word] != nil
    guard let word = Vocabulary.byName[call.word], !isName else {
      if definitions[call.word] != nil || scope.names[call.word] != nil {
        throw error(
          call.receiver == nil ? .takesNothing(call.word) : .notBehindDot(call.word),
          at: call.place)
      }
      throw error(
        .unknownWord(call.word, nearest: Vocabulary.nearest(to: call.word)), at: call.place)
    }
    let subject = try call.receiver.map { receiver throws(ScoreError) in
      try meaning(of: receiver, in: scope)
    }
    switch (word.role, subject) {
    case (.source, .some), (.signal, .some), (.remark, .some):
      throw error(.notBehindDot(word.name), at: call.place)
    case (.change, .none), (.player, .none):
      throw error(.onlyBehindDot(word.name), at: call.place)
    default: break
    }
    if let subject, !word.accepts(subject) {
      throw error(
        .wrongKind(
          "what stands before '.\(word.name)'", found: subject.kind,
          expected: "a pattern there, such as s(\"bd*4\")"),
        at: call.receiver?.place ?? call.place)
    }
    var reading = try Reading(word, call, self, scope, subject: subject)
    return try word.meaning(&reading)
  }

  // MARK: Mini-notations

  /// The mini-notation of a text; its faults point into the text.
  func notation(_ expression: Expression) throws(ScoreError) -> Pattern {
    guard case .text(let text) = expression.form else {
      guard case .text(let text) = try meaning(of: expression, in: Scope()) else { return .silence }
      return try notation(text, SourceText(name: source.name, text), nil, expression.place)
    }
    let inside = expression.place.start + 1..<expression.place.start + 1 + text.count
    let isAsWritten =
      inside.upperBound <= source.characters.count && source.characters[inside].elementsEqual(text)
    return isAsWritten
      ? try notation(text, source, inside, expression.place)
      : try notation(text, SourceText(name: source.name, text), nil, expression.place)
  }

  private func notation(
    _ text: String, _ source: SourceText, _ range: Range<Int>?, _ place: Place
  ) throws(ScoreError) -> Pattern {
    do { return try Pattern(parsing: source, in: range) } catch {
      throw self.error(.notation(error), at: place)
    }
  }

  func evaluator(of pattern: Pattern, at place: Place) throws(ScoreError) -> Evaluator {
    do { return try Evaluator(pattern) } catch {
      throw self.error(ComposerError.music(error), at: place)
    }
  }
}

extension Word {
  /// Whether the word can stand behind a dot after something.
  func accepts(_ subject: Meaning) -> Bool {
    switch subject {
    case .strain: true
    case .signal: takesSignals
    default: false
    }
  }
}
