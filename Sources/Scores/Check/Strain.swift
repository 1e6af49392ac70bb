import Music

/// A theme, and who plays it: what a name of a score stands for.
struct Strain: Sendable {
  var theme: any Theme
  /// What is said of its sound.
  var player = Player("")
  /// Controllers that move while it plays.
  var controls: [Controller: Control] = [:]
  /// The label of the track that it is, or was changed from.
  var track: String?
  /// How much it is made of.
  var extent = Extent()

  init(_ theme: any Theme) {
    self.theme = theme
  }

  /// What its notes and its controllers depend on.
  var constancy: Constancy {
    controls.values.map(\.constancy).reduce(theme.traits.constancy, min)
  }

  /// The same player with another theme.
  func playing(_ theme: any Theme) -> Strain {
    var other = self
    other.theme = theme
    return other
  }
}

/// What an expression means.
enum Meaning: Sendable {
  case number(Fraction)
  case signal(Signal)
  case text(String)
  case list([Expression])
  case strain(Strain)
  case function(parameter: String, body: Expression)
  /// What a remark did; nothing can be made of it.
  case nothing

  /// What it is, in the user's words.
  var kind: String {
    switch self {
    case .number: "a number"
    case .signal: "a signal"
    case .text: "a text"
    case .list: "a list"
    case .strain: "a pattern"
    case .function: "a function"
    case .nothing: "nothing that sounds"
    }
  }
}
