import Music

/// How a piece moves: which tick is when, on the clock of an output.
struct Course: Hashable, Sendable {
  /// How fast.
  enum Pace: Hashable, Sendable {
    /// As it is written, so many times as fast.
    case written(rate: Fraction)
    /// With a master: how long a quarter note lasts, whatever is written.
    case followed(beat: Duration)
  }

  /// A place that is known.
  let tick: Int
  /// When it is.
  let time: Duration
  let pace: Pace

  /// When a tick is.
  func time(of tick: Int, in schedule: Schedule) -> Duration {
    switch pace {
    case .written(let rate):
      let written = schedule.tempi.time(of: tick) - schedule.tempi.time(of: self.tick)
      return time + written * rate.denominator / rate.numerator
    case .followed(let beat):
      return time + beat * (tick - self.tick) / schedule.ticksPerBeat
    }
  }

  /// The last tick that is not later than a time.
  func tick(at time: Duration, in schedule: Schedule) -> Int {
    let passed = time - self.time
    switch pace {
    case .written(let rate):
      let written = schedule.tempi.time(of: self.tick) + passed * rate.numerator / rate.denominator
      return schedule.tempi.tick(at: written)
    case .followed(let beat):
      return tick + Int((passed * schedule.ticksPerBeat / beat).rounded(.down))
    }
  }

  /// The first tick at a time or later.
  func firstTick(from time: Duration, in schedule: Schedule) -> Int {
    var tick = tick(at: time, in: schedule)
    // A division that rounds may be off by one.
    while self.time(of: tick, in: schedule) < time { tick += 1 }
    return tick
  }

  /// The same from another place on, which is at a time.
  func moved(to tick: Int, at time: Duration) -> Course {
    Course(tick: tick, time: time, pace: pace)
  }

  /// How long a quarter note lasts at a tick.
  func beat(at tick: Int, in schedule: Schedule) -> Duration {
    switch pace {
    case .written(let rate):
      .microseconds(schedule.tempi.tempo(at: tick).microsecondsPerBeat) * rate.denominator
        / rate.numerator
    case .followed(let beat): beat
    }
  }
}
