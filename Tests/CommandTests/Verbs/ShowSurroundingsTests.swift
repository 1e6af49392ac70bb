import Foundation
import Testing

/// Where the picture goes decides how it looks: a terminal or a pipe, its width, its characters.
@Suite struct ShowSurroundingsTests {
  private let folder = Folder()

  /// Source: POSIX.1-2017, 8.2: `LC_ALL`, then `LC_CTYPE`, then `LANG`; an empty one says nothing.
  @Test(arguments: [
    (["LC_ALL": "C.UTF-8"], true), (["LC_ALL": "kk_KZ.utf8"], true), (["LC_ALL": "C"], false),
    (["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"], false),
    (["LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"], true),
    (["LC_ALL": "", "LC_CTYPE": "", "LANG": "en_US.UTF-8"], true),
    (["LC_ALL": "", "LC_CTYPE": "", "LANG": ""], false),
    (["LC_ALL": "ru_RU.KOI8-R"], false), (["LC_ALL": "", "LC_CTYPE": "UTF-8"], true),
  ])
  func `Unicode is drawn where the locale has it`(
    environment: [String: String], isUnicode: Bool
  ) throws {
    let outcome = try Jorga.run(
      ["show", "balbyrauyn-core"], in: folder, environment: environment)
    #expect(outcome.output.contains("┃") == isUnicode)
    #expect(outcome.output.contains("Балбырауын") == isUnicode)
    #expect(outcome.output.allSatisfy { $0.isASCII } == !isUnicode)
  }

  @Test(arguments: [
    ["show", "balbyrauyn-core", "--ascii"], ["blend", "dombyra*2", "bd*4", "--ascii"],
  ])
  func `nothing but ASCII is drawn where that is asked for`(arguments: [String]) throws {
    let outcome = try Jorga.run(arguments, in: folder)
    #expect(outcome.output.allSatisfy { $0.isASCII })
    let plain = try Jorga.run(arguments.dropLast(), in: folder, environment: ["LC_ALL": "C"])
    #expect(plain.output == outcome.output)
  }

  @Test(arguments: ["0", "-5", "wide", "", "80", "1000000000000000000000"])
  func `a width that is none is 80 in a pipe`(columns: String) throws {
    let outcome = try Jorga.run(
      ["show", "samba-batucada"], in: folder, environment: ["COLUMNS": columns])
    #expect(try outcome.output == Jorga.run(["show", "samba-batucada"], in: folder).output)
  }

  @Test(arguments: [1, 5, 20])
  func `a very narrow page is one of 20 columns`(columns: Int) throws {
    let outcome = try Jorga.run(
      ["show", "samba-batucada", "--necklace"], in: folder, environment: ["COLUMNS": "\(columns)"])
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 20 })
  }

  @Test func `a pipe has no colours`() throws {
    let outcome = try Jorga.run(
      ["show", "break-amen-4bar"], in: folder, environment: ["TERM": "xterm-256color"])
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script"), "needs script(1)"),
    arguments: [("TERM=xterm", true), ("TERM=xterm NO_COLOR=1", false), ("TERM=dumb", false)])
  func `a terminal has colours, unless someone minds`(
    environment: String, isColoured: Bool
  ) throws {
    let command = "env -u COLUMNS -u NO_COLOR \(environment) jorga show break-amen-4bar"
    let outcome = try Jorga.shell(
      "script -qec 'stty cols 60; \(command)' /dev/null", in: folder)
    #expect(outcome.output.contains("\u{1B}[0;1mX") == isColoured)
    let text = outcome.output.replacing("\r\n", with: "\n")
      .replacing(/\u{1B}\[[0-9;]*m/, with: "")
    let plain = try Jorga.run(
      ["show", "break-amen-4bar"], in: folder, environment: ["COLUMNS": "60"])
    #expect(text == plain.output)
  }
}
