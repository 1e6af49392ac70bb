/// Random decisions that depend on nothing but a seed, who asks and when.
///
/// The same question always has the same answer: on every machine, for any bar alone, in any
/// order. Nothing is drawn from a stream, so that deciding one thing never changes another.
public struct Chance: Hashable, Sendable {
  /// The number that a user gives to get one variant or another.
  public let seed: UInt64

  /// The chance of a seed.
  public init(seed: UInt64) {
    self.seed = seed
  }

  /// The chance of one part of a whole, apart from that of all other parts.
  public func part(_ number: UInt64) -> Chance {
    Chance(seed: SplitMix64.mixed(seed &+ SplitMix64.mixed(number &+ 0x9E37_79B9_7F4A_7C15)))
  }

  /// A number from 0 up to, not including, 1 for one decision.
  ///
  /// - Parameters:
  ///   - asker: The number of the construct that asks.
  ///   - time: When it asks, exactly.
  /// - Returns: One of 2^53 equally likely numbers.
  public func number(for asker: UInt64, at time: Fraction) -> Double {
    var hash = SplitMix64.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    for word in [asker, UInt64(bitPattern: Int64(time.numerator)), UInt64(time.denominator)] {
      hash = SplitMix64.mixed((hash ^ word) &+ 0x9E37_79B9_7F4A_7C15)
    }
    return Double(hash >> 11) * 0x1p-53
  }

  /// A number for an asker that has a name.
  public func number(for asker: String, at time: Fraction) -> Double {
    number(for: Self.number(of: asker), at: time)
  }

  /// The FNV-1a hash of a text, in 64 bits.
  ///
  /// Source: G. Fowler, L. C. Noll and K.-P. Vo, *The FNV Non-Cryptographic Hash Algorithm*
  /// (IETF draft-eastlake-fnv).
  private static func number(of text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
