import Music
import Playback

/// A clock master that knows its own time: it says when each clock is sent, and when it is received.
struct Master {
  /// A clock that was received; one that was lost is none.
  struct Clock {
    /// When it should have come, in seconds.
    let due: Double
    /// When it came, in seconds.
    let time: Double
  }

  let clocks: [Clock]

  /// A master that begins at 1 s.
  ///
  /// - Parameters:
  ///   - count: How many clocks it sends.
  ///   - jitter: How far from its time a clock may be received, in seconds; all ways are as likely.
  ///   - seed: What decides how far each is.
  ///   - lost: The number of a clock that is not received.
  ///   - doubled: The number of a clock that is received twice.
  ///   - tempo: Beats a minute at a time after the beginning, in seconds.
  init(
    _ count: Int, jitter: Double, seed: UInt64, lost: Int? = nil, doubled: Int? = nil,
    tempo: (Double) -> Double
  ) {
    var random = SplitMix64(seed: seed)
    var clocks: [Clock] = []
    var (due, time) = (1.0, 0.0)
    for number in 0..<count {
      for _ in 0..<(number == lost ? 0 : number == doubled ? 2 : 1) {
        time = max(time, due + (jitter > 0 ? .random(in: -jitter...jitter, using: &random) : 0))
        clocks.append(Clock(due: due, time: time))
      }
      due += 60 / tempo(due - 1) / 24
    }
    self.clocks = clocks
  }

  /// How far beside the truth the follower is, in seconds, with the clock of each number: about when
  /// the clock will come that is due 150 ms later, and about this clock itself.
  func errors(prepared: Int = 0) -> [(ahead: Double, now: Double)] {
    var follower = ClockFollower()
    var errors: [(ahead: Double, now: Double)] = []
    if prepared == 0 { follower.receive(.start, at: .seconds(clocks[0].time - 0.01)) }
    var far = 0
    for (number, clock) in clocks.enumerated() {
      if prepared > 0, number == prepared { follower.receive(.start, at: .seconds(clock.time)) }
      follower.receive(.clock, at: .seconds(clock.time))
      while far < clocks.count, clocks[far].due < clock.time + 0.15 { far += 1 }
      guard far < clocks.count else { break }
      guard let beat = follower.beat else { continue }
      errors.append(
        (
          abs(beat.time(of: Fraction(far - prepared, 24)) / .seconds(1) - clocks[far].due),
          abs(beat.time(of: Fraction(number - prepared, 24)) / .seconds(1) - clock.due)
        ))
    }
    return errors
  }
}
