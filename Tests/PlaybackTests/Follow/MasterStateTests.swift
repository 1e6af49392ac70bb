import MIDI
import Music
import Playback
import Testing

/// Source of what is expected: *MIDI 1.0 Detailed Specification*, system real time messages and
/// song position pointer.
@Suite struct MasterStateTests {
  private var follower = ClockFollower()
  private var time = Duration.zero

  /// Clocks of a master at 125 beats a minute, 20 ms apart.
  private mutating func clocks(_ count: Int) {
    for _ in 0..<count {
      time += .milliseconds(20)
      follower.receive(.clock, at: time)
    }
  }

  private mutating func receive(_ event: PortEvent) {
    time += .milliseconds(1)
    follower.receive(event, at: time)
    time -= .milliseconds(1)
  }

  @Test func `nothing is known before the first clock`() {
    #expect(follower.state == .stopped)
    #expect(follower.beat == nil)
    #expect(follower.position == 0)
    #expect(follower.quarter == .milliseconds(500))
    #expect(follower.patience == nil)
  }

  @Test mutating func `the first clock after a start is the beginning`() throws {
    receive(.start)
    #expect(follower.state == .ready)
    #expect(follower.beat == nil)
    clocks(1)
    #expect(follower.state == .running)
    let beat = try #require(follower.beat)
    #expect(beat.position == 0)
    #expect(beat.time == time)
    clocks(24)
    #expect(follower.beat?.position == 1)
    #expect(follower.position == Fraction(25, 24))
    #expect(follower.jumps == 1)
    #expect(abs(follower.quarter / .milliseconds(480) - 1) < 0.001)
  }

  @Test mutating func `clocks of a master that is stopped move nothing`() {
    clocks(100)
    #expect(follower.state == .stopped)
    #expect(follower.beat == nil)
    #expect(follower.position == 0)
    #expect(abs(follower.quarter / .milliseconds(480) - 1) < 0.001)
  }

  @Test mutating func `a stop is obeyed at once, and a continue goes on from there`() {
    receive(.start)
    clocks(31)
    receive(.stop)
    #expect(follower.state == .stopped)
    #expect(follower.beat == nil)
    clocks(7)
    #expect(follower.position == Fraction(31, 24))
    receive(.continue)
    #expect(follower.state == .ready)
    clocks(1)
    #expect(follower.beat?.position == Fraction(31, 24))
    #expect(follower.beat?.time == time)
    #expect(follower.jumps == 2)
  }

  @Test(arguments: [(0, 0), (1, 6), (16, 96), (16_383, 98_298), (-5, 0), (1 << 40, 98_298)])
  mutating func `a continue plays on from the song position`(steps: Int, clock: Int) {
    receive(.start)
    clocks(10)
    receive(.stop)
    receive(.songPosition(steps))
    #expect(follower.position == Fraction(clock, 24))
    #expect(follower.state == .stopped)
    receive(.continue)
    clocks(1)
    #expect(follower.beat?.position == Fraction(clock, 24))
    clocks(12)
    #expect(follower.beat?.position == Fraction(clock + 12, 24))
  }

  @Test mutating func `a start after a song position is the beginning`() {
    receive(.songPosition(40))
    receive(.start)
    clocks(1)
    #expect(follower.beat?.position == 0)
  }

  @Test mutating func `a song position between continue and clock counts`() {
    receive(.continue)
    receive(.songPosition(8))
    #expect(follower.state == .ready)
    clocks(1)
    #expect(follower.beat?.position == 2)
  }

  @Test mutating func `a song position while it plays is where the next clock is`() {
    receive(.start)
    clocks(50)
    receive(.songPosition(4))
    #expect(follower.state == .running)
    #expect(follower.beat?.position == Fraction(49, 24))
    clocks(1)
    #expect(follower.beat?.position == 1)
    #expect(follower.beat?.time == time)
    #expect(follower.jumps == 2)
  }

  @Test mutating func `a start while it plays begins anew with the next clock`() {
    receive(.start)
    clocks(50)
    receive(.start)
    #expect(follower.state == .running)
    clocks(1)
    #expect(follower.beat?.position == 0)
    #expect(follower.jumps == 2)
  }

  @Test mutating func `a continue while it plays does nothing`() {
    receive(.start)
    clocks(50)
    receive(.continue)
    clocks(1)
    #expect(follower.position == Fraction(51, 24))
    #expect(follower.jumps == 1)
  }

