import Music
import Testing

@testable import Composer

@Suite struct ChokeGroupsTests {
  private static let groups = [
    ChokeGroups.usual, ChokeGroups([["kick", "snare", "hat"], ["dombyra"], ["hat", "shaker"]]),
  ]

  /// A rhythm whose notes last so long that they overlap.
  private static func ringing(_ rhythm: Rhythm) throws -> Rhythm {
    try Rhythm(
      origin: rhythm.origin, bars: rhythm.bars, grid: rhythm.grid, tempo: rhythm.tempo,
      feel: rhythm.feel,
      parts: rhythm.parts.map { part in
        part.playing(try part.notes.map { $0.lasting(try $0.length * 7) })
      })
  }

  /// Law: no note is added or moved, and choking twice is choking once.
  @Test(arguments: Materials.rhythms.indices, groups)
  func `choking only cuts`(index: Int, groups: ChokeGroups) throws {
    let rhythm = try Self.ringing(Materials.rhythms[index])
    let choked = try groups.applied(to: rhythm)
    #expect(try groups.applied(to: choked) == choked)
    for part in rhythm.parts {
      let notes = try #require(choked[part.voice]).notes
      let lengths = Dictionary(uniqueKeysWithValues: part.notes.map { ($0.onset, $0.length) })
      #expect(notes.allSatisfy { note in lengths[note.onset].map { note.length <= $0 } ?? false })
      if !groups.groups.joined().contains(part.voice) { #expect(choked[part.voice] == part) }
    }
  }

  /// Law: no two of a group sound together, and every place at which one of it struck has one.
  @Test(arguments: Materials.rhythms.indices, groups)
  func `one of a group sounds at a time`(index: Int, groups: ChokeGroups) throws {
    let rhythm = try Self.ringing(Materials.rhythms[index])
    let choked = try groups.applied(to: rhythm)
    var done: Set<Voice> = []
    for group in groups.groups {
      let voices = group.filter { done.insert($0).inserted }
      let notes = voices.flatMap { choked[$0]?.notes ?? [] }.sorted { $0.onset < $1.onset }
      let places = Set(voices.flatMap { (rhythm[$0]?.notes ?? []).map(\.onset) })
      #expect(notes.map(\.onset) == places.sorted())
      guard let first = notes.first else { continue }
      let nexts = try notes.dropFirst().map(\.onset) + [first.onset + rhythm.beats]
      for (note, next) in zip(notes, nexts) { #expect(try note.onset + note.length <= next) }
    }
  }

  @Test func `a closed hat silences an open one`() throws {
    let rhythm = try Materials.rhythm(["open-hat": [0, 2, 14], "hat": [0, 3]], grid: 16)
    let choked = try ChokeGroups.usual.applied(to: rhythm)
    #expect(choked.steps(of: "open-hat") == [2, 14])
    #expect(choked.steps(of: "hat") == [0, 3])
  }

  @Test func `a ringing hat ends where the next one of its group begins`() throws {
    let rhythm = try Self.ringing(Materials.rhythm(["open-hat": [2, 14], "hat": [3]]))
    let choked = try ChokeGroups.usual.applied(to: rhythm)
    let lengths = try #require(choked["open-hat"]).notes.map(\.length)
    // The second rings round the circle, 7 sixteenths would be 7/4, to the first's next turn at 1.
    #expect(lengths == [Fraction(1, 4), 1])
    #expect(choked["hat"]?.notes.map(\.length) == [Fraction(7, 4)])
  }

  @Test func `groups without voices leave all`() throws {
    let rhythm = try Materials.rhythm(["kick": [0]])
    #expect(try ChokeGroups([]).applied(to: rhythm) == rhythm)
    #expect(try ChokeGroups([[]]).applied(to: rhythm) == rhythm)
  }
}
