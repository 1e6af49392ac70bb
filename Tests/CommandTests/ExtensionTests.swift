import Foundation
import TestSupport
import Testing

/// The folder `Examples/editors` as an extension of VS Code.
@Suite struct ExtensionTests {
  private static let folder = "Examples/editors"

  @Test(arguments: Repository.files(below: folder, ending: ".json"))
  func `each file is JSON`(file: String) throws {
    let text = try Repository.text(of: file)
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
  }

  @Test func `the manifest names files that are there, and the scopes that they define`() throws {
    let manifest = try JSONDecoder().decode(Manifest.self, from: data(of: "package.json"))
    #expect(manifest.contributes.languages.flatMap(\.extensions) == [".jorga", ".pattern"])
    for language in manifest.contributes.languages { _ = try data(of: language.configuration) }
    for grammar in manifest.contributes.grammars {
      let found = try JSONDecoder().decode(Grammar.self, from: data(of: grammar.path))
      #expect(found.scopeName == grammar.scopeName)
    }
  }

  private func data(of name: String) throws -> Data {
    Data(try Repository.text(of: "\(Self.folder)/\(name)").utf8)
  }

  private struct Grammar: Decodable {
    let scopeName: String
  }

  private struct Manifest: Decodable {
    let contributes: Contributions

    struct Contributions: Decodable {
      let languages: [Language]
      let grammars: [GrammarEntry]
    }

    struct Language: Decodable {
      let extensions: [String]
      let configuration: String
    }

    struct GrammarEntry: Decodable {
      let scopeName: String
      let path: String
    }
  }
}