  @Test mutating func `a master that falls silent is held, and plays on when it is back`() throws {
    receive(.start)
    clocks(40)
    let patience = try #require(follower.patience)
    #expect(patience == time + .milliseconds(500))
    follower.advance(to: patience)
    #expect(follower.state == .running)
    follower.advance(to: patience + .nanoseconds(1))
    #expect(follower.state == .held)
    #expect(follower.beat == nil)
    #expect(follower.patience == nil)
    time += .seconds(9)
    clocks(1)
    #expect(follower.state == .running)
    #expect(follower.beat?.position == Fraction(40, 24))
    #expect(follower.beat?.time == time)
    #expect(follower.jumps == 2)
    clocks(30)
    #expect(follower.jumps == 2)
    #expect(abs(follower.quarter / .milliseconds(480) - 1) < 0.001)
  }

  @Test mutating func `a slow master may be silent for eight clocks`() throws {
    receive(.start)
    for _ in 0..<30 {
      time += .milliseconds(125)
      follower.receive(.clock, at: time)
    }
    let patience = try #require(follower.patience)
    #expect(abs((patience - time) / .seconds(1) - 1) < 0.001)
  }

  @Test mutating func `a master that is held may be stopped, moved and continued`() {
    receive(.start)
    clocks(40)
    time += .seconds(2)
    receive(.songPosition(32))
    #expect(follower.state == .held)
    receive(.stop)
    #expect(follower.state == .stopped)
    receive(.continue)
    clocks(1)
    #expect(follower.beat?.position == 8)
  }

  @Test mutating func `silence is seen by the event that breaks it`() {
    receive(.start)
    clocks(40)
    time += .seconds(2)
    clocks(1)
    #expect(follower.state == .running)
    #expect(follower.jumps == 2)
  }

  @Test func `other events do nothing`() throws {
    var follower = ClockFollower()
    let channel = try #require(Channel(1))
    for event: PortEvent in [
      .echo(3), .systemExclusive([0xF0, 0xF7]), .message(.program(Program(clamping: 3), channel)),
    ] {
      follower.receive(event, at: .seconds(1))
    }
    #expect(follower.state == .stopped)
    #expect(follower.position == 0 && follower.jumps == 0)
  }

  /// Law: whatever comes in whatever order, the position never runs backwards but where it jumps, a
  /// beat is told exactly while it plays, and a quarter note lasts a while.
  @Test(arguments: UInt64(1)...60)
  func `any order of events leaves a position that runs forwards`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var follower = ClockFollower(horizon: .milliseconds(Int.random(in: 1...400, using: &random)))
    var (time, tempo) = (0.0, Double.random(in: 20...400, using: &random))
    var (now, last, jumps) = (0.0, -Double.infinity, 0)
    func receive(_ event: PortEvent, at time: Double) {
      now = max(now, time)
      follower.receive(event, at: .seconds(time))
    }
    for _ in 0..<400 {
      switch Int.random(in: 0..<60, using: &random) {
      case 0: receive(.start, at: time)
      case 1: receive(.stop, at: time)
      case 2: receive(.continue, at: time)
      case 3: receive(.songPosition(Int.random(in: -9...20_000, using: &random)), at: time)
      case 4: tempo = .random(in: 5...2000, using: &random)
      case 5: time += .random(in: 0...2, using: &random)
      case 6:
        let later = time + .random(in: -1...1, using: &random)
        now = max(now, later)
        follower.advance(to: .seconds(later))
      case 7: receive(.clock, at: time - 1)
      default:
        time += 60 / tempo / 24
        receive(.clock, at: time + .random(in: -0.003...0.003, using: &random))
      }
      #expect((follower.beat == nil) == (follower.state != .running))
      #expect(follower.quarter >= .milliseconds(60) && follower.quarter <= .seconds(6))
      guard let beat = follower.beat else { continue }
      #expect(beat.quarter > .zero)
      let place = beat.position(at: .seconds(now))
      #expect(follower.jumps > jumps || place > last - 1e-6)
      (last, jumps) = (place, follower.jumps)
    }
  }

  @Test mutating func `a flood of clocks at one time is borne`() {
    receive(.start)
    for _ in 0..<3000 { follower.receive(.clock, at: .seconds(1)) }
    #expect(follower.position == 125)
    #expect(follower.quarter == .milliseconds(60))
    #expect(follower.beat != nil)
  }
}
