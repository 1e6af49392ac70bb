/// The straight line through the last pulses of a clock: when each is expected.
///
/// Least squares over a window, so that a jitter of single pulses is smoothed. Until the window
/// has half a beat, a period that was known before it takes part as if it had been measured too.
/// A pulse far from where the line expects it is left out; where three come on one side, the clock
/// has changed its tempo, or lost or doubled a pulse, and the window begins anew with them.
///
/// Source: C. F. Gauss, *Theoria combinationis* (1823), for the line; A. E. Hoerl and
/// R. W. Kennard, "Ridge Regression", *Technometrics* 12 (1970), for the period known before.
struct PulseLine {
  private struct Pulse {
    let number: Int
    /// When it came, in seconds after ``origin``.
    let time: Double
  }

  /// Pulses in the window, at least; a quarter note has as many.
  private static let fewestPulses = 24
  /// How old a pulse may be, in seconds, beyond those: from 120 beats a minute on the window is half
  /// a second, so that what it foretells does not become worse the faster the clock is.
  private static let longestAge = 0.5
  /// Pulses in the window, at most: half a second at 1000 beats a minute.
  private static let mostPulses = 200
  /// From how many pulses on what was known before no longer counts.
  private static let knowingPulses = 12
  /// How many pulses beside the line, on one side of it, are a change of the clock.
  private static let strayPulses = 3
  /// How many pulses beside the line, on both sides, say that the line is wrong.
  private static let mostStrays = 8
  /// How far beside the line a pulse is a stray one, in standard deviations of what is expected.
  private static let tolerance = 3.0
  /// The jitter that is expected before any is measured, in seconds, a standard deviation, and how
  /// many pulses it counts for.
  private static let (usualJitter, jitterWeight) = (0.002, 8.0)
  /// What a pulse may last, in seconds: from 1000 down to 10 beats a minute.
  static let periods = 0.0025...0.25

  private var origin = Duration.zero
  private var pulses: [Pulse] = []
  private var strays: [Pulse] = []
  /// What was known of the period before the window began, with its standard deviation, in seconds.
  private var known = (period: 0.5 / 24, deviation: 0.1)

  /// How long a pulse lasts, in seconds, always in ``periods``; at first that of 120 beats a minute.
  private(set) var period = 0.5 / 24
  /// The middle of the window, on the line.
  private var middle = (number: 0.0, time: 0.0)
  /// How far the numbers of the window are apart, as a sum of squares; what is known before included.
  private var spread = 0.0
  /// The jitter, in seconds, as a standard deviation.
  private var jitter = Self.usualJitter

  /// When the last pulse came; nothing where the window is empty.
  private(set) var last: Duration?

  /// Forgets all pulses, for they have ceased; the period is remembered.
  mutating func forget() {
    if pulses.count > 1 { known = (period, min(known.deviation, period / 4)) }
    (pulses, strays, last) = ([], [], nil)
  }

  /// Counts a pulse.
  ///
  /// - Complexity: O(n) for n pulses in the window, of which there are at most 200.
  mutating func add(_ number: Int, at time: Duration) {
    if pulses.isEmpty { origin = time }
    last = time
    let pulse = Pulse(number: number, time: (time - origin) / .seconds(1))
    guard isStray(pulse) else {
      strays = []
      pulses.append(pulse)
      return fit()
    }
    strays.append(pulse)
    let side = strays.suffix(Self.strayPulses).map { residual(of: $0) > 0 }
    guard strays.count >= Self.mostStrays || side.count == Self.strayPulses && Set(side).count == 1
    else { return }
    known = (period, period / 4)
    pulses = strays
    strays = []
    fit()
  }

  /// The number of the pulse that is expected at a time, and its part.
  func number(at time: Duration) -> Double {
    middle.number + ((time - origin) / .seconds(1) - middle.time) / period
  }

  private func residual(of pulse: Pulse) -> Double {
    pulse.time - middle.time - (Double(pulse.number) - middle.number) * period
  }

  /// Whether a pulse is farther from the line than jitter and too few pulses explain.
  ///
  /// Source: the variance of a prediction by a line, N. R. Draper and H. Smith, *Applied Regression
  /// Analysis* (1998), 3.1.
  private func isStray(_ pulse: Pulse) -> Bool {
    guard !pulses.isEmpty else { return false }
    let distance = Double(pulse.number) - middle.number
    let variance = 1 + 1 / Double(pulses.count) + distance * distance / spread
    let limit = Self.tolerance * jitter * variance.squareRoot()
    return abs(residual(of: pulse)) > limit
  }

  private mutating func fit() {
    trim()
    let count = Double(pulses.count)
    middle.number = pulses.reduce(0) { $0 + Double($1.number) } / count
    middle.time = pulses.reduce(0) { $0 + $1.time } / count
    let ridge = Self.usualJitter / known.deviation
    let weight = pulses.count < Self.knowingPulses ? ridge * ridge : 0
    var product = weight * known.period
    spread = weight
    for pulse in pulses {
      let distance = Double(pulse.number) - middle.number
      spread += distance * distance
      product += distance * (pulse.time - middle.time)
    }
    period = min(max(product / spread, Self.periods.lowerBound), Self.periods.upperBound)
    jitter = measuredJitter
  }

  /// The jitter by how much three pulses in a row are bent, which a change of the tempo hardly adds
  /// to: the second difference of three numbers has six times the variance of each.
  private var measuredJitter: Double {
    var squares = Self.jitterWeight * Self.usualJitter * Self.usualJitter
    var count = Self.jitterWeight
    for (first, last) in zip(pulses.indices, pulses.indices.dropFirst(2))
    where pulses[last].number - pulses[first].number == 2 {
      let bend = pulses[last].time - 2 * pulses[first + 1].time + pulses[first].time
      squares += bend * bend / 6
      count += 1
    }
    return (squares / count).squareRoot()
  }

  /// Takes the oldest pulses out of the window.
  private mutating func trim() {
    let newest = pulses[pulses.count - 1].time
    let surplus = pulses.prefix(max(0, pulses.count - Self.fewestPulses))
      .prefix { newest - $0.time > Self.longestAge }.count
    pulses.removeFirst(max(surplus, pulses.count - Self.mostPulses))
  }
}
