import Music
import TestSupport
import Testing

@testable import Playback

/// What a user asks for, and when.
private struct Wish: Sendable {
  enum Command: Sendable {
    case toggle
    case mute(Int)
    case solo(Int)
    case hearAll
    case rate(Fraction)
    case seek(Int)
    case replace(Schedule)
    case open(Int)
    case close(Int)
    case panic
  }

  let time: Duration
  let command: Command

  /// Some wishes in order of time, often several at one time.
  static func random(
    _ count: Int, among pieces: [Schedule], using random: inout some RandomNumberGenerator
  ) -> [Wish] {
    var now = Duration.milliseconds(1)
    return (0..<count).map { _ in
      let pauses: [Duration] = [.zero, .milliseconds(10), .milliseconds(500), .seconds(1)]
      let pause = pauses.randomElement(using: &random) ?? .zero
      now += pause + .microseconds(pause == .zero ? 0 : Int.random(in: 0...99_999, using: &random))
      let number = Int.random(in: 0..<4, using: &random)
      let command: Command =
        switch Int.random(in: 0..<11, using: &random) {
        case 0, 1: .toggle
        case 2: .mute(number)
        case 3: .solo(number)
        case 4: .hearAll
        case 5: .rate(Fraction(number + 1, 2))
        case 6: .seek(number * 2)
        case 7, 8: .replace(pieces[number % pieces.count])
        case 9: number < 2 ? .open(1) : .close(1)
        default: .panic
        }
      return Wish(time: now, command: command)
    }
  }

  func perform(with player: inout Sequencer<RecordingOutput>) {
    switch command {
    case .toggle: player.perform { $0.toggle(at: $1) }
    case .mute(let track): player.perform { $0.toggleMute(track, at: $1) }
    case .solo(let track): player.perform { $0.toggleSolo(track, at: $1) }
    case .hearAll: player.perform { $0.hearAll(at: $1) }
    case .rate(let rate): player.perform { $0.play(atRate: rate, at: $1) }
    case .seek(let bar): player.perform { $0.seek(toBar: bar, at: $1) }
    case .replace(let piece): player.replace(with: piece)
    case .open(let route): player.perform { $0.open(route: route, at: $1) }
    case .close(let route): player.perform { $0.close(route: route, at: $1) }
    case .panic: player.perform { $0.panic(at: $1) }
    }
  }
}

@Suite struct CommandLawTests {
  /// What leaves where some wishes come, by a player that looks so far ahead.
  private func heard(
    _ wishes: [Wish], _ schedule: Schedule, _ settings: Transport.Settings, ahead: Duration,
    waking seed: UInt64
  ) -> [DueEvent] {
    var (settings, random) = (settings, SplitMix64(seed: seed))
    settings.lookahead = ahead
    var player = Sequencer(
      Transport(schedule, settings), on: RecordingOutput(), by: [Route(), Route(to: "other")])
    _ = player.turn(until: .zero)
    player.perform { $0.play(at: $1) }
    func run(until time: Duration) {
      while player.now() < time {
        let pause = Duration.microseconds(Int.random(in: 1...90_000, using: &random))
        _ = player.turn(until: min(time, player.now() + pause))
      }
    }
    for wish in wishes {
      run(until: wish.time)
      wish.perform(with: &player)
    }
    run(until: player.now() + .milliseconds(700))
    player.end()
    return player.output.delivered
  }

  /// Law: what is heard is the same however far ahead it is sent and whenever the program wakes, so
  /// that taking back undoes all of what was sent and nothing else.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `how far ahead events are sent is not heard`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = (0..<3).map { _ in Schedule.random(using: &random, ports: true) }
    var settings = Transport.Settings()
    settings.loops = Bool.random(using: &random)
    settings.sendsClock = Bool.random(using: &random)
    settings.quantum = Bool.random(using: &random) ? .bar : .beat
    if Bool.random(using: &random) { settings.bars = 0..<2 }
    let wishes = Wish.random(30, among: pieces, using: &random)
    let short = heard(
      wishes, pieces[0], settings, ahead: .milliseconds(20), waking: random.next())
    for ahead in [Duration.milliseconds(150), .seconds(5)] {
      let long = heard(wishes, pieces[0], settings, ahead: ahead, waking: random.next())
      #expect(difference(long, short) == nil, "\(ahead)")
      #expect(long.filter { $0.route != 1 }.unbalanced.isEmpty)
    }
  }

  private func difference(_ one: [DueEvent], _ other: [DueEvent]) -> String? {
    let place = zip(one, other).prefix { $0 == $1 }.count
    guard place < max(one.count, other.count) else { return nil }
    return "\(place) of \(one.count), \(other.count): \(one[place...].prefix(2)) instead of "
      + "\(other[place...].prefix(2))"
  }
}
