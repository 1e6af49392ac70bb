public import Music
public import Notation

/// Another value for a definition of a score: `amount=0.3`, or from one number to another, `amount=0:1`.
public struct Setting: Sendable {
  /// What is set: the name behind `let`.
  public let name: String
  /// The text as it was given, for faults.
  let source: SourceText
  private let value: Value

  private enum Value {
    case one(Expression)
    case between(Expression.Numeral, Expression.Numeral)
  }

  /// Whether it goes from one number to another.
  public var isSweep: Bool {
    if case .between = value { true } else { false }
  }

  /// Reads a setting; the value is anything that may stand behind `let … =`.
  ///
  /// - Throws: ``NotationError``, which points into the value.
  /// - Complexity: O(n) for n characters.
  public init(parsing text: String) throws(NotationError) {
    source = SourceText(name: "--set", text)
    guard let sign = text.firstIndex(of: "=") else {
      throw NotationError(.missingSign("="), at: text.count, of: source)
    }
    let name = String(text[..<sign].split(separator: " ").joined(separator: " "))
    guard !name.isEmpty else { throw NotationError(.missingName, at: 0, of: source) }
    self.name = name
    let written = text[text.index(after: sign)...]
    let ends = written.split(separator: ":", omittingEmptySubsequences: false)
      .map { Self.numeral(String($0)) }
    if ends.count == 2, let first = ends[0], let last = ends[1] {
      value = .between(first, last)
    } else {
      value = .one(
        try Expression(parsing: SourceText(name: "--set \(name)", String(written))))
    }
  }

  private static func numeral(_ text: String) -> Expression.Numeral? {
    guard case .number(let numeral) = try? Expression(parsing: SourceText(name: "", text)).form
    else { return nil }
    return numeral
  }

  /// The value as it is written in a score: of a sweep the one at a part of the way.
  func written(at part: Fraction) -> String {
    switch value {
    case .one(let expression): return expression.description
    case .between(let first, let last):
      let way = try? first.value + (last.value - first.value) * part
      return Expression(.number(.init(way ?? last.value))).description
    }
  }
}

extension SourceText {
  /// The score with other values for some of its definitions.
  ///
  /// - Parameters:
  ///   - settings: What is set; of two for one name the last counts.
  ///   - part: How far sweeps are on their way, from 0 to 1.
  /// - Returns: The score in which each value stands in for the one that was written.
  /// - Throws: ``ScoreFaults`` where the score has no such definition.
  /// - Complexity: O(n) for n characters, and for each setting.
  public func setting(
    _ settings: [Setting], at part: Fraction = 0
  ) throws(ScoreFaults) -> SourceText {
    guard !settings.isEmpty else { return self }
    let (score, unread) = Score.read(self)
    var places: [String: Place] = [:]
    var names: [String] = []
    for statement in score.statements {
      guard case .definition(let name, let value) = statement.form, places[name] == nil else {
        continue
      }
      places[name] = value.place
      names.append(name)
    }
    // What could not be read may be what is set; that is told when the score is read.
    let missing = unread.isEmpty ? settings.filter { places[$0.name] == nil } : []
    guard missing.isEmpty else {
      throw ScoreFaults(faults: missing.map { $0.fault(among: names) })
    }
    let values = Dictionary(
      settings.map { ($0.name, $0.written(at: part)) }, uniquingKeysWith: { $1 })
    var text = characters
    for (name, place) in places.sorted(by: { $0.value.start > $1.value.start }) {
      guard let value = values[name] else { continue }
      text.replaceSubrange(place.start..<place.start + place.length, with: value)
    }
    return SourceText(name: name, String(text))
  }
}

extension Setting {
  /// The most names that are listed where none is near.
  private static let mostNames = 12

  fileprivate func fault(among names: [String]) -> ScoreError {
    ScoreError(
      .noSuchDefinition(
        name, nearest: Suggestion.nearest(to: name, among: names),
        among: Array(names.prefix(Self.mostNames))),
      at: Place(start: 0, length: name.count), of: source)
  }
}
