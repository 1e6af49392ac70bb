import MIDI
import Music
import TestSupport
import Testing

@testable import Playback

/// A transport that follows a master whose clocks are told to it.
private struct Follower {
  var player: Sequencer<RecordingOutput>
  var master = ClockFollower()

  init(_ schedule: Schedule, loops: Bool = false, bars: Range<Int>? = nil) {
    var settings = Transport.Settings()
    settings.follows = true
    settings.loops = loops
    settings.bars = bars
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
  /// Law: from the second beat on, notes are with the master's clocks, whatever its tempo, though its
  /// clocks jitter.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `notes are where the master's clocks are`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let clock = Duration.microseconds(Int.random(in: 7_000...60_000, using: &random))
    let jitter = Int.random(in: 0...2_000, using: &random)
    var follower = Follower(.counting(bars: 8))
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
    var follower = Follower(.counting(bars: 8))
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
    #expect(follower.player.output.delivered.keys == [0, 1, 2, 4, 5])
    #expect(follower.player.output.delivered.unbalanced.isEmpty)
  }

  @Test func `a master goes on in a loop that is shorter than its song`() {
    var follower = Follower(.counting(bars: 1), loops: true)
    let clock = Duration.milliseconds(20)
    follower.hear(.start, at: .seconds(1))
    for number in 0..<24 * 10 { follower.hear(.clock, at: .seconds(1) + clock * number) }
    #expect(follower.player.output.delivered.keys == [0, 1, 2, 3, 0, 1, 2, 3, 0, 1])
  }

  private static let clock = Duration.milliseconds(20)

  /// Lets a master play some beats from a second on, and does something at one of its clocks.
  private func following(
    _ follower: inout Follower, beats: Int, at clock: Int, _ act: (inout Follower) -> Void
  ) {
    follower.hear(.start, at: .seconds(1))
    for number in 0..<24 * beats {
      follower.hear(.clock, at: .seconds(1) + Self.clock * number)
      if number == clock { act(&follower) }
    }
  }

  @Test func `a bar that is asked for while a master plays goes on with it`() {
    for loops in [false, true] {
      var follower = Follower(.counting(bars: 8), loops: loops)
      following(&follower, beats: 10, at: 50) { $0.player.perform { $0.seek(toBar: 4, at: $1) } }
      #expect(follower.player.output.delivered.keys == [0, 1, 2, 3, 16, 17, 18, 19, 20, 21])
      let ons = follower.player.output.delivered.filter(\.event.isOn)
      for (beat, on) in ons.enumerated() {
        let late = on.time - .seconds(1) - Self.clock * (24 * beat)
        #expect(abs(late.nanoseconds) < 15_000_000)
      }
    }
  }

  @Test func `bars that are played alone begin where the master has them`() {
    var follower = Follower(.counting(bars: 8), bars: 1..<2)
    following(&follower, beats: 10, at: 0) { _ in }
    let ons = follower.player.output.delivered.filter(\.event.isOn)
    #expect(ons.keys == [4, 5, 6, 7])
    #expect(ons[0].time > .seconds(1) + Self.clock * (24 * 4 - 1))
  }

  @Test func `an edit of another resolution goes on with the master`() {
    for loops in [false, true] {
      var follower = Follower(.counting(bars: 2), loops: loops)
      following(&follower, beats: 12, at: 50) { follower in
        follower.player.replace(with: .counting(bars: 3, from: 60, ticksPerBeat: 480))
      }
      #expect(follower.player.output.delivered.keys == Array(0..<4) + Array(64..<72))
    }
  }

  @Test func `a program that was held up does not catch up with its master in a burst`() {
    var follower = Follower(.counting(bars: 8))
    following(&follower, beats: 16, at: 50) {
      $0.player.withOutput { _ = $0.wait(until: .seconds(7)) }
    }
    let ons = follower.player.output.delivered.filter(\.event.isOn)
    for (one, next) in zip(ons, ons.dropFirst()) {
      #expect(next.time - one.time > .milliseconds(300))
    }
    #expect(follower.player.output.delivered.keys.last == 15)
    #expect(follower.player.output.delivered.unbalanced.count <= 1)
  }
}
