package import Music

/// Pairs of rhythms that are judged together.
package struct PairSet {
  package let name: String
  package let pairs: [Pair]

  /// How many pairs of random rhythms there are.
  private static let randomPairs = 30

  /// How many rhythms of the library are blended with each other.
  private static let sampled = 24

  /// The fewest notes of a rhythm that is sampled.
  private static let fewestNotes = 4

  /// All sets, and the rhythms that none of them contains.
  ///
  /// - Parameters:
  ///   - library: The rhythms of the shipped library.
  ///   - seed: Decides on the random rhythms and on the sample.
  /// - Returns: The sets in the order of the report, and the rest of the library.
  /// - Throws: ``UnknownRhythm`` where the library lacks one.
  package static func all(
    of library: [Rhythm], seed: UInt64
  ) throws -> (sets: [PairSet], rest: [Rhythm]) {
    let library = library.sorted { $0.origin.id < $1.origin.id }
    var random = SplitMix64(seed: seed)
    let fresh = try (0..<randomPairs).map { _ in
      try Pair(Rhythm.random(using: &random), Rhythm.random(using: &random))
    }
    let sample = try Array(
      library.filter { rhythm in
        try rhythm.inThreeVoices().parts.reduce(0) { $0 + $1.notes.count } >= fewestNotes
      }.shuffled(using: &random).prefix(sampled))
    let used = Set((Named.pairs + Named.acrossMetres).flatMap { [$0.0, $0.1] })
      .union(sample.map(\.origin.id))
    let sets = [
      PairSet(name: "fresh random", pairs: fresh),
      PairSet(name: "named", pairs: try Named.pairs.map { try pair($0, in: library) }),
      PairSet(name: "library sample", pairs: try allPairs(of: sample)),
      PairSet(
        name: "across metres", pairs: try Named.acrossMetres.map { try pair($0, in: library) }),
    ]
    return (sets, library.filter { !used.contains($0.origin.id) })
  }

  private static func allPairs(of rhythms: [Rhythm]) throws -> [Pair] {
    try rhythms.indices.flatMap { index in
      try rhythms[(index + 1)...].map { try Pair(rhythms[index], $0) }
    }.filter(\.isDifferent)
  }

  private static func pair(_ names: (String, String), in library: [Rhythm]) throws -> Pair {
    func rhythm(_ id: String) throws -> Rhythm {
      guard let rhythm = library.first(where: { $0.origin.id == id }) else {
        throw UnknownRhythm(description: "the library has no '\(id)'")
      }
      return rhythm
    }
    return try Pair(rhythm(names.0), rhythm(names.1))
  }
}

/// A rhythm that a set names and the library does not have.
package struct UnknownRhythm: Error, CustomStringConvertible {
  package let description: String
}
