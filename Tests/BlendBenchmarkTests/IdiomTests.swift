import Composer
import Foundation
import Music
import Notation
import TestSupport
import Testing

@testable import BlendBenchmark

/// What blends are guided by, as it is made here.
@Suite struct IdiomTests {
  /// The shipped rows are those of the shipped library; with RECORD they are written again.
  @Test func `the shipped idiom is the shipped library's`() throws {
    let (read, failed) = try Library(folders: [Repository.root + "/Patterns"]).rhythms()
    #expect(failed.isEmpty)
    let path = "Sources/Composer/Plan/Idiom+Library.swift"
    let parts = try Repository.text(of: path).components(separatedBy: "\"\"\"")
    try #require(parts.count == 3)
    let rows = try Idiom(of: read).text.split(separator: "\n").map { "    \($0)\n" }.joined()
    let source = [parts[0], "\n\(rows)    ", parts[2]].joined(separator: "\"\"\"")
    #expect(try Golden.fault(in: source, storedAt: path) == nil)
    #expect(parts[0].contains("all of its \(read.count) rhythms"))
  }

  /// Law: what a table says after some sixteenths is, by the judge's own method, what a model with
  /// that memory says.
  @Test func `the parts of a bit are those of a model`() throws {
    let rhythms = try (UInt64(0)..<6).map { seed in
      var random = SplitMix64(seed: seed)
      return try Rhythm.random(using: &random)
    }
    let model = try PhraseModel(of: rhythms, memory: 3)
    let text = try Idiom(of: rhythms).text.filter { $0 != "\n" }
    let numbers = stride(from: 0, to: text.count, by: 3).map { text.dropFirst($0).prefix(3) }
    for (context, symbol) in [([0, 0, 0], 0), ([4, 0, 4], 5), ([7, 6, 5], 3)] {
      let place = context.reduce(0) { $0 * 8 + $1 } * 8 + symbol
      let bits = Double(Int(numbers[place], radix: 16) ?? 0) / 256
      #expect(abs(bits + log2(model.chance(of: symbol, after: context))) <= 1 / 512)
    }
  }
}
