import Music
import Testing

@testable import Composer

@Suite struct MixPathTests {
  /// Law: at each stop the mix is the stop's, and so the path passes each rhythm.
  @Test(arguments: RaceTests.triples)
  func `a path passes each rhythm`(rhythms: [Rhythm]) throws {
    for mix: any Mixing in [try Race(rhythms), try Barycentre(rhythms)] {
      let path = MixPath(mix)
      for (index, amount) in [0, 0.5, 1].map({ Amount($0) }).enumerated() {
        #expect(try path.rhythm(at: amount) == rhythms[index])
      }
      #expect(path.first == rhythms[0] && path.second == rhythms[2])
    }
  }

  /// Law: between two neighbours no other has a say, and each share goes one way.
  @Test func `shares go from one to the next`() throws {
    let rhythms = try ["a", "b", "c"].map { try Materials.rhythm(["kick": [0]], id: $0) }
    let path = MixPath(try Race(rhythms))
    let shares = BlendPair.amounts.sorted().map { (amount: $0, steps: path.weights(at: $0).steps) }
    for (amount, steps) in shares {
      #expect(steps.reduce(0, +) == Amount.steps)
      #expect(steps[amount < Amount(0.5) ? 2 : 0] == 0)
    }
    for (before, after) in zip(shares, shares.dropFirst()) {
      #expect(before.steps[0] >= after.steps[0] && before.steps[2] <= after.steps[2])
      let rises = before.steps[1] <= after.steps[1]
      #expect(after.amount <= Amount(0.5) ? rises : before.steps[1] >= after.steps[1])
    }
    #expect(path.weights(at: Amount(0.25)).description == "50% : 50% : 0%")
  }

  /// Law: of two rhythms the path is the amount itself.
  @Test(arguments: BlendPair.amounts)
  func `a path of two is an amount`(amount: Amount) throws {
    let rhythms = try ["a", "b"].map { try Materials.rhythm(["kick": [0]], id: $0) }
    #expect(MixPath(try Race(rhythms)).weights(at: amount) == MixWeights(amount))
  }

  @Test func `one stop is a place to stay`() throws {
    let rhythms = RaceTests.triples[0]
    let race = try Race(rhythms)
    let weights = try #require(MixWeights([2, 1, 1]))
    let path = MixPath(race, through: [weights])
    for amount in Materials.amounts {
      #expect(try path.rhythm(at: amount) == race.rhythm(at: weights))
    }
  }
}

@Suite struct EnsembleTests {
  /// Law: each note of each rhythm is in one row, and the rows do not depend on the order.
  @Test(arguments: RaceTests.triples, 0..<3)
  func `each note is in one row`(rhythms: [Rhythm], pivot: Int) throws {
    let rows = try Ensemble(rhythms, pivot: pivot).rows
    for (index, rhythm) in rhythms.enumerated() {
      let notes = rows.flatMap { $0.notes[index] }
      #expect(notes.sorted() == rhythm.voicedNotes.sorted())
    }
    let turned = try Ensemble(rhythms.reversed(), pivot: 2 - pivot).rows
    #expect(turned.map(\.name) == rows.map(\.name))
    #expect(turned.map(\.notes) == rows.map { $0.notes.reversed() })
  }

  @Test func `a bass string runs against a kick`() throws {
    let rows = try Ensemble(
      [
        try Materials.rhythm(["dombyra-bass": [0]], id: "a"),
        try Materials.rhythm(["kick": [0], "hat": [2]], id: "b"),
        try Materials.rhythm(["bass": [4]], id: "c"),
      ], pivot: 0
    ).rows
    #expect(rows.map(\.name) == ["dombyra-bass", "hat"])
    #expect(rows[0].notes.map { $0.map(\.voice) } == [["dombyra-bass"], ["kick"], ["bass"]])
    #expect(rows[1].notes.map { $0.map(\.voice) } == [[], ["hat"], []])
  }

  @Test func `a place where all have a low note has one`() throws {
    let race = try Race([
      Materials.rhythm(["dombyra-bass": [0, 8]], id: "a"),
      Materials.rhythm(["kick": [0, 8]], id: "b"), Materials.rhythm(["bass": [0, 8]], id: "c"),
    ])
    for mix in RaceTests.mixes {
      let onsets = try race.rhythm(at: mix).parts.flatMap { $0.notes.map(\.onset) }
      #expect(onsets.sorted() == [0, 2])
    }
  }
}
