public import Music

/// Follows a master that sends MIDI clock: where it is, and when each beat is expected.
///
/// A start or continue takes effect with the clock that comes next; from then on each clock is a
/// 24th of a quarter note more. What it tells is a ``Beat``: a straight line of position against
/// time, anew after each clock. Between two jumps (see ``jumps``) these lines join, and the position
/// never runs backwards: where clocks show that it stands wrong, it goes faster or slower until it
/// is right, one ``horizon`` later. So what is foretold for that time is what least squares over
/// the last clocks say.
///
/// Clocks that come while the master is stopped tell its tempo beforehand. A master that falls
/// silent is held: it stops, and plays on from where its clocks ceased when they come again.
///
/// Source: *MIDI 1.0 Detailed Specification*, system real time messages (timing clock, start,
/// continue, stop) and song position pointer: a MIDI beat is six clocks, clocks that come while
/// stopped do not move the position.
public struct ClockFollower: Sendable {
  /// Where a piece is at a time, and how fast it goes on from there.
  public struct Beat: Hashable, Sendable {
    /// When.
    public let time: Duration
    /// Where, in quarter notes from the beginning.
    public let position: Fraction
    /// How long a quarter note lasts; above zero.
    public let quarter: Duration

    /// When a position is reached, or was.
    public func time(of position: Fraction) -> Duration {
      time + quarter * (position.approximation - self.position.approximation)
    }

    /// The position at a time, in quarter notes.
    public func position(at time: Duration) -> Double {
      position.approximation + (time - self.time) / quarter
    }
  }

  /// What the master does.
  public enum State: Hashable, Sendable {
    /// It is stopped, or was never started.
    case stopped
    /// It plays with the clock that comes next.
    case ready
    /// It plays.
    case running
    /// It played and fell silent; it plays on with the clock that comes next.
    case held
  }

  /// Clocks in a quarter note.
  public static let clocksPerQuarter = 24
  /// Clocks in a sixteenth note, in which song positions are told.
  private static let clocksPerStep = 6
  /// The song positions there are: 14 bits.
  private static let songPositions = 0...16_383
  /// How long the clocks of a master that plays may be missing, at least, and in clocks.
  private static let (longestSilence, mostMissing) = (Duration.milliseconds(500), 8.0)
  /// How much slower or faster than the master the position goes to come right.
  private static let haste = 0.125...4.0
  /// How far from the master the position may be to come right by that, in clocks.
  ///
  /// From half a beat it does so within a beat, even where it must wait; from farther away it jumps.
  private static let mostAstray = 12.0

  /// For how far ahead the position is foretold exactly as the clocks say.
  public let horizon: Duration

  /// What the master does.
  public private(set) var state = State.stopped
  /// The position, where the master plays.
  public private(set) var beat: Beat?
  /// How often the position has jumped: by start, continue, song position, or after silence.
  public private(set) var jumps = 0

  private var line = PulseLine()
  private var now = Duration.zero
  /// How many clocks have come in all.
  private var count = 0
  /// The clock that the next one is by its position, where that is no more than counted on.
  private var next = 0
  /// Whether the next clock is somewhere else than where the position goes by itself.
  private var isJumping = false

  /// A follower of a master of which nothing was heard yet.
  ///
  /// - Parameter horizon: How far ahead the position is foretold for; above zero.
  public init(horizon: Duration = .milliseconds(150)) {
    self.horizon = max(horizon, .milliseconds(1))
  }

  /// Where the master is with its next clock, in quarter notes from the beginning.
  public var position: Fraction { Fraction(next, Self.clocksPerQuarter) }

  /// Whether its clocks come, also where it is stopped.
  public var isHeard: Bool { line.last != nil }

  /// How long a quarter note of the master lasts, smoothed; 120 beats a minute before it is known.
  public var quarter: Duration { .seconds(line.period * Double(Self.clocksPerQuarter)) }

  /// Takes what the master sent; events that do not concern the clock do nothing.
  ///
  /// - Parameters:
  ///   - event: What.
  ///   - time: When it was received; a time before that of the last event counts as that.
  public mutating func receive(_ event: PortEvent, at time: Duration) {
    advance(to: time)
    switch event {
    case .clock: pulse()
    case .start:
      jump(to: 0)
      if state != .running { state = .ready }
    case .continue where state == .stopped:
      jump(to: next)
      state = .ready
    case .stop:
      state = .stopped
      beat = nil
    case .songPosition(let steps):
      let known = min(max(steps, Self.songPositions.lowerBound), Self.songPositions.upperBound)
      jump(to: known * Self.clocksPerStep)
    default: break
    }
  }

  /// Lets time pass: a master whose clocks have ceased is held.
  public mutating func advance(to time: Duration) {
    now = max(now, time)
    guard let last = line.last, now > last + silence else { return }
    line.forget()
    guard state == .running else { return }
    state = .held
    isJumping = true
    beat = nil
  }

  /// When a master that plays is held, if no clock comes before; it is time then to ``advance(to:)``.
  public var patience: Duration? {
    guard state == .running, let last = line.last else { return nil }
    return last + silence
  }

  private var silence: Duration {
    max(Self.longestSilence, .seconds(line.period) * Self.mostMissing)
  }

  private mutating func jump(to clock: Int) {
    next = clock
    isJumping = true
  }

  private mutating func pulse() {
    count += 1
    line.add(count, at: now)
    guard state != .stopped else { return }
    let clock = next
    next += 1
    let place = beat.map { $0.position(at: now) * Double(Self.clocksPerQuarter) }
    if !isJumping, let place, abs(place - expected(clock, at: now)) <= Self.mostAstray {
      beat = follow(from: place, at: clock)
    } else {
      jumps += 1
      isJumping = false
      state = .running
      beat = follow(from: Double(clock), at: clock)
    }
  }

  /// Where the position should be at a time by what the clocks say, in clocks.
  private func expected(_ clock: Int, at time: Duration) -> Double {
    line.number(at: time) - Double(count - clock)
  }

  /// The line from where the position stands now, in clocks, to where it should be at the horizon.
  private func follow(from place: Double, at clock: Int) -> Beat {
    let pace = 1 / line.period
    let speed = (expected(clock, at: now + horizon) - place) / (horizon / .seconds(1))
    let allowed = min(max(speed, pace * Self.haste.lowerBound), pace * Self.haste.upperBound)
    return Beat(
      time: now + .seconds((Double(clock) - place) / allowed),
      position: Fraction(clock, Self.clocksPerQuarter),
      quarter: .seconds(Double(Self.clocksPerQuarter) / allowed))
  }
}
