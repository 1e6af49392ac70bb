/// Music that goes on for ever, as an expression: a tree of small values.
///
/// Time is counted in cycles; a cycle is one bar of the metre in which the pattern sounds. A pattern
/// can be compared, printed, stored and sent between threads; what sounds in a span of time is asked
/// of an evaluator. The meaning of each node is given for its cycle *c*.
public indirect enum Pattern: Hashable, Sendable {
  /// Nothing.
  case silence

  /// One event a cycle, as long as the cycle.
  case value(Value, Place)

  /// Steps that share the cycle in proportion to their weights; each plays its own cycle *c*.
  case sequence([Step])

  /// All at once.
  case stack([Pattern])

  /// A sequence slowed by its weight: one step of weight 1 a cycle.
  case alternation([Step])

  /// Rows that each step at one rate and repeat by their own weight.
  ///
  /// The rate is in steps a cycle; without one it is the weight of the first row.
  case polymetre([[Step]], rate: Pattern?)

  /// Faster by a factor; nothing for factors of zero or less.
  case fast(Pattern, by: Pattern)

  /// Slower by a factor; nothing for factors of zero or less.
  case slow(Pattern, by: Pattern)

  /// Each cycle some times over before the next, all in the time of one.
  case replicate(Pattern, times: Fraction)

  /// The pattern in the set slots of a Euclidean rhythm, the whole turned left by a rotation.
  case euclid(Pattern, onsets: Pattern, slots: Pattern, rotation: Pattern?)

  /// Each event dropped with a probability, decided by the construct's number.
  case degrade(Pattern, by: Fraction, construct: Int)

  /// One of several a cycle, decided by the construct's number.
  case choice([Pattern], construct: Int)

  /// The whole numbers from each number of one pattern to that of another.
  case range(Pattern, to: Pattern)

  /// Each event with a variant of another pattern behind its value.
  case index(Pattern, Pattern)

  /// An element of a sequence.
  public struct Step: Hashable, Sendable {
    /// What it plays.
    public let pattern: Pattern

    /// Its share of the sequence; above zero.
    public let weight: Fraction

    /// A step.
    ///
    /// - Precondition: The weight is above zero.
    public init(_ pattern: Pattern, weight: Fraction = 1) {
      precondition(weight > 0, "a step takes time")
      self.pattern = pattern
      self.weight = weight
    }
  }
}
