import Music
import Notation
import TestSupport
import Testing

@testable import Composer

/// Two rhythms in the same bars, ready to be blended, and what they are called when a law fails.
struct BlendPair: CustomTestStringConvertible, Sendable {
  let name: String
  let first: Fit.Fitted
  let second: Fit.Fitted

  var testDescription: String { name }

  var a: Rhythm { first.rhythm }
  var b: Rhythm { second.rhythm }

  func jump(seed: UInt64 = 0, randomness: Double = 0.25) throws -> Jump {
    try Jump(
      from: first, to: second, settings: Jump.Settings(seed: seed, randomness: randomness))
  }

  /// The pair the other way round.
  var turned: BlendPair { BlendPair(name: "\(name) turned", first: second, second: first) }

  /// Amounts at both ends, in the middle, and all along the way.
  static let amounts =
    (0...32).map { Amount(step: $0 * Amount.steps / 32) }
    + [1, 2, 777, 32_767, 32_769, 50_001, 65_534, 65_535].map(Amount.init(step:))

  /// Random pairs of one metre, and each rhythm of the library with some others.
  static let all = random + library

  static let random: [BlendPair] = (0..<40).compactMap { seed in
    var random = SplitMix64(seed: UInt64(seed))
    guard let a = try? Rhythm.random(using: &random, bars: 1 + seed % 3),
      let b = try? Rhythm.random(using: &random, metre: a.bars[0], bars: a.bars.count),
      let first = try? Fit.Fitted(a), let second = try? Fit.Fitted(b)
    else { return nil }
    return BlendPair(name: "seed \(seed)", first: first, second: second)
  }

  static let rhythms: [Rhythm] = Repository.patternFiles.compactMap { path in
    try? Rhythm(parsing: Repository.text(of: path), name: path)
  }

  /// Each rhythm of the library with three others, in turn by each fit.
  static let library: [BlendPair] = rhythms.indices.flatMap { index in
    [1, 5, 11].enumerated().compactMap { turn, distance in
      let (a, b) = (rhythms[index], rhythms[(index + distance) % rhythms.count])
      let fit = Fit.allCases[(index + turn) % Fit.allCases.count]
      guard let (first, second) = try? fit.fitted(a, to: b) else { return nil }
      return BlendPair(
        name: "\(a.origin.id), \(b.origin.id), \(fit)", first: first, second: second)
    }
  }
}

/// A note by what it is, whatever its strength.
typealias Place = VoicedNote.Place

extension Rhythm {
  var places: Set<Place> {
    Set(parts.flatMap { part in part.notes.map { Place(voice: part.voice, onset: $0.onset) } })
  }

  var voices: Set<Voice> { Set(parts.map(\.voice)) }

  func count(of voice: Voice) -> Int { self[voice]?.notes.count ?? 0 }
}
