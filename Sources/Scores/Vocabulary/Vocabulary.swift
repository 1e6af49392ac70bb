import Notation

/// All words of the score language.
public enum Vocabulary {
  /// The words, family by family.
  public static let words: [Word] =
    sources + signals + combinations + times + selections + chances + pitches + sounds
    + grooves + shapes + blends + players + remarks

  /// The words by their names.
  static let byName = Dictionary(uniqueKeysWithValues: words.map { ($0.name, $0) })

  /// The known word that a wrong one was most likely meant to be.
  static func nearest(to word: String) -> String? {
    Suggestion.nearest(to: word, among: words.map(\.name))
  }
}

extension Vocabulary {
  /// The nearest of some names to a wrong one.
  static func nearest(to name: String, among names: [String]) -> String? {
    Suggestion.nearest(to: name, among: names)
  }
}
