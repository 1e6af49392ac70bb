import Music

/// On which grid the notes of an excerpt are, and with what feel.
struct Timing: Hashable {
  /// How many steps a whole note has.
  let stepsPerWhole: Int
  /// The feel of the whole; nothing for straight.
  let swing: Swing?
  /// The feels of those that have one of their own, by the names of their lines.
  let own: [String: Swing?]

  /// The feel of a line.
  func swing(of name: String) -> Swing? { own[name] ?? swing }
}
