import Music

/// What a score says of the whole piece.
struct Header {
  var title: String?
  var tempo: Pace?
  /// The metres of the bars, which take turns.
  var metres: [Metre]?
  var seed: UInt64?
  var key: KeySignature?
  /// How many bars there are where there are no sections.
  var bars: Int?
  /// The length of the bar before the first, in quarter notes.
  var pickup: Fraction?
  var sections: [Section] = []
}

/// How fast some bars are: one tempo, or from one to another.
struct Pace: Hashable, Sendable {
  let first: Fraction
  let last: Fraction

  /// The rates that a MIDI file can store, in quarter notes a minute.
  static let rates = Fraction(4)...Fraction(1000)
}

/// A part of the piece with a name: some bars, and who plays in them.
struct Section: Sendable {
  let name: String
  let bars: Int
  /// What each track plays here.
  let strains: [Strain]
  let pace: Pace?
  let metres: [Metre]?
}
