import MIDI
import Music
import TestSupport
import Testing

@testable import Playback

/// A transport that follows a master whose clocks are told to it.
private struct Follower {
  var player: Sequencer<RecordingOutput>
  var master = ClockFollower()

  init(_ schedule: Schedule, loops: Bool = false) {
    var settings = Transport.Settings()
    settings.follows = true
    settings.loops = loops
    player = Sequencer(Transport(schedule, settings), on: RecordingOutput())
    _ = player.turn(until: .zero)
  }

  mutating func hear(_ event: PortEvent, at time: Duration) {
    while player.now() < time { _ = player.turn(until: time) }
    master.receive(event, at: time)
    let master = master
    player.perform { $0.follow(master, at: $1) }
  }
}

@Suite struct FollowingTests {
  private static let level = Level(clamping: 100)

  /// Notes on all beats of some bars of 4/4; the key says which beat.
  private static func beats(_ count: Int) -> Schedule {
    Schedule(
      title: "beats", ticksPerBeat: 96,
      entries: (0..<count).flatMap { beat in
        [
          Schedule.Entry(
            tick: beat * 96, track: 0,
            event: .message(.noteOn(Key(clamping: beat), level, .drums))),
          Schedule.Entry(
            tick: beat * 96 + 10, track: 0,
            event: .message(.noteOff(Key(clamping: beat), release: level, .drums))),
        ]
      },
      tracks: [Schedule.Track(name: "beats", port: nil)], tempi: [], metres: [(0, 384, 96)],
      names: [], end: count * 96)
  }

  /// Law: from the second beat on, notes are with the master's clocks, whatever its tempo, though its
  /// clocks jitter.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `notes are where the master's clocks are`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let clock = Duration.microseconds(Int.random(in: 7_000...60_000, using: &random))
    let jitter = Int.random(in: 0...2_000, using: &random)
    var follower = Follower(Self.beats(32))
    let begin = Duration.seconds(1)
    follower.hear(.start, at: begin - .milliseconds(5))
    for number in 0..<24 * 16 {
      let late = Duration.microseconds(Int.random(in: -jitter...jitter, using: &random))
      follower.hear(.clock, at: begin + clock * number + late)
    }
    follower.hear(.stop, at: begin + clock * (24 * 16))
    _ = follower.player.turn(until: begin + clock * (24 * 20))
    _ = follower.player.turn(until: begin + clock * (24 * 30))
    let ons = follower.player.output.delivered.filter(\.event.isOn)
    #expect((16...17).contains(ons.count))
    for (beat, on) in ons.enumerated() where beat > 1 {
      let off = (on.time - begin - clock * (24 * beat)).nanoseconds
      #expect(abs(off) < 1_500_000 + jitter * 1000, "beat \(beat)")
    }
    #expect(follower.player.output.delivered.unbalanced.isEmpty)
  }

  @Test func `a stop is obeyed, and a position`() {
    var follower = Follower(Self.beats(32))
    let clock = Duration.milliseconds(20)
    var now = Duration.seconds(1)
    func pulses(_ count: Int, _ follower: inout Follower) {
      for _ in 0..<count {
        follower.hear(.clock, at: now)
        now += clock
      }
    }
    follower.hear(.start, at: now)
    pulses(24 * 2 + 1, &follower)
    follower.hear(.stop, at: now)
    now += .seconds(2)
    follower.hear(.songPosition(16), at: now)
    follower.hear(.continue, at: now)
    pulses(24 * 2 - 1, &follower)
    follower.hear(.stop, at: now)
    _ = follower.player.turn(until: now + .seconds(1))
    _ = follower.player.turn(until: now + .seconds(2))
    let keys = follower.player.output.delivered.compactMap { due in
      if case .message(.noteOn(let key, _, _)) = due.event { key.number } else { nil }
    }
    #expect(keys == [0, 1, 2, 4, 5])
    #expect(follower.player.output.delivered.unbalanced.isEmpty)
  }

  @Test func `a master goes on in a loop that is shorter than its song`() {
    var follower = Follower(Self.beats(4), loops: true)
    let clock = Duration.milliseconds(20)
    follower.hear(.start, at: .seconds(1))
    for number in 0..<24 * 10 { follower.hear(.clock, at: .seconds(1) + clock * number) }
    let keys = follower.player.output.delivered.compactMap { due in
      if case .message(.noteOn(let key, _, _)) = due.event { key.number } else { nil }
    }
    #expect(keys == [0, 1, 2, 3, 0, 1, 2, 3, 0, 1])
  }
}
