import Music
import Testing

@testable import Composer

@Suite struct CollisionTableTests {
  private static let tables = [
    CollisionTable.usual,
    CollisionTable([
      .init("kick", over: "snare", .shift), .init("kick", over: "hat", .shift),
      .init("snare", over: "hat", .shift), .init("hat", over: "dombyra", .choke),
      .init("dombyra", over: "shaker", .drop), .init("low-tom", over: "kick", .shift),
    ]),
  ]

  /// Law: no two voices of a rule strike together; no voice has more notes than before.
  @Test(arguments: Materials.rhythms.indices, tables)
  func `nothing collides afterwards`(index: Int, table: CollisionTable) throws {
    let rhythm = Materials.rhythms[index]
    let cleared = try table.applied(to: rhythm)
    for rule in table.rules {
      let (prior, lesser) = (cleared.onsets(of: rule.prior), cleared.onsets(of: rule.lesser))
      #expect(prior.isDisjoint(with: lesser), "\(rule)")
    }
    for part in rhythm.parts { #expect(cleared.count(of: part.voice) <= part.notes.count) }
    #expect(try table.applied(to: cleared) == cleared)
  }

  /// Law: voices that yield to none are as before, and a voice that has no partner too.
  @Test(arguments: Materials.rhythms.indices, tables)
  func `only lesser voices change`(index: Int, table: CollisionTable) throws {
    let rhythm = Materials.rhythms[index]
    let cleared = try table.applied(to: rhythm)
    for part in rhythm.parts where !table.rules.contains(where: { $0.lesser == part.voice }) {
      #expect(cleared[part.voice] == part)
    }
  }

  @Test func `a bass waits for the kick`() throws {
    let rhythm = try Materials.rhythm(["kick": [0, 8], "bass": [0, 3, 8, 9, 15]])
    let cleared = try CollisionTable.usual.applied(to: rhythm)
    #expect(cleared.steps(of: "bass") == [1, 3, 9, 15])
  }

  /// Of the sixteenths after the fourth the sixth is the first that is weaker.
  @Test func `a bass waits for a weaker step that is free`() throws {
    let table = CollisionTable.usual
    let free = try Materials.rhythm(["kick": [3], "bass": [3]])
    #expect(try table.applied(to: free).steps(of: "bass") == [5])
    let taken = try Materials.rhythm(["kick": [3, 5], "bass": [3]])
    #expect(try table.applied(to: taken).steps(of: "bass") == [9])
    let late = try Materials.rhythm(["kick": [15], "bass": [15]])
    #expect(try table.applied(to: late).steps(of: "bass") == [])
  }

  @Test func `a clap yields to the snare`() throws {
    let rhythm = try Materials.rhythm(["snare": [4, 12], "clap": [4, 7]])
    #expect(try CollisionTable.usual.applied(to: rhythm).steps(of: "clap") == [7])
  }

  @Test func `a closed hat ends an open one`() throws {
    let step = Fraction(1, 4)
    let open = [Fraction(0), step].map { onset in
      Note(onset: onset, length: 1, stroke: .normal, velocity: Velocity(clamping: 90))
    }
    let plain = try Materials.rhythm(["hat": [0, 3]])
    let rhythm = try Rhythm(
      origin: plain.origin, bars: plain.bars, grid: plain.grid, tempo: plain.tempo,
      parts: plain.parts + [Rhythm.Part(voice: "open-hat", notes: open)])
    let notes = try #require(CollisionTable.usual.applied(to: rhythm)["open-hat"]).notes
    #expect(notes.map(\.onset) == [step])
    #expect(notes.map(\.length) == [Fraction(1, 2)])
  }
}

extension Rhythm {
  fileprivate func onsets(of voice: Voice) -> Set<Fraction> {
    Set((self[voice]?.notes ?? []).map(\.onset))
  }
}
