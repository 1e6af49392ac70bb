import Notation
import Scores
import TestSupport

/// One article of the reference, made from the table of words.
struct ReferencePage {
  let family: Vocabulary.Family

  /// Where the article is kept, from the root of the package.
  var path: String { "Sources/Scores/Scores.docc/\(family.name).md" }

  /// The article.
  func text() throws -> String {
    let words = try family.words.map(Self.entry)
    return """
      # \(family.name)

      \(family.summary)

      ## Overview

      Each word has its meaning, what it takes, an example, and what sounds in the example: the bars until they repeat, at
      most four. Times and lengths are parts of a bar, velocities go from 0 to 127, and middle C is c4.


      """ + words.joined(separator: "\n")
  }

  private static func entry(of word: Word) throws -> String {
    let parameters = word.parameters.map { parameter in
      let name = parameter.name == "…" ? "old: new" : parameter.name
      let extent =
        parameter.isOptional ? ", if wanted" : parameter.isRepeated ? ", one or more" : ""
      return "- `\(name)`\(extent): \(parameter.expected)\n"
    }
    let list = parameters.isEmpty ? "" : parameters.joined() + "\n"
    return """
      ## \(word.name)

      `\(signature(of: word))`

      \(word.summary)

      \(list)```jorga
      \(word.example)
      ```

      ```text
      \(try Excerpt(song(of: word)).text(withHead: word.role == .remark))```

      """
  }

  /// How a call is written, what may be left out in brackets.
  private static func signature(of word: Word) -> String {
    let names = word.parameters.map { parameter in
      switch (parameter.name, parameter.isRepeated, parameter.isOptional) {
      case ("…", _, _): "old: new, …"
      case (let name, true, _): "\(name), …"
      case (let name, _, true): "[\(name)]"
      case (let name, _, _): name
      }
    }
    let arguments =
      names.isEmpty && word.role == .source ? "" : "(\(names.joined(separator: ", ")))"
    switch word.role {
    case .source, .combination, .remark: return word.name + arguments
    case .signal: return names.isEmpty ? word.name : word.name + arguments
    case .change, .player: return ".\(word.name)\(arguments)"
    }
  }

  private static let library = Result { try Library(folders: ["\(Repository.root)/Patterns"]) }

  /// The piece that an example is.
  static func song(of word: Word) throws -> Song {
    try Song(
      SourceText(name: "example.jorga", word.example), on: Shelf(library: library.get()))
  }
}
