public import Music
import Synchronization

/// Something that sounds: what an expression of a score makes.
///
///     let steppe = pattern("balbyrauyn-core")
///     steppe.every(4) { $0.rev() }.swing(0.54)
///
/// It is no music yet but the words of a score; they mean what the same words mean in a `.jorga` file.
public struct Strain: Term {
  /// How the score says it.
  public let expression: Expression

  /// What an expression of a score makes.
  public init(_ expression: Expression) {
    self.expression = expression
  }

  /// What a word makes of it.
  ///
  /// For words that have no method of their own; an argument that is nothing is left out.
  public func word(_ word: String, _ arguments: Argument?...) -> Strain {
    Strain(Expression(.call(.init(word, arguments.compactMap(\.?.expression), of: expression))))
  }

  static func word(_ word: String, _ arguments: [Argument?]) -> Strain {
    Strain(Expression(.call(.init(word, arguments.compactMap(\.?.expression)))))
  }
}

/// What is given to a word, perhaps by name.
public struct Argument: Sendable {
  let expression: Expression.Argument

  /// What is given, where it is there.
  public init?(_ term: (any Term)?, _ label: String? = nil) {
    guard let term else { return nil }
    expression = .init(term.expression, label: label)
  }

  /// A change of something that sounds.
  public init(_ change: (Strain) -> Strain) {
    let number = Self.names.wrappingAdd(1, ordering: .relaxed).newValue
    // No name that can be written, so that it is never that of a track; it is replaced in a score.
    let name = "#\(number)"
    let body = change(Strain(Expression(.name(name)))).expression
    expression = .init(Expression(.function(parameter: name, body: body)))
  }

  /// How many names were given: each change has one of its own, so that none hides another.
  private static let names = Atomic(0)
}
