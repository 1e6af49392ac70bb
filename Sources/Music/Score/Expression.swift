/// What a score says, as it is written: a tree of small values.
///
/// An expression has no meaning of its own; it can be printed, read, compared and built by a
/// program. Two are equal wherever they were written.
public struct Expression: Hashable, Sendable {
  /// What is written.
  public let form: Form

  /// Where it begins, and how long it is.
  public let place: Place

  /// An expression.
  public init(_ form: Form, at place: Place = .none) {
    self.form = form
    self.place = place
  }

  /// Everything that an expression can be.
  public indirect enum Form: Hashable, Sendable {
    /// A number: `7`, `54%`, `1/8`.
    case number(Numeral)
    /// A text in quotes: a mini-notation or a title.
    case text(String)
    /// Things in square brackets.
    case list([Expression])
    /// A name that was given by `let` or a label, or a word without arguments.
    case name(String)
    /// A word with arguments, by itself or behind a dot.
    case call(Call)
    /// A change of what is put in for a name: `x => x.rev()`.
    case function(parameter: String, body: Expression)
  }

  /// A number, and the way in which it is written.
  public struct Numeral: Hashable, Sendable {
    /// How a number is written.
    public enum Style: Hashable, Sendable {
      /// `0.5`.
      case decimal
      /// `50%`.
      case percent
      /// `1/2`.
      case ratio
    }

    /// The number itself: of `50%` one half.
    public let value: Fraction
    /// How it is written.
    public let style: Style

    /// A number; one that has no decimal with an end is a ratio.
    public init(_ value: Fraction, _ style: Style = .decimal) {
      self.value = value
      let written = style == .percent ? try? value * 100 : value
      let ends = written.map { !$0.decimal.contains("/") } ?? false
      self.style = ends ? style : .ratio
    }
  }

  /// A word that does something.
  public struct Call: Hashable, Sendable {
    /// What stands before the dot.
    public let receiver: Expression?
    /// The word.
    public let word: String
    /// What stands in its brackets.
    public let arguments: [Argument]
    /// Where the word is written.
    public let place: Place

    /// A call.
    public init(
      _ word: String, _ arguments: [Argument] = [], of receiver: Expression? = nil,
      at place: Place = .none
    ) {
      self.word = word
      self.arguments = arguments
      self.receiver = receiver
      self.place = place
    }
  }

  /// What is given to a word, perhaps by name.
  public struct Argument: Hashable, Sendable {
    /// The name before the colon.
    public let label: String?
    /// What is given.
    public let value: Expression
    /// Where the label, or else the value, is written.
    public let place: Place

    /// An argument.
    public init(_ value: Expression, label: String? = nil, at place: Place = .none) {
      self.value = value
      self.label = label
      self.place = place
    }
  }
}
