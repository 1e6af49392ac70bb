import Foundation
import Notation
import Scores
import TestSupport
import Testing

/// What the fuzzer of texts begins with: the examples of all words, and of the course.
@Suite struct SeedTests {
  private static let folder = ProcessInfo.processInfo.environment["JORGA_TEXT_SEEDS"]

  private static let texts: [String] = {
    let files = Repository.files(below: "Examples", ending: ".jorga")
    return Vocabulary.words.map(\.example) + files.compactMap { try? Repository.text(of: $0) }
  }()

  @Test(.enabled(if: folder != nil)) func `seeds are written where they are asked for`() throws {
    let folder = try #require(Self.folder)
    for (index, text) in Self.texts.enumerated() {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(index).jorga"))
    }
  }

  @Test func `every seed is a piece`() throws {
    let library = try Library(folders: ["\(Repository.root)/Patterns"])
    let shelf = Shelf(library: library, folder: "\(Repository.root)/Examples")
    for text in Self.texts {
      _ = try Song(SourceText(name: "seed", text), on: shelf).timeline(bars: 0..<1)
    }
  }
}
