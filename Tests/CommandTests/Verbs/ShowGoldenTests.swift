import Foundation
import TestSupport
import Testing

/// What a user sees, kept in files: read them when they change.
@Suite struct ShowGoldenTests {
  private let folder = Folder()

  private static let pages = [
    ["balbyrauyn-core"], ["korogly-slow"], ["korogly-chain"], ["samba-batucada"], ["tintal"],
    ["break-amen-4bar"], ["buleria"], ["balbyrauyn-core", "house-classic"],
    ["korogly-slow", "samba-batucada"], ["nawakht", "house-classic"],
  ]

  @Test(arguments: pages, [60, 80, 140])
  func `a page of a width`(names: [String], columns: Int) throws {
    let outcome = try Jorga.run(
      ["show"] + names, in: folder, environment: ["COLUMNS": "\(columns)"])
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= columns })
    try expect(outcome.output, "\(names.joined(separator: "+"))-\(columns).txt")
  }

  @Test(arguments: pages)
  func `a page without Unicode, necklaces too`(names: [String]) throws {
    let outcome = try Jorga.run(
      ["show", "--necklace"] + names, in: folder, environment: ["LC_ALL": "C", "COLUMNS": "60"])
    #expect(outcome.status == 0)
    #expect(outcome.output.allSatisfy { $0.isASCII })
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 60 })
    try expect(outcome.output, "\(names.joined(separator: "+"))-plain.txt")
  }

  @Test(arguments: [
    ["bd hh cp, sd*7, oh*16"], ["c4 e4 g4, bd*5"], ["bd(5,16), hh*12", "--metre", "7/8"],
  ])
  func `fine grids`(arguments: [String]) throws {
    let pages = try [60, 80, 140].map { columns in
      try Jorga.run(["show"] + arguments, in: folder, environment: ["COLUMNS": "\(columns)"]).output
    }
    let name = arguments[0].filter { $0.isLetter || $0.isNumber }
    try expect(pages.joined(separator: "\n"), "notation-\(name).txt")
  }

  private func expect(_ text: String, _ name: String) throws {
    let fault = try Golden.fault(in: text, storedAt: "Tests/Golden/show/\(name)")
    #expect(fault == nil)
  }
}
