import Notation

/// All words of the score language.
public enum Vocabulary {
  /// Words that belong together.
  public struct Family: Sendable {
    /// What they are called; the article of the reference is named so.
    public let name: String
    /// What they are for, in a sentence.
    public let summary: String
    /// The words in their order.
    public let words: [Word]
  }

  /// The words, family by family.
  public static let families = [
    Family(name: "Sources", summary: "Words that make something that sounds.", words: sources),
    Family(
      name: "Signals", summary: "Words that make numbers that change while the piece plays.",
      words: signals),
    Family(
      name: "Combinations", summary: "Words that put patterns together.", words: combinations),
    Family(name: "Times", summary: "Words that change when notes sound.", words: times),
    Family(
      name: "Selections", summary: "Words that change a part of what sounds.", words: selections),
    Family(name: "Chances", summary: "Words that leave something to chance.", words: chances),
    Family(name: "Pitches", summary: "Words that change pitches.", words: pitches),
    Family(name: "Sounds", summary: "Words that change how notes are struck.", words: sounds),
    Family(
      name: "Grooves", summary: "Words that move notes a little from their places.",
      words: grooves),
    Family(
      name: "Shapes", summary: "Words that make a pattern denser, plainer or cleaner as a whole.",
      words: shapes),
    Family(
      name: "Blends", summary: "Words that lead from one pattern to another.", words: blends),
    Family(name: "Players", summary: "Words that say who plays a track.", words: players),
    Family(
      name: "Remarks", summary: "Words that say something of the whole piece.", words: remarks),
  ]

  /// All words, family by family.
  public static let words = families.flatMap(\.words)

  /// The words by their names.
  static let byName = Dictionary(uniqueKeysWithValues: words.map { ($0.name, $0) })

  /// The known word that a wrong one was most likely meant to be.
  static func nearest(to word: String) -> String? {
    Suggestion.nearest(to: word, among: words.map(\.name))
  }
}
