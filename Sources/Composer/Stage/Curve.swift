public import Music

/// How an amount changes over some bars.
///
///     Curve(.smooth).amounts(bars: 16)
///     Curve(.steps(bars: 4), from: Amount(1), to: Amount(0)).amounts(bars: 16)
///
/// Laws: it begins at its first amount; every amount lies between its two; but for `thereAndBack` it
/// ends at its last amount and goes one way, so that a blend along it changes each note once.
public struct Curve: Hashable, Sendable {
  /// Which way the amount takes.
  public enum Shape: Hashable, Sendable {
    /// The same change in the same time.
    case linear
    /// Slow, fast and slow again: 3u² − 2u³ after a part u of the time.
    ///
    /// Source: cubic Hermite interpolation with level ends, known as *smoothstep*.
    case smooth
    /// Nothing for some bars, then the same change in the same time.
    case hold(bars: Int)
    /// To the other end and back some times, each way in equal time.
    case thereAndBack(ways: Int)
    /// The same for a phrase of some bars, then a step; the last phrase is at the end, but where
    /// there is but one phrase it stays at the beginning.
    case steps(bars: Int)
  }

  /// Which way the amount takes.
  public let shape: Shape
  /// Where it begins.
  public let first: Amount
  /// Where it leads.
  public let last: Amount

  /// A curve.
  ///
  /// - Precondition: A hold is not below zero; there is at least one way; a phrase has a bar.
  public init(_ shape: Shape, from first: Amount = Amount(0), to last: Amount = Amount(1)) {
    switch shape {
    case .hold(let bars): precondition(bars >= 0, "a hold is not below zero")
    case .thereAndBack(let ways): precondition(ways >= 1, "there is at least one way")
    case .steps(let bars): precondition(bars >= 1, "a phrase has at least one bar")
    case .linear, .smooth: break
    }
    self.shape = shape
    self.first = first
    self.last = last
  }

  /// The amount at the beginning of each bar; the last one begins with the last amount.
  ///
  /// - Returns: One amount a bar; the first alone where there is one bar.
  public func amounts(bars: Int) -> [Amount] {
    (0..<max(0, bars)).map { amount(at: Fraction($0), of: bars) }
  }

  /// The amount at the beginning of each step of one bar, such as each beat.
  ///
  /// All steps of the last bar have the last amount.
  ///
  /// - Parameters:
  ///   - bar: The bar, counted from 0.
  ///   - bars: How many bars the curve has.
  ///   - length: How long the bar is, in quarter notes.
  ///   - step: How long a step is, in quarter notes.
  /// - Returns: One amount a step; one of a bar that is shorter than a step.
  /// - Precondition: The length and the step are above zero.
  public func amounts(
    inBar bar: Int, of bars: Int, lasting length: Fraction, every step: Fraction
  ) -> [Amount] {
    precondition(length > 0 && step > 0, "bars and steps last")
    let count = (try? length / step)?.ceiling ?? 1
    return (0..<max(1, count)).map { index in
      let part = (try? Fraction(index) * step / length) ?? 0
      return amount(at: (try? Fraction(bar) + part) ?? Fraction(bar), of: bars)
    }
  }

  /// The amount at a time.
  ///
  /// - Parameters:
  ///   - time: The time, in bars from the beginning; before it counts as the beginning, after the
  ///     last bar line as that.
  ///   - bars: How many bars the curve has.
  /// - Returns: The nearest amount; a half is rounded away from the first.
  public func amount(at time: Fraction, of bars: Int) -> Amount {
    let bounded = min(max(time, 0), Fraction(min(max(0, bars - 1), Bounds.pieceBars)))
    // Times that are finer than any music are kept to a step, so that what follows is exact.
    let isFine = bounded.denominator > Self.finest
    let part = part(
      at: isFine ? Fraction(bounded.steps(Self.finest), Self.finest) : bounded, of: bars)
    let way = last.step - first.step
    let (numerator, denominator) = (Int128(part.numerator), Int128(part.denominator))
    let moved = (Int128(abs(way)) * numerator * 2 + denominator) / (denominator * 2)
    return Amount(step: first.step + (way < 0 ? -1 : 1) * Int(moved))
  }

  /// How much of the way is done, from 0 to 1; nothing where there is but one bar.
  private func part(at time: Fraction, of bars: Int) -> Fraction {
    let lastBar = bars - 1
    guard lastBar > 0 else { return 0 }
    switch shape {
    case .linear: return Self.ratio(time, Fraction(lastBar))
    case .smooth:
      let u = Self.ratio(time, Fraction(lastBar))
      return Self.smooth(Fraction(u.steps(Self.finest), Self.finest))
    case .hold(let held):
      guard held < lastBar else { return time < Fraction(lastBar) ? 0 : 1 }
      return time <= Fraction(held)
        ? 0 : (try? (time - Fraction(held)) / Fraction(lastBar - held)) ?? 1
    case .thereAndBack(let ways):
      let place = (try? time * Fraction(ways) / Fraction(lastBar)) ?? 0
      let rest = (try? place.modulo(2)) ?? 0
      return rest <= 1 ? rest : (try? 2 - rest) ?? 1
    case .steps(let phrase):
      let phrases = (bars + phrase - 1) / phrase
      return phrases > 1 ? Fraction(time.floor / phrase, phrases - 1) : 0
    }
  }

  /// How many steps a bar and the whole have at the finest; the cube of a step is still exact.
  private static let finest = 1 << 20

  private static func ratio(_ time: Fraction, _ length: Fraction) -> Fraction {
    (try? time / length) ?? 1
  }

  private static func smooth(_ u: Fraction) -> Fraction {
    (try? u * u * (3 - 2 * u)) ?? u
  }
}
