/// A score as it is written: statements in order.
public struct Score: Hashable, Sendable {
  /// The statements.
  public var statements: [Statement]

  /// A score.
  public init(_ statements: [Statement] = []) {
    self.statements = statements
  }

  /// One thing that a score says.
  public struct Statement: Hashable, Sendable {
    /// What kind of statement it is.
    public enum Form: Hashable, Sendable {
      /// `let name = expression`.
      case definition(String, Expression)
      /// `label: expression`: a track.
      case track(String, Expression)
      /// A word that says something of the whole, such as `tempo(122)`.
      case remark(Expression)
    }

    /// What is said.
    public let form: Form

    /// Where it begins: of definitions and tracks, the name.
    public let place: Place

    /// A statement.
    public init(_ form: Form, at place: Place = .none) {
      self.form = form
      self.place = place
    }
  }
}
