import Music
import TestSupport

@testable import Composer

/// Rhythms for laws that do not speak of ``Jump``.
enum Materials {
  /// From 2/4 to 13/16.
  static let metres: [Metre] = [
    (2, 4), (3, 4), (4, 4), (5, 4), (6, 8), (7, 8), (5, 8), (9, 16), (11, 16), (12, 8), (13, 16),
  ].compactMap { Metre(pulses: $0.0, unit: $0.1) }

  /// Random pairs in every metre, and pairs of the library.
  static let pairs: [BlendPair] =
    random
    + BlendPair.library.enumerated().compactMap {
      $0.offset.isMultiple(of: 9) ? $0.element : nil
    }

  static let random: [BlendPair] = metres.enumerated().flatMap { index, metre in
    (0..<4).compactMap { turn -> BlendPair? in
      var random = SplitMix64(seed: UInt64(index * 100 + turn))
      guard let a = try? Rhythm.random(using: &random, metre: metre, bars: 1 + turn % 2),
        let b = try? Rhythm.random(using: &random, metre: metre, bars: 1 + turn % 2),
        let first = try? Fit.Fitted(a), let second = try? Fit.Fitted(b)
      else { return nil }
      return BlendPair(name: "\(metre) \(turn)", first: first, second: second)
    }
  }

  /// One rhythm of each pair.
  static let rhythms: [Rhythm] = pairs.map(\.a)

  static let amounts =
    (0...16).map { Amount(step: $0 * Amount.steps / 16) }
    + [1, 777, 32_767, 65_535].map(Amount.init(step:))

  /// A rhythm whose voices strike at some steps of a grid.
  static func rhythm(
    _ rows: [Voice: [Int]], metre: Metre = .common, bars: Int = 1, grid: Int = 16,
    id: String = "test", velocity: Int = 90
  ) throws -> Rhythm {
    let step = Fraction(4, grid)
    return try Rhythm(
      origin: Origin(id: id, name: id, evidence: .reconstructed, source: "a test"),
      bars: Array(repeating: metre, count: bars), grid: Fraction(1, grid),
      tempo: TempoRange(rate: 120...120),
      parts: rows.sorted { $0.key < $1.key }.map { voice, steps in
        Rhythm.Part(
          voice: voice,
          notes: try steps.map { index in
            Note(
              onset: try step * Fraction(index), length: step, stroke: .normal,
              velocity: Velocity(clamping: velocity))
          })
      })
  }
}

extension Rhythm {
  /// The steps of a grid at which a voice strikes.
  func steps(of voice: Voice, grid: Int = 16) -> [Fraction] {
    (self[voice]?.notes ?? []).compactMap { try? $0.onset * Fraction(grid, 4) }
  }
}

/// The shorter way between two places on a circle.
func distance(_ a: Fraction, _ b: Fraction, around length: Fraction) throws -> Fraction {
  let way = try (a - b).modulo(length)
  return min(way, try length - way)
}
