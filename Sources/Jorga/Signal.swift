public import Music

/// A number that changes while the piece plays.
///
///     drums.velocity(.sine.range(0.4, 0.9).slow(8))
public struct Signal: Control {
  /// How the score says it.
  public let expression: Expression

  init(_ word: String, _ arguments: [any Term] = [], of receiver: Expression? = nil) {
    expression = Expression(
      .call(.init(word, arguments.map { .init($0.expression) }, of: receiver)))
  }

  /// Laid between two numbers.
  public func range(_ from: Double, _ to: Double) -> Signal {
    Signal("range", [from, to], of: expression)
  }

  /// So many times as slow.
  public func slow(_ factor: Double) -> Signal { Signal("slow", [factor], of: expression) }

  /// So many times as fast.
  public func fast(_ factor: Double) -> Signal { Signal("fast", [factor], of: expression) }
}

extension Signal {
  /// Earlier by some cycles.
  public func early(_ cycles: Double) -> Signal { Signal("early", [cycles], of: expression) }

  /// Later by some cycles.
  public func late(_ cycles: Double) -> Signal { Signal("late", [cycles], of: expression) }

  /// Looked at so often in a cycle, and kept between.
  public func segment(_ parts: Double) -> Signal { Signal("segment", [parts], of: expression) }
}

extension Control where Self == Signal {
  /// A wave from one half up, down and back, once a cycle.
  public static var sine: Signal { Signal("sine") }

  /// A wave that rises in each cycle and falls at once.
  public static var saw: Signal { Signal("saw") }

  /// A wave that rises in half a cycle and falls as long.
  public static var tri: Signal { Signal("tri") }

  /// A wave that is 0 for half a cycle and 1 for the other half.
  public static var square: Signal { Signal("square") }

  /// Another number at every moment, decided by the seed.
  public static var rand: Signal { Signal("rand") }

  /// A smooth way between random numbers.
  public static var perlin: Signal { Signal("perlin") }

  /// A straight way from one number to another over some bars.
  public static func ramp(_ from: Double, _ to: Double, bars: Double = 16) -> Signal {
    Signal("ramp", [from, to, bars])
  }

  /// A way from one number to another over some bars that sets out and arrives slowly.
  public static func smooth(_ from: Double, _ to: Double, bars: Double = 16) -> Signal {
    Signal("smooth", [from, to, bars])
  }

  /// Where a MIDI controller stands.
  public static func cc(_ controller: Int, initial: Double = 0) -> Signal {
    Signal("cc", [controller, initial])
  }
}
