/// How large a theme is: every note it gives is handed through what it is made of.
struct Extent: Hashable, Sendable {
  /// How many themes it is made of, each as often as it stands in it.
  var themes = 0
  /// How many stand inside one another.
  var depth = 0

  /// Both beside each other.
  func beside(_ other: Extent) -> Extent {
    Extent(themes: themes + other.themes, depth: max(depth, other.depth))
  }

  /// One theme more, with all of it inside.
  var enclosed: Extent { Extent(themes: themes + 1, depth: depth + 1) }
}
