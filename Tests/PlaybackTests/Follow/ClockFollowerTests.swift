import Music
import Playback
import Testing

@Suite struct ClockFollowerTests {
  private static let tempi = [20.0, 33, 60, 97, 120, 174, 240, 400]
  private static let seeds = UInt64(1)...3

  /// Law: from a beat after the start on, what is foretold for 150 ms later is wrong by less than
  /// 6 ms, whatever the tempo, where clocks come up to 3 ms early or late.
  @Test(arguments: tempi, seeds)
  func `a clock that jitters is followed within a beat`(tempo: Double, seed: UInt64) {
    let errors = Master(24 * 8 + 24, jitter: 0.003, seed: seed) { _ in tempo }.errors()
    #expect(errors.count > 24 * 6)
    #expect(errors.dropFirst(24).allSatisfy { $0.ahead < 0.006 })
  }

  /// Law: the jitter of what is foretold is at most two thirds of that of the clocks, which alone
  /// would be off by 1.73 ms in the mean, a master of perfect tempo granted.
  @Test(arguments: tempi)
  func `jitter is smoothed`(tempo: Double) {
    let squares = (UInt64(1)...8).flatMap { seed in
      Master(24 * 8, jitter: 0.003, seed: seed) { _ in tempo }.errors().dropFirst(24)
        .map { $0.ahead * $0.ahead }
    }
    let error = (squares.reduce(0, +) / Double(squares.count)).squareRoot()
    #expect(error < 0.00116)
  }

  @Test(arguments: tempi)
  func `a clock that does not jitter is followed exactly`(tempo: Double) {
    let errors = Master(24 * 6, jitter: 0, seed: 1) { _ in tempo }.errors()
    #expect(errors.dropFirst(24).allSatisfy { $0.ahead < 0.000_1 })
    #expect(errors.dropFirst(24).allSatisfy { $0.now < 0.002 })
  }

  @Test(arguments: tempi, seeds)
  func `clocks before the start tell the tempo`(tempo: Double, seed: UInt64) {
    let errors = Master(24 * 6, jitter: 0.003, seed: seed) { _ in tempo }.errors(prepared: 48)
    #expect(errors.count > 24)
    #expect(errors.allSatisfy { $0.ahead < 0.006 })
  }

  /// Law: within a beat after a jump of the tempo, what is foretold is right again.
  @Test(
    arguments: [
      (120.0, 60.0), (60, 120), (120, 130), (130, 120), (120, 400), (400, 120), (20, 400),
      (400, 20), (20, 60), (90, 91), (174, 87),
    ], [0, 0.001, 0.003])
  func `a jump of the tempo is followed within a beat`(tempi: (Double, Double), jitter: Double) {
    let before = Int(3 * tempi.0 / 60 * 24)
    for seed in Self.seeds {
      let master = Master(before + 24 * 4, jitter: jitter, seed: seed) { time in
        time < 3 ? tempi.0 : tempi.1
      }
      let errors = master.errors().dropFirst(before + 26)
      #expect(errors.allSatisfy { $0.ahead < 0.001 + 3 * jitter })
      #expect(errors.allSatisfy { $0.now < 0.009 + 2 * jitter })
    }
  }

  @Test(arguments: [20.0, 60, 120, 240, 400], [0, 0.001, 0.003])
  func `a clock that is lost or doubled is counted as the master's word`(
    tempo: Double, jitter: Double
  ) {
    for seed in Self.seeds {
      for (lost, doubled) in [(72, nil), (nil, 72)] as [(Int?, Int?)] {
        let master = Master(24 * 8, jitter: jitter, seed: seed, lost: lost, doubled: doubled) { _ in
          tempo
        }
        let errors = master.errors().dropFirst(72 + 25)
        #expect(errors.allSatisfy { $0.ahead < 0.001 + 4 * jitter })
      }
    }
  }

  @Test(
    arguments: [(120.0, 140.0, 0.004, 0.017), (120, 180, 0.011, 0.03), (140, 120, 0.006, 0.02)],
    seeds)
  func `a tempo that changes by and by in four seconds is followed`(
    ramp: (from: Double, to: Double, ahead: Double, jittering: Double), seed: UInt64
  ) {
    for (jitter, limit) in [(0, ramp.ahead), (0.003, ramp.jittering)] {
      let master = Master(400, jitter: jitter, seed: seed) { time in
        ramp.from + (ramp.to - ramp.from) * min(max((time - 2) / 4, 0), 1)
      }
      #expect(master.errors().dropFirst(24).allSatisfy { $0.ahead < limit })
    }
  }

  @Test func `one clock long before the others tells no tempo`() throws {
    var follower = ClockFollower()
    follower.receive(.clock, at: .zero)
    follower.receive(.start, at: .seconds(2))
    for number in 0..<4 { follower.receive(.clock, at: .seconds(3) + .milliseconds(125 * number)) }
    #expect(abs(follower.quarter / .seconds(3) - 1) < 0.001)
  }

  @Test func `one clock that is late by far changes nothing`() {
    var (one, other) = (ClockFollower(), ClockFollower())
    one.receive(.start, at: .zero)
    other.receive(.start, at: .zero)
    for number in 1...200 {
      let time = Duration.milliseconds(20 * number)
      one.receive(.clock, at: time)
      other.receive(.clock, at: number == 100 ? time + .milliseconds(15) : time)
    }
    #expect(one.jumps == 1 && other.jumps == 1)
    #expect(abs(one.quarter / other.quarter - 1) < 1e-9)
    #expect(one.position == other.position)
  }
}
