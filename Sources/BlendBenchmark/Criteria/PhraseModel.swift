package import Composer
import Glibc
package import Music

/// A model of what follows what in rhythms: five-grams of sixteenths, or shorter ones.
///
/// A symbol is which of the three lanes sound in a sixteenth. A sixteenth is told from the four
/// before it, round the circle, or from fewer; what is rare is told from fewer still.
///
/// Source: the smoothing is method C of I. H. Witten and T. C. Bell, "The Zero-Frequency Problem",
/// *IEEE Transactions on Information Theory* 37 (1991).
package struct PhraseModel: Sendable {
  /// The sixteenths before one that it is told from.
  private let memory: Int

  /// What three lanes can do at once.
  private static let symbols = 1 << Lane.allCases.count

  /// How often each symbol followed each context.
  private var counts: [[Int]: [Int: Int]] = [:]

  /// A model of some rhythms.
  package init(of rhythms: [Rhythm], memory: Int = 4) throws {
    self.memory = memory
    for rhythm in rhythms {
      let ring = try Ring(rhythm, rhythm, grid: [])
      learn(Self.word(of: Hit.lanes(of: rhythm, on: ring), on: ring))
    }
  }

  /// The sixteenths of a rhythm, each hit in the nearest.
  static func word(of lanes: [[Hit]], on ring: Ring) -> [Int] {
    let count = max(1, ring.length / ring.sixteenth)
    var word = [Int](repeating: 0, count: count)
    for (lane, hits) in lanes.enumerated() {
      for hit in hits {
        word[(hit.place + ring.sixteenth / 2) / ring.sixteenth % count] |= 1 << lane
      }
    }
    return word
  }

  private mutating func learn(_ word: [Int]) {
    for index in word.indices {
      let context = context(of: index, in: word)
      for length in 0...memory {
        counts[Array(context.suffix(length)), default: [:]][word[index], default: 0] += 1
      }
    }
  }

  private func context(of index: Int, in word: [Int]) -> [Int] {
    (1...memory).reversed().map { back in
      let place = (index - back) % word.count
      return word[place < 0 ? place + word.count : place]
    }
  }

  /// How likely a symbol is after some others.
  func chance(of symbol: Int, after context: [Int]) -> Double {
    (0...context.count).reduce(1 / Double(Self.symbols)) { shorter, length in
      guard let followers = counts[Array(context.suffix(length))] else { return shorter }
      let (total, kinds) = (Double(followers.values.reduce(0, +)), Double(followers.count))
      return (Double(followers[symbol] ?? 0) + kinds * shorter) / (total + kinds)
    }
  }

  /// The bits a sixteenth that it takes to tell a rhythm.
  func bits(of view: View, on ring: Ring) -> Double {
    let word = Self.word(of: view.lanes, on: ring)
    return word.indices.map { index in
      -log2(chance(of: word[index], after: context(of: index, in: word)))
    }.mean
  }
}

extension Idiom {
  /// What some rhythms do, as blends are guided by it.
  package init(of rhythms: [Rhythm]) throws {
    let model = try PhraseModel(of: rhythms, memory: Self.memory)
    self.init { place in
      let symbols = (0...Self.memory).reversed().map { back in
        place / PhraseModel.places(back) % Self.symbols
      }
      let chance = model.chance(of: symbols[Self.memory], after: Array(symbols.dropLast()))
      return Int((-log2(chance) * Double(Self.partsOfBit)).rounded())
    }
  }
}

extension PhraseModel {
  /// How many runs there are of so many symbols.
  fileprivate static func places(_ count: Int) -> Int {
    (0..<count).reduce(1) { product, _ in product * symbols }
  }
}
