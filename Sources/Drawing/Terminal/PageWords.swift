import Music

/// The words of a page, in lines of a width.
struct PageWords {
  let columns: Int
  let inking: Inking

  /// What a rhythm is and where it comes from.
  func head(of rhythm: Rhythm, _ letter: String) -> [String] {
    let facts = Facts(of: rhythm)
    let names = [facts.name, inking.isPlain ? "" : facts.native].filter { !$0.isEmpty }
    let title = letter + names.joined(separator: inking.isPlain ? ", " : " · ")
    let heading = wrapped(title) + wrapped(facts.gloss)
    return heading
      + facts.facts.flatMap { fact in
        fact.lines.enumerated().flatMap { hanging($0.offset == 0 ? fact.name : "", $0.element) }
      }
  }

  /// What the letters mean, and what must be said of some voices.
  func legend(of rhythms: [(rhythm: Rhythm, letter: String)]) -> [String] {
    let remarks = rhythms.map { Remarks(on: $0.rhythm) }
    let used = Set(remarks.flatMap(\.strokes))
    let strokes = Stroke.allCases.filter { used.contains($0) }
      .map { "\($0.rawValue) \($0.meaning)" }.joined(separator: ", ")
    let voices = zip(rhythms, remarks).flatMap { entry, remarks in
      remarks.voices.map { entry.letter + $0 }
    }
    return ([strokes] + voices).flatMap(wrapped)
  }

  func wrapped(_ text: String) -> [String] { inking.text(text).wrapped(to: columns) }

  /// A text behind its name, its further lines below its beginning.
  func hanging(_ name: String, _ text: String) -> [String] {
    guard columns >= Self.leastHanging else { return wrapped("\(name) \(text)") }
    let lines = inking.text(text).wrapped(to: columns - Self.indent)
    return lines.enumerated().map { index, line in
      (index == 0 ? name : "").padded(to: Self.indent) + line
    }
  }

  /// The columns before a text, as in a pattern file, and the narrowest page that has them.
  private static let indent = 10
  private static let leastHanging = 30
}
