import MIDI
import Music
import TestSupport
import Testing

@testable import Playback

@Suite struct TransportLawTests {
  /// Plays a piece to its end, and wakes at times of its own.
  private func played(
    _ transport: Transport, using random: inout SplitMix64, routes: [Route] = [Route()],
    _ command: (inout Sequencer<RecordingOutput>, Duration, inout SplitMix64) -> Void = { _, _, _ in
    }
  ) -> [DueEvent] {
    var sequencer = Sequencer(transport, on: RecordingOutput(), by: routes)
    _ = sequencer.turn()
    sequencer.perform { $0.play(at: $1) }
    var turns = 0
    while !sequencer.hasEnded(), turns < 2000 {
      let pause = Duration.microseconds(Int.random(in: 1...60_000, using: &random))
      _ = sequencer.turn(until: sequencer.now() + pause)
      command(&sequencer, sequencer.now(), &random)
      turns += 1
    }
    sequencer.end()
    return sequencer.output.delivered
  }

  private static func nothing(
    _ sequencer: inout Sequencer<RecordingOutput>, _ now: Duration, _ random: inout SplitMix64
  ) {}

  private func notes(_ events: [DueEvent]) -> [DueEvent] {
    events.filter { $0.event.isOn || $0.event.isOff }
  }

  /// Law: whenever the program wakes, each event leaves at its time.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a piece is sent as it is written, at its times`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let schedule = Schedule.random(using: &random)
    let delivered = played(Transport(schedule), using: &random)
    let begin = try #require(
      delivered.first.map { $0.time - schedule.tempi.time(of: schedule.entries[0].tick) })
    let expected = schedule.entries.map {
      DueEvent($0.event, at: begin + schedule.tempi.time(of: $0.tick), on: 0)
    }
    #expect(Array(delivered.prefix(expected.count)) == expected)
    #expect(delivered.unbalanced.isEmpty)
  }

  /// Law: whatever is asked for and whenever, every key that goes down goes up again, on its route.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `every key that goes down goes up`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = (0..<3).map { _ in Schedule.random(using: &random, ports: true) }
    var settings = Transport.Settings()
    settings.loops = Bool.random(using: &random)
    settings.sendsClock = Bool.random(using: &random)
    settings.quantum = Bool.random(using: &random) ? .bar : .beat
    settings.lookahead = .milliseconds(Int.random(in: 20...500, using: &random))
    var left = 40
    let delivered = played(
      Transport(pieces[0], settings), using: &random, routes: [Route(), Route(to: "other")]
    ) { sequencer, now, random in
      left -= 1
      let choice = Int.random(in: 0..<12, using: &random)
      let track = Int.random(in: 0..<4, using: &random)
      if left < 0 { return sequencer.end() }
      switch choice {
      case 0: sequencer.perform { $0.toggle(at: $1) }
      case 1: sequencer.perform { $0.toggleMute(track, at: $1) }
      case 2: sequencer.perform { $0.toggleSolo(track, at: $1) }
      case 3: sequencer.perform { $0.play(atRate: Fraction(track + 1, 2), at: $1) }
      case 4: sequencer.perform { $0.seek(toBar: track, at: $1) }
      case 5, 6: sequencer.replace(with: pieces[track % 3])
      case 7: sequencer.perform { $0.close(route: 1, at: $1) }
      case 8: sequencer.perform { $0.open(route: 1, at: $1) }
      case 9: sequencer.perform { $0.panic(at: $1) }
      default: break
      }
    }
    let open = delivered.filter { $0.route != 1 }
    #expect(open.unbalanced.isEmpty)
  }

  /// Law: a loop of n rounds is n times the piece.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a loop sends the same again and again`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let schedule = Schedule.random(using: &random)
    var settings = Transport.Settings()
    settings.loops = true
    let length = schedule.tempi.time(of: schedule.length)
    let delivered = played(Transport(schedule, settings), using: &random) { sequencer, now, _ in
      if now > length * 3 { sequencer.end() }
    }
    let ons = delivered.filter(\.event.isOn)
    let count = schedule.entries.count(where: \.event.isOn)
    try #require(ons.count >= 2 * count)
    for (first, second) in zip(ons.prefix(count), ons.dropFirst(count).prefix(count)) {
      #expect(second.event == first.event)
      #expect(abs((second.time - first.time - length).nanoseconds) <= 1)
    }
    #expect(delivered.unbalanced.isEmpty)
  }

  /// Law: an edit that changes nothing changes nothing, but that keys are struck in bars.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `an edit that says the same is not heard`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let schedule = Schedule.random(using: &random)
    var same = random
    let once = played(Transport(schedule), using: &same)
    let edited = played(Transport(schedule), using: &random) { sequencer, _, random in
      if Int.random(in: 0..<4, using: &random) == 0 { sequencer.replace(with: schedule) }
    }
    let (ons, others) = (once.filter(\.event.isOn), edited.filter(\.event.isOn))
    #expect(ons.map(\.event) == others.map(\.event))
    for (on, other) in zip(ons, others) { #expect(abs((on.time - other.time).nanoseconds) <= 10) }
    #expect(edited.unbalanced.isEmpty)
  }

  /// Law: a pause moves what follows, and nothing else.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `after a pause the rest is played`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let schedule = Schedule.random(using: &random)
    let delivered = played(Transport(schedule), using: &random) { sequencer, _, random in
      if Int.random(in: 0..<3, using: &random) == 0 { sequencer.perform { $0.toggle(at: $1) } }
    }
    let played = delivered.filter(\.event.isOn).map(\.event)
    let written = schedule.entries.map(\.event).filter(\.isOn)
    // Asked to play once more at its end, it begins anew.
    #expect(Array(played.prefix(written.count)) == written)
    #expect(delivered.unbalanced.isEmpty)
  }

  /// Law: at a rate r all is r times as fast.
  @Test(arguments: [Fraction(1, 2), Fraction(3, 2), Fraction(7, 5)])
  func `a rate divides all times`(rate: Fraction) {
    var random = SplitMix64(seed: 5)
    let schedule = Schedule.random(using: &random)
    var transport = Transport(schedule)
    _ = transport.play(atRate: rate, at: .zero)
    let delivered = notes(played(transport, using: &random))
    let usual = notes(played(Transport(schedule), using: &random))
    #expect(delivered.map(\.event) == usual.map(\.event))
    for (one, other) in zip(delivered, usual) {
      let first = (one.time - delivered[0].time) * rate.numerator / rate.denominator
      #expect(abs((first - (other.time - usual[0].time)).nanoseconds) <= 2)
    }
  }

  /// Law: clocks are a 24th of a quarter note apart, whatever the tempo does.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a quarter note has 24 clocks`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let schedule = Schedule.random(using: &random)
    var settings = Transport.Settings()
    settings.sendsClock = true
    let delivered = played(Transport(schedule, settings), using: &random)
    let begin = delivered.first { $0.event == .start }?.time ?? .zero
    let clocks = delivered.filter { $0.event == .clock }
    let step = schedule.ticksPerBeat / 24
    #expect(clocks.count >= schedule.length / step)
    for (number, clock) in clocks.enumerated() {
      #expect(clock.time == begin + schedule.tempi.time(of: number * step))
    }
    #expect(delivered.last?.event == .stop || delivered.contains { $0.event == .stop })
  }
}
