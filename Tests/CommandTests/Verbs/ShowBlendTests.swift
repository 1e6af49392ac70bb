import Foundation
import TestSupport
import Testing

/// The way from one rhythm to another, as a user sees it.
@Suite struct ShowBlendTests {
  private let folder = Folder()

  private static let pages = [
    ["balbyrauyn-core", "house-classic"], ["korogly-7-223", "techno-minimal"],
    ["zhorga-amble", "zhelis-trot", "--operator", "glide", "--steps", "3"],
  ]

  @Test(arguments: pages, [60, 80, 140])
  func `a page of a width`(arguments: [String], columns: Int) throws {
    let outcome = try Jorga.run(
      ["show", "--blend"] + arguments, in: folder, environment: ["COLUMNS": "\(columns)"])
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= columns })
    try expect(outcome.output, "\(arguments[0])+\(arguments[1])-\(columns).txt")
  }

  @Test(arguments: pages)
  func `a page without Unicode`(arguments: [String]) throws {
    let outcome = try Jorga.run(
      ["show", "--blend"] + arguments, in: folder,
      environment: ["LC_ALL": "C", "COLUMNS": "60"])
    #expect(outcome.status == 0)
    #expect(outcome.output.allSatisfy { $0.isASCII })
    let plain = try Jorga.run(
      ["show", "--blend", "--ascii"] + arguments, in: folder, environment: ["COLUMNS": "60"])
    #expect(plain.output == outcome.output)
    try expect(outcome.output, "\(arguments[0])+\(arguments[1])-plain.txt")
  }

  /// The pictures of the article on five pairs: look at them when they change.
  @Test(arguments: [
    ["balbyrauyn-core", "house-classic"], ["korogly-7-223", "techno-minimal"],
    ["aksak-9", "techno-detroit"], ["bembe-bell", "house-classic"],
    ["zhorga-amble", "zhelis-trot"],
  ])
  func `a picture is drawn as it was, byte for byte`(names: [String]) throws {
    let outcome = try Jorga.run(["show", "--blend"] + names + ["--svg", "-"], in: folder)
    #expect(outcome.status == 0)
    let path = "Examples/Pictures/\(names.joined(separator: "-to-")).svg"
    #expect(try Golden.fault(in: outcome.output, storedAt: path) == nil)
    let other = try Jorga.run(
      ["show", "--blend"] + names + ["--svg", "picture.svg"], in: folder,
      environment: ["LC_ALL": "C", "COLUMNS": "20"])
    #expect(other.output.hasPrefix("picture.svg: a picture of "))
    #expect(try folder.bytes(of: "picture.svg") == outcome.bytes)
  }

  /// Law: a stage has the notes that the blend has at its amount.
  @Test(arguments: ["jump", "guided", "glide", "staged", "skeleton"])
  func `the stages are those of the blend`(way: String) throws {
    let pair = ["balbyrauyn-core", "house-classic", "--operator", way]
    let page = try Jorga.run(["show", "--blend", "--steps", "4"] + pair, in: folder).output
    for (index, amount) in ["0", "0.25", "0.5", "0.75", "1"].enumerated() {
      let blend = try Jorga.run(["blend", "--at", amount] + pair, in: folder).output
      #expect(strokes(of: stage(index, of: page)) == strokes(of: rows(of: blend)))
    }
  }

  @Test func `fit, order and seed are heard as by blend`() throws {
    let pair = ["korogly-7-223", "techno-minimal"]
    let pages = try [
      [], ["--fit", "stretch"], ["--fit", "elastic"], ["--order", "ground"],
    ].map { options in
      let shown = try Jorga.run(["show", "--blend"] + pair + options, in: folder)
      #expect(shown.status == 0)
      let swept = try Jorga.run(
        ["blend", "--sweep", "0:1", "--bars", "6"] + pair + options, in: folder)
      #expect(swept.output == shown.output)
      return shown.output
    }
    #expect(Set(pages).count == pages.count)
  }

  @Test(arguments: [
    (["one"], "--blend goes with two rhythms"),
    (["one", "two", "--json"], "leave --measures, --events, --json and --necklace out"),
    (["one", "two", "--necklace"], "leave --measures, --events, --json and --necklace out"),
    (["one", "two", "--steps", "0"], "--steps is from 1 to 32"),
    (["one", "two", "--steps", "33"], "--steps is from 1 to 32"),
    (["one", "two", "--operator", "guided", "--order", "weak"], "guided has an order of its own"),
  ])
  func `what does not go together is refused`(arguments: [String], fault: String) throws {
    let outcome = try Jorga.run(["show", "--blend"] + arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(fault))
    #expect(outcome.bytes.isEmpty)
  }

  @Test(arguments: [["--fit", "tile"], ["--operator", "jump"], ["--steps", "3"]])
  func `what only a blend has needs one`(options: [String]) throws {
    let outcome = try Jorga.run(["show", "bd", "sd"] + options, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("go with --blend"))
  }

  @Test func `what cannot meet or be drawn is refused`() throws {
    let fine = try Jorga.run(["show", "--blend", "bd*997", "bd*1021 hh*991"], in: folder)
    #expect(fine.status == 65)
    #expect(fine.bytes.isEmpty)
    let unknown = try Jorga.run(["show", "--blend", "bd", "no-such-rhythm"], in: folder)
    #expect(unknown.status == 66)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script"), "needs script(1)"),
    arguments: [("TERM=xterm", true), ("TERM=xterm NO_COLOR=1", false), ("TERM=dumb", false)])
  func `colours are for terminals that have them`(variables: String, isColoured: Bool) throws {
    let command = "env -u NO_COLOR \(variables) jorga show --blend zhorga-amble zhelis-trot"
    let outcome = try Jorga.shell("script -qec '\(command)' /dev/null", in: folder)
    #expect(outcome.output.contains("\u{1B}[0;33m>x") == isColoured)
    #expect(outcome.output.contains(">x"))
  }

  private func expect(_ text: String, _ name: String) throws {
    let fault = try Golden.fault(in: text, storedAt: "Tests/Golden/show-blend/\(name)")
    #expect(fault == nil)
  }

  /// The lines of a text that are rows of a grid.
  private func rows(of text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.hasSuffix("┃") }
  }

  /// The rows below the head of a stage.
  private func stage(_ index: Int, of page: String) -> [Substring] {
    let all = rows(of: page)
    let height = all.count / 5
    return Array(all[index * height..<(index + 1) * height])
  }

  /// Who sounds, and the letters of a row.
  private func strokes(of rows: [Substring]) -> [String: String] {
    let strokes: Set<Character> = Set("XxgDdUu")
    var letters: [String: String] = [:]
    for row in rows {
      let cells = row.drop { $0 != "┃" }.filter { strokes.contains($0) }
      if !cells.isEmpty { letters[String(row.prefix { $0 != " " })] = cells }
    }
    return letters
  }
}
