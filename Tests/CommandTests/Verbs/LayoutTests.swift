import Foundation
import MIDI
import Testing

@Suite struct LayoutTests {
  private let folder = Folder()

  private func file(_ name: String) throws -> MIDIFile {
    try MIDIFile(strictly: folder.bytes(of: name))
  }

  @Test func `stems are a file for each voice`() throws {
    let outcome = try Jorga.run(
      ["render", "--pattern", "bd*4, hh*8, c4", "--stems", "a/b", "-o", "all.mid"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.split(separator: "\n").prefix(3) == [
        "a/b/01-kick.mid", "a/b/02-hat.mid", "a/b/03-melody.mid",
      ])
    let all = try file("all.mid").tracks
    for (index, name) in ["01-kick", "02-hat", "03-melody"].enumerated() {
      #expect(try file("a/b/\(name).mid").tracks == [all[0], all[index + 1]])
    }
  }

  @Test func `a blend has stems too, without a picture`() throws {
    let outcome = try Jorga.run(
      ["blend", "adai-bas", "house-classic", "--sweep", "0:1", "--stems", "parts"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/parts").count >= 4)
  }

  @Test func `a file is laid out as asked`() throws {
    let outcome = try Jorga.run(
      [
        "render", "--pattern", "bd*4, hh*8", "-o", "x.mid", "--format", "0", "--running-status",
        "--key", "eb major", "--reset", "gs",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = try file("x.mid")
    #expect(file.format == .single)
    #expect(file.usesRunningStatus)
    let said = try Jorga.run(["inspect", "x.mid"], in: folder).output
    #expect(said.contains("key     tick 0: eb major\n"))
    #expect(said.contains("length  9 bars"))
    let events = try Jorga.run(["inspect", "x.mid", "--events"], in: folder).output
    #expect(events.contains("system exclusive F0 41 10 42 12 40 00 7F 00 41 F7"))
  }

  @Test(arguments: [
    ["--format", "2", "-o", "x.mid"], ["--key", "h major", "-o", "x.mid"],
    ["--reset", "no", "-o", "x.mid"], ["--format", "0", "-o", "x.pattern"],
    ["--stems", "s", "-o", "x.pattern"], ["--stems", ""], [],
  ])
  func `what cannot be is refused`(options: [String]) throws {
    let outcome = try Jorga.run(["render", "--pattern", "bd"] + options, in: folder)
    #expect(outcome.status == 64)
    #expect(try folder.names.isEmpty)
  }

  @Test func `a folder for stems is never made out of a file`() throws {
    try folder.write("precious", to: "stems")
    let outcome = try Jorga.run(["render", "--pattern", "bd", "--stems", "stems"], in: folder)
    #expect(outcome.status == 73)
    #expect(outcome.errors.hasPrefix("stems: error: "))
    #expect(try folder.text(of: "stems") == "precious")
  }
}
