public import Music

/// How much each of several rhythms has to say: shares that are together one.
///
/// They are kept in steps of 1/65536, as an ``Amount`` is.
public struct MixWeights: Hashable, Sendable {
  /// The share of each rhythm in steps, from 0 to ``Amount/steps``; together as many as those.
  public let steps: [Int]

  /// Shares in proportion to some numbers.
  ///
  /// Steps that rounding leaves over go to the shares that lost most by it, the first of equals.
  /// There are no shares where the numbers are not as they must be.
  ///
  /// - Parameter parts: Numbers from 0 to 2³², at least one of them above zero.
  public init?(_ parts: [Int]) {
    guard parts.count <= Amount.steps, parts.allSatisfy({ (0...1 << 32).contains($0) }) else {
      return nil
    }
    let total = parts.reduce(0, +)
    guard total > 0 else { return nil }
    var steps = parts.map { $0 * Amount.steps / total }
    let rest = Amount.steps - steps.reduce(0, +)
    let losses = parts.map { $0 * Amount.steps % total }
    let order = parts.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }
    for index in order.prefix(rest) { steps[index] += 1 }
    self.steps = steps
  }

  /// All for one of some rhythms.
  ///
  /// - Precondition: There is a rhythm of this number, counted from 0.
  public init(only index: Int, of count: Int) {
    precondition((0..<count).contains(index), "the rhythm is one of those that are mixed")
    steps = (0..<count).map { $0 == index ? Amount.steps : 0 }
  }

  /// Two rhythms, some way from the first to the second.
  public init(_ amount: Amount) {
    steps = [Amount.steps - amount.step, amount.step]
  }

  /// The number of the rhythm that has it all, where one has.
  public var only: Int? { steps.firstIndex(of: Amount.steps) }

  /// The share of a rhythm as an exact number from 0 to 1.
  public func share(of index: Int) -> Fraction { Fraction(steps[index], Amount.steps) }
}

extension MixWeights: CustomStringConvertible {
  /// The shares in per cent: `50% : 25% : 25%`.
  public var description: String {
    steps.map { Amount(step: $0).description }.joined(separator: " : ")
  }
}
