import Composer
import Music
import Notation
import TestSupport
import Testing

@testable import BlendBenchmark

@Suite struct PairSetTests {
  private static let library = Result {
    try Library(folders: [Repository.root + "/Patterns"]).rhythms().read
  }

  @Test func `the sets are those that were promised, and the model learns from none of them`()
    throws
  {
    let library = try Self.library.get()
    let (sets, rest) = try PairSet.all(of: library, seed: 1)
    #expect(sets.map(\.pairs.count) == [30, 20, 276, 12])
    let used = Set(
      sets.dropFirst().flatMap(\.pairs).flatMap { [$0.first, $0.second] }.map(\.rhythm.origin.id))
    #expect(used.isDisjoint(with: rest.map(\.origin.id)))
    #expect(used.count + rest.count == library.count)
    #expect(sets.allSatisfy { $0.pairs.allSatisfy(\.isDifferent) })
  }

  @Test func `a seed gives the same answers again, another seed others`() throws {
    let library = try Self.library.get()
    func answers(_ seed: UInt64) throws -> [Double] {
      let (sets, rest) = try PairSet.all(of: library, seed: seed)
      let model = try PhraseModel(of: rest)
      return try sets[0].pairs.prefix(3).map {
        try $0.path(by: Operators(idiom: .library).usual).answers(by: model).score
      }
    }
    #expect(try answers(1) == answers(1))
    #expect(try answers(1) != answers(2))
  }

  @Test func `across metres two metres meet`() throws {
    let library = try Self.library.get()
    for (first, second) in Named.acrossMetres {
      let metres = [first, second].compactMap { id in
        library.first { $0.origin.id == id }?.bars[0]
      }
      #expect(Set(metres).count == 2)
    }
  }
}
