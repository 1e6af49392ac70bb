public import Music

/// How far a blend is on its way: from 0, the first rhythm, to 1, the second.
///
/// Kept in steps of 1/65536, so that the way back is exactly as long as the way there.
public struct Amount: Hashable, Sendable, Comparable {
  /// How many steps the way has.
  public static let steps = 65_536

  /// How many steps are done: 0 to ``steps``.
  public let step: Int

  /// An amount in steps; beyond the ends it is the end.
  public init(step: Int) {
    self.step = min(max(0, step), Self.steps)
  }

  /// The amount nearest to a number; beyond 0 and 1 it is the end.
  public init(_ number: Double) {
    // Written so that what is not a number is the beginning.
    let bounded = number > 0 ? min(number, 1) : 0
    self.init(step: Int((bounded * Double(Self.steps)).rounded()))
  }

  /// The amount seen from the other rhythm.
  public var reversed: Amount { Amount(step: Self.steps - step) }

  /// A part of the amount, to the nearest step.
  public func part(_ part: Amount) -> Amount {
    Amount(step: (step * part.step * 2 + Self.steps) / (2 * Self.steps))
  }

  /// The amount as an exact number from 0 to 1.
  public var fraction: Fraction { Fraction(step, Self.steps) }

  /// Nearer to the first rhythm is less.
  public static func < (left: Amount, right: Amount) -> Bool { left.step < right.step }

  /// The amounts of some bars that lead from one amount to another, both ends included.
  ///
  /// - Returns: One amount a bar; the first alone where there is one bar.
  public static func sweep(from first: Amount, to last: Amount, bars: Int) -> [Amount] {
    guard bars > 1 else { return Array(repeating: first, count: max(0, bars)) }
    let way = last.step - first.step
    return (0..<bars).map { bar in
      Amount(
        step: first.step + (way * bar * 2 + (way < 0 ? -1 : 1) * (bars - 1)) / (2 * (bars - 1)))
    }
  }
}

extension Amount: CustomStringConvertible {
  /// The amount in per cent, with at most one decimal: `40%`, `12.5%`.
  public var description: String {
    let tenths = (step * 1000 * 2 + Self.steps) / (2 * Self.steps)
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}
