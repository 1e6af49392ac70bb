import Foundation
import TestSupport
import Testing

@Suite struct ShowPosterTests {
  private let folder = Folder()

  /// The pictures of the course are what the program draws: look at them when they change.
  @Test(arguments: [
    ["balbyrauyn-core"], ["samba-batucada"], ["korogly-chain"],
    ["balbyrauyn-core", "house-classic"],
  ])
  func `a picture is drawn as it was, byte for byte`(names: [String]) throws {
    let outcome = try Jorga.run(["show"] + names + ["--svg", "-"], in: folder)
    #expect(outcome.status == 0)
    let path = "Examples/Pictures/\(names.joined(separator: "-with-")).svg"
    let fault = try Golden.fault(in: outcome.output, storedAt: path)
    #expect(fault == nil)
  }

  @Test(arguments: [
    ["LC_ALL": "C"], ["COLUMNS": "20"], ["NO_COLOR": "1"], ["LC_ALL": "ru_RU.UTF-8"],
  ])
  func `a picture is the same wherever it is drawn`(environment: [String: String]) throws {
    let command = ["show", "korogly-slow", "--svg", "-"]
    let outcome = try Jorga.run(command, in: folder, environment: environment)
    #expect(try outcome.bytes == Jorga.run(command, in: folder).bytes)
  }

  @Test func `a file is written and told, and written again`() throws {
    for name in ["balbyrauyn-core", "tintal"] {
      let outcome = try Jorga.run(["show", name, "--svg", "picture.svg"], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("picture.svg: a picture of "))
      let shown = try Jorga.run(["show", name, "--svg", "-"], in: folder)
      #expect(try folder.bytes(of: "picture.svg") == shown.bytes)
      #expect(try folder.names == ["picture.svg"])
    }
  }

  @Test(arguments: ["<svg xmlns=\"mine\"/>", "MThd", "words", "<svg class=\"jorga"])
  func `a file that jorga did not draw stays whole`(old: String) throws {
    try folder.write(old, to: "mine.svg")
    let outcome = try Jorga.run(["show", "bd", "--svg", "mine.svg"], in: folder)
    #expect(outcome.status == 73)
    #expect(
      outcome.errors == """
        mine.svg: error: a file that jorga did not draw has this name
        choose another name, or say --force to replace it

        """)
    #expect(try folder.text(of: "mine.svg") == old)
    let forced = try Jorga.run(["show", "bd", "--svg", "mine.svg", "--force"], in: folder)
    #expect(forced.status == 0)
    #expect(try folder.text(of: "mine.svg").hasPrefix("<svg class=\"jorga\" "))
  }

  @Test func `a picture is not taken for a MIDI file, nor the other way round`() throws {
    try #require(try Jorga.run(["show", "bd", "--svg", "x"], in: folder).status == 0)
    #expect(try Jorga.run(["render", "--pattern", "bd", "-o", "x"], in: folder).status == 73)
    try #require(try Jorga.run(["render", "--pattern", "bd", "-o", "y"], in: folder).status == 0)
    #expect(try Jorga.run(["show", "bd", "--svg", "y"], in: folder).status == 73)
  }

  @Test func `some voices alone are drawn`() throws {
    let outcome = try Jorga.run(
      ["show", "samba-batucada", "--voice", "ganza", "--svg", "-"], in: folder)
    #expect(outcome.output.contains(">ganza<"))
    #expect(!outcome.output.contains(">caixa<"))
  }

  @Test func `a rhythm that is too fine is refused`() throws {
    try folder.write("old", to: "old.svg")
    let outcome = try Jorga.run(
      ["show", "bd*997 sd*991, hh*1021", "--svg", "old.svg", "--force"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("error: this is too fine to be drawn"))
    #expect(try folder.text(of: "old.svg") == "old")
  }
}
