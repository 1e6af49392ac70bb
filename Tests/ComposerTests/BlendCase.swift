import Music
import TestSupport
import Testing

@testable import Composer

/// Two rhythms and a kind of blend that leads from one to the other.
struct BlendCase: CustomTestStringConvertible, Sendable {
  /// An operator with an order of changes.
  struct Kind: CustomTestStringConvertible, Hashable, Sendable {
    let way: Operator
    var order = Jump.Settings().order

    var testDescription: String { "\(way) \(order)" }

    /// Kinds in which notes switch, the usual one first.
    static let switching =
      Jump.Settings.Order.allCases.map { Kind(way: .jump, order: $0) }
      + [Kind(way: .guided), Kind(way: .skeleton)]

    /// Kinds in which notes slide.
    static let sliding = [
      Kind(way: .glide), Kind(way: .glide, order: .voice), Kind(way: .staged),
      Kind(way: .staged, order: .ground),
    ]

    static let all = switching + sliding
  }

  let pair: BlendPair
  let kind: Kind

  var testDescription: String { "\(kind.testDescription): \(pair.name)" }

  var a: Rhythm { pair.a }
  var b: Rhythm { pair.b }
  var first: Fit.Fitted { pair.first }
  var second: Fit.Fitted { pair.second }

  func blend(seed: UInt64 = 0, randomness: Double = 0.25) throws -> any Morphing {
    try kind.way.morph(
      from: first, to: second,
      settings: Jump.Settings(seed: seed, randomness: randomness, order: kind.order))
  }

  /// The pair the other way round.
  var turned: BlendCase { BlendCase(pair: pair.turned, kind: kind) }

  /// The same kind of blend of other rhythms.
  func with(_ first: Fit.Fitted, _ second: Fit.Fitted) -> BlendCase {
    BlendCase(pair: BlendPair(name: pair.name, first: first, second: second), kind: kind)
  }

  static let metres = [(2, 4), (3, 4), (4, 4), (5, 8), (6, 8), (7, 8), (9, 16), (11, 16), (13, 16)]
    .compactMap { Metre(pulses: $0.0, unit: $0.1) }

  /// Random pairs in every metre and of two metres, and every fifty-third pair of the library.
  static let sample: [BlendPair] =
    randomInOneMetre + randomAcrossMetres
    + stride(from: 0, to: BlendPair.library.count, by: 53).map { BlendPair.library[$0] }

  private static let randomInOneMetre: [BlendPair] =
    metres.enumerated().flatMap { index, metre in
      (0..<2).compactMap { turn -> BlendPair? in
        var random = SplitMix64(seed: UInt64(100 + 2 * index + turn))
        guard let a = try? Rhythm.random(using: &random, metre: metre, bars: 1 + turn),
          let b = try? Rhythm.random(using: &random, metre: metre, bars: 1 + turn),
          let first = try? Fit.Fitted(a), let second = try? Fit.Fitted(b)
        else { return nil }
        return BlendPair(name: "\(metre), \(turn)", first: first, second: second)
      }
    }

  /// Random rhythms of two metres that meet by each fit: most places of one are on no grid of the
  /// other.
  private static let randomAcrossMetres: [BlendPair] =
    Fit.allCases.enumerated().flatMap { index, fit in
      (0..<2).compactMap { turn -> BlendPair? in
        var random = SplitMix64(seed: UInt64(200 + 2 * index + turn))
        let (from, to) = (
          metres[(2 * index + turn) % metres.count], metres[(2 * index + turn + 1) % metres.count]
        )
        guard let a = try? Rhythm.random(using: &random, metre: from, bars: 1),
          let b = try? Rhythm.random(using: &random, metre: to, bars: 1),
          let (first, second) = try? fit.fitted(a, to: b)
        else { return nil }
        return BlendPair(name: "\(from), \(to), \(fit)", first: first, second: second)
      }
    }

  /// The usual kind with every pair, the others with the sample.
  static let switching = cases(Kind.switching)
  static let sliding = cases(Kind.sliding)
  static let all = switching + sliding

  /// Every kind with a few pairs, of the library and random.
  static let few = Kind.all.flatMap { kind in
    stride(from: 0, to: sample.count, by: 9).map { BlendCase(pair: sample[$0], kind: kind) }
  }

  private static func cases(_ kinds: [Kind]) -> [BlendCase] {
    kinds.flatMap { kind in
      (kind == Kind(way: .jump) ? BlendPair.all : sample).map { BlendCase(pair: $0, kind: kind) }
    }
  }
}

extension Operator {
  /// The blend of an operator that leads all the way, note by note.
  func morph(
    from first: Fit.Fitted, to second: Fit.Fitted, settings: Jump.Settings = Jump.Settings()
  ) throws -> any Morphing {
    try #require(blend(from: first, to: second, settings: settings) as? any Morphing)
  }
}
