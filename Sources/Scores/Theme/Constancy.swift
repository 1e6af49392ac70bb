import Music

/// What something depends on besides its place in a cycle; less is more than one thing.
enum Constancy: Int, Comparable, Sendable {
  /// On the seed of the piece, or on knobs.
  case chance
  /// On the time alone, as a ramp does.
  case time
  /// On nothing: it is the same again after some cycles.
  case cycles

  static func < (left: Constancy, right: Constancy) -> Bool { left.rawValue < right.rawValue }
}

extension Pattern {
  /// What its values depend on.
  var constancy: Constancy { asksChance ? .chance : .cycles }
}
