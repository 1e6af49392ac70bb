import Music

/// One knob: where it stands, where it goes, and what of its motion is noise.
struct Knob: Sendable {
  /// What is left of the way after a millisecond: e to the power of -1/50.
  private static let rest = 0.980_198_673_306_755_3
  /// The steps of a controller.
  private static let steps = Level.values.upperBound

  /// Where it goes.
  private(set) var goal: Fraction
  /// Where it was when it set out, and when that was.
  private var (start, departure): (Double, Duration)
  /// The last level of the controller that counted, and whether it came from below or above.
  private var level: (value: Int, direction: Int)?
  /// Whether something other than the controller moved it last.
  private var isNudged = false

  /// A knob that stands somewhere.
  init(at value: Fraction) {
    goal = value
    (start, departure) = (value.approximation, .zero)
  }

  /// A knob that shows itself by a controller that is turned.
  init(at level: Level) {
    self.init(at: Fraction(level.value, Self.steps))
    self.level = (level.value, 0)
  }

  /// Whether its controller has been turned or something else has moved it.
  var isTouched: Bool { level != nil || isNudged }

  /// Follows its controller, where that is no noise.
  mutating func turn(to new: Level, at time: Duration) {
    guard !isNoise(new.value) else { return }
    let direction = level.map { (new.value - $0.value).signum() } ?? 0
    level = (new.value, direction)
    isNudged = false
    move(to: Fraction(new.value, Self.steps), at: time)
  }

  /// Goes somewhere else, whatever its controller says.
  mutating func nudge(to value: Fraction, at time: Duration) {
    isNudged = true
    move(to: value, at: time)
  }

  /// Where it stands: steps of 1/127 on its way, and at last exactly where it goes.
  func value(at time: Duration) -> Fraction {
    let place = place(at: time)
    let end = goal.approximation
    guard place != end else { return goal }
    let step = place * Double(Self.steps)
    return place < end
      ? min(goal, Fraction(Int(step.rounded(.up)), Self.steps))
      : max(goal, Fraction(Int(step.rounded(.down)), Self.steps))
  }

  private mutating func move(to value: Fraction, at time: Duration) {
    start = place(at: time)
    departure = max(departure, time)
    goal = value
  }

  /// Whether a level is as good as the last one: a step back by one, which a controller sends that
  /// stands between two.
  ///
  /// Its ends are always meant. Where something else has moved the knob, one step is no wish to
  /// have it back.
  private func isNoise(_ new: Int) -> Bool {
    guard let level else { return false }
    let step = new - level.value
    if step == 0 { return true }
    guard abs(step) == 1 else { return false }
    return isNudged || step == -level.direction && new != 0 && new != Self.steps
  }

  /// Where a filter of one pole is: each millisecond takes away a 50th of the way that is left.
  private func place(at time: Duration) -> Double {
    let end = goal.approximation
    var (left, factor) = (max(0, Int((time - departure) / .milliseconds(1))), Self.rest)
    var way = start - end
    while left > 0 && way != 0 {
      if left & 1 == 1 { way *= factor }
      factor *= factor
      left >>= 1
    }
    return end + way
  }
}
