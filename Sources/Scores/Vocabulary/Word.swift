import Music

/// A word of the score language: what it takes, what it means, and how it is taught.
///
/// The one table of words, ``Vocabulary``, gives the reader its words, errors their names, and the
/// reference its pages.
public struct Word: Sendable {
  /// What a word does.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Makes something that sounds.
    case source
    /// Makes one pattern of several; one before its dot is the first of them.
    case combination
    /// Changes what stands before its dot.
    case change
    /// Makes a number that changes.
    case signal
    /// Says who plays what stands before its dot.
    case player
    /// Says something of the whole piece.
    case remark
  }

  /// One thing that is given to a word.
  public struct Parameter: Hashable, Sendable {
    /// Its name, which may be written before it.
    public let name: String
    /// What may stand there, to follow "write".
    public let expected: String
    /// Whether it may be left out.
    public let isOptional: Bool
    /// Whether it may stand there several times.
    public let isRepeated: Bool

    /// A parameter that must be given once.
    static func one(_ name: String, _ expected: String) -> Parameter {
      Parameter(name: name, expected: expected, isOptional: false, isRepeated: false)
    }

    /// A parameter that may be left out.
    static func optional(_ name: String, _ expected: String) -> Parameter {
      Parameter(name: name, expected: expected, isOptional: true, isRepeated: false)
    }

    /// A parameter that may be given as often as one likes, at least once.
    static func many(_ name: String, _ expected: String) -> Parameter {
      Parameter(name: name, expected: expected, isOptional: false, isRepeated: true)
    }
  }

  /// How it is written.
  public let name: String
  /// What it does.
  public let role: Role
  /// What it takes, in order.
  public let parameters: [Parameter]
  /// What it does, with its units, in a sentence or three.
  public let summary: String
  /// A score that shows it, one track long.
  public let example: String

  /// Whether it is nothing without something before its dot.
  var standsBehindDot: Bool { role == .change || role == .player }

  /// Whether it changes signals too; `range` changes nothing else.
  var takesSignals: Bool {
    ["fast", "slow", "early", "late", "segment", "range"].contains(name)
  }

  /// What a call of it means.
  let meaning: @Sendable (inout Reading) throws(ScoreError) -> Meaning

  init(
    _ name: String, _ role: Role, _ parameters: [Parameter] = [], _ summary: String,
    example: String,
    meaning: @escaping @Sendable (inout Reading) throws(ScoreError) -> Meaning
  ) {
    self.name = name
    self.role = role
    self.parameters = parameters
    self.summary = summary
    self.example = example
    self.meaning = meaning
  }
}
