public import Music
import Notation

/// Something that may stand in a score.
public protocol Term: Sendable {
  /// How the score says it.
  var expression: Expression { get }
}

/// A number of a score that may change while it plays: a number, a text of numbers in the
/// mini-notation, or a ``Signal``.
public protocol Control: Term {}

extension Int: Control {
  /// The number.
  public var expression: Expression { Expression(.number(.init(Fraction(self)))) }
}

extension Double: Control {
  /// The number as it is written in decimals; what is no number is a name that no score knows.
  public var expression: Expression {
    (try? Expression(parsing: SourceText(name: "number", "\(self)")))
      ?? Expression(.name("\(self)"))
  }
}

extension Fraction: Control {
  /// The ratio, or the whole number that it is.
  public var expression: Expression {
    Expression(.number(.init(self, denominator == 1 ? .decimal : .ratio)))
  }
}

extension String: Control {
  /// The text in quotes.
  public var expression: Expression { Expression(.text(self)) }
}

extension Array: Term where Element: Term {
  /// The list in brackets.
  public var expression: Expression { Expression(.list(map(\.expression))) }
}

extension Expression: Term {
  /// Itself.
  public var expression: Expression { self }
}
