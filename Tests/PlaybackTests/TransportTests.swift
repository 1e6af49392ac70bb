import MIDI
import Music
import TestSupport
import Testing

@testable import Playback

@Suite struct TransportTests {
  private typealias Player = Sequencer<RecordingOutput>

  private func playing(
    _ schedule: Schedule, _ change: (inout Transport.Settings) -> Void = { _ in }
  ) -> Player {
    var settings = Transport.Settings()
    change(&settings)
    var player = Player(Transport(schedule, settings), on: RecordingOutput())
    _ = player.turn(until: .zero)
    player.perform { $0.play(at: $1) }
    return player
  }

  private func run(_ player: inout Player, for time: Duration) {
    let end = player.now() + time
    while player.now() < end { _ = player.turn(until: end) }
  }

  @Test func `an edit takes over at the next bar line, in the same bar`() {
    var player = playing(Schedule.counting(bars: 4))
    run(&player, for: .milliseconds(700))
    player.replace(with: Schedule.counting(bars: 4, from: 60))
    run(&player, for: .seconds(3))
    #expect(player.output.delivered.keys == [0, 1, 2, 3, 64, 65, 66, 67])
  }

  @Test func `an edit takes over at the next beat where that is asked for`() {
    var player = playing(Schedule.counting(bars: 4)) { $0.quantum = .beat }
    run(&player, for: .milliseconds(700))
    player.replace(with: Schedule.counting(bars: 4, from: 60))
    run(&player, for: .milliseconds(1000))
    #expect(player.output.delivered.keys == [0, 1, 62, 63])
  }

  @Test func `an edit that makes the piece shorter ends it or begins it anew`() {
    for loops in [false, true] {
      var player = playing(Schedule.counting(bars: 4)) { $0.loops = loops }
      run(&player, for: .milliseconds(4200))
      player.replace(with: Schedule.counting(bars: 1, from: 60))
      run(&player, for: .milliseconds(2400))
      let rest = loops ? [60, 61] : []
      #expect(player.output.delivered.keys == Array(0..<12) + rest)
      #expect(player.transport.isPlaying(at: player.now()) == loops)
    }
  }

  @Test func `of many edits in one bar the last counts`() {
    var player = playing(Schedule.counting(bars: 4))
    run(&player, for: .milliseconds(300))
    for edit in 1...100 {
      player.replace(with: Schedule.counting(bars: 4, from: edit % 50 + 10))
      run(&player, for: .milliseconds(10))
    }
    run(&player, for: .seconds(1))
    #expect(player.output.delivered.keys.prefix(5) == [0, 1, 2, 3, 14])
    #expect(player.output.delivered.unbalanced.isEmpty)
  }

  @Test func `a section begins at the next bar line`() {
    var player = playing(Schedule.counting(bars: 4))
    run(&player, for: .milliseconds(700))
    player.perform { $0.seek(toBar: 2, at: $1) }
    run(&player, for: .milliseconds(1600))
    #expect(player.output.delivered.keys == [0, 1, 2, 3, 8])
    #expect(player.transport.position(at: player.now()).section == 2)
  }

  @Test func `a muted track is not heard, and a soloed one alone`() {
    var player = playing(Schedule.counting(bars: 4))
    run(&player, for: .milliseconds(700))
    player.perform { $0.toggleMute(0, at: $1) }
    run(&player, for: .milliseconds(1000))
    player.perform { $0.toggleMute(0, at: $1) }
    run(&player, for: .milliseconds(600))
    #expect(player.output.delivered.keys == [0, 1, 4])
    player.perform { $0.toggleSolo(0, at: $1) }
    run(&player, for: .milliseconds(500))
    #expect(player.output.delivered.keys.last == 5)
  }

  @Test func `some bars are played alone`() {
    var player = playing(Schedule.counting(bars: 4)) { $0.bars = 1..<2 }
    run(&player, for: .seconds(4))
    #expect(player.output.delivered.keys == [4, 5, 6, 7])
    #expect(player.hasEnded())
  }

  @Test func `who comes late hears the channels set and only whole notes`() {
    var player = Player(Transport(Schedule.counting(bars: 2)), on: RecordingOutput())
    _ = player.turn(until: .zero)
    player.perform { $0.close(route: 0, at: $1) }
    player.perform { $0.play(at: $1) }
    run(&player, for: .milliseconds(600))
    player.perform { $0.open(route: 0, at: $1) }
    run(&player, for: .seconds(5))
    #expect(player.output.delivered.keys == [2, 3, 4, 5, 6, 7])
    #expect(player.output.delivered.unbalanced.isEmpty)
  }

  @Test(arguments: [600, 800])
  func `who comes back is rid of what could not be let go`(milliseconds: Int) {
    var player = playing(Schedule.counting(bars: 4))
    run(&player, for: .milliseconds(milliseconds))
    player.perform { $0.close(route: 0, at: $1) }
    run(&player, for: .milliseconds(600))
    player.perform { $0.open(route: 0, at: $1) }
    run(&player, for: .milliseconds(600))
    let silenced = player.output.delivered.filter { due in
      if case .message(.control(let controller, _, .drums)) = due.event {
        controller.number == 123
      } else {
        false
      }
    }
    #expect(silenced.count == (milliseconds == 600 ? 1 : 0))
  }

  @Test func `a program that was held up plays on from where it was cut off`() {
    var player = playing(Schedule.counting(bars: 4))
    run(&player, for: .milliseconds(700))
    player.withOutput { _ = $0.wait(until: .seconds(60)) }
    run(&player, for: .milliseconds(2000))
    #expect(player.output.delivered.keys == [0, 1, 2, 3, 4, 5])
    #expect(player.output.delivered.filter(\.event.isOn)[2].time > .seconds(60))
  }

  @Test func `however far ahead it is sent, nothing is caught up in a burst`() {
    var player = playing(Schedule.counting(bars: 8)) { $0.lookahead = .seconds(5) }
    run(&player, for: .milliseconds(700))
    player.withOutput { _ = $0.wait(until: .seconds(9)) }
    run(&player, for: .seconds(10))
    let ons = player.output.delivered.filter(\.event.isOn)
    #expect(ons.count > 16)
    #expect(zip(ons, ons.dropFirst()).allSatisfy { $1.time - $0.time >= .milliseconds(500) })
  }

  @Test func `what is asked for as soon as a program was held up loses nothing`() {
    var player = playing(Schedule.counting(bars: 4))
    run(&player, for: .milliseconds(700))
    player.withOutput { _ = $0.wait(until: .seconds(60)) }
    player.perform { $0.advance(to: $1) }
    player.perform { $0.toggleMute(3, at: $1) }
    run(&player, for: .seconds(2))
    #expect(player.output.delivered.keys == [0, 1, 2, 3, 4, 5])
  }

  @Test func `after a panic controllers are as they were`() {
    let expression = Message.control(Controller(clamping: 11), Level(clamping: 40), .drums)
    let schedule = Schedule(
      title: "", ticksPerBeat: 96, entries: [.init(tick: 0, track: 0, event: .message(expression))],
      tracks: [Schedule.Track(name: "", port: nil)], tempi: [], metres: [(0, 384, 96)], names: [],
      end: 384)
    var player = playing(schedule)
    run(&player, for: .milliseconds(700))
    player.perform { $0.panic(at: $1) }
    run(&player, for: .milliseconds(100))
    #expect(player.output.delivered.last?.event == .message(expression))
    #expect(player.output.delivered.count { $0.event == .message(expression) } == 2)
  }

  @Test func `an edit to next to nothing ends a loop`() {
    var player = playing(Schedule.counting(bars: 2)) { $0.loops = true }
    run(&player, for: .milliseconds(700))
    player.replace(
      with: Schedule(
        title: "", ticksPerBeat: 96, entries: [], tracks: [],
        tempi: [(0, Tempo(microsecondsPerBeat: 1))].compactMap { tick, tempo in
          tempo.map { (tick: tick, tempo: $0) }
        }, metres: [(0, 1, 1)], names: [], end: 1))
    run(&player, for: .seconds(2))
    #expect(player.hasEnded())
  }

  @Test func `bars beside those that are played are not reached`() {
    for (bar, first) in [(0, 4), (3, 8)] {
      var player = playing(Schedule.counting(bars: 4)) { $0.bars = 1..<3 }
      run(&player, for: .milliseconds(700))
      player.perform { $0.seek(toBar: bar, at: $1) }
      run(&player, for: .milliseconds(1500))
      #expect(player.output.delivered.keys.dropFirst(4).first == first)
    }
  }

  /// Law: who counts clocks from where he was told to is where the piece is.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `who follows the clock is where the piece is`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var player = playing(Schedule.counting(bars: 8)) {
      $0.sendsClock = true
      $0.loops = true
      $0.quantum = .beat
    }
    for _ in 0..<20 {
      run(&player, for: .microseconds(Int.random(in: 1...900_000, using: &random)))
      let bar = Int.random(in: 0..<8, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: player.perform { $0.seek(toBar: bar, at: $1) }
      case 1: player.replace(with: .counting(bars: 8, ticksPerBeat: 100))
      default: player.perform { $0.toggle(at: $1) }
      }
    }
    var (position, isRunning) = (0, false)
    for event in player.output.delivered.map(\.event) {
      switch event {
      case .start: (position, isRunning) = (0, true)
      case .continue: isRunning = true
      case .stop: isRunning = false
      case .songPosition(let steps): position = steps * 6
      case .clock: position += 1
      case .message(.noteOn(let key, _, _)) where isRunning:
        #expect(position == key.number * 24 + 1)
      default: break
      }
    }
  }

  @Test func `a loop tells those who follow its clock where it goes on`() {
    var player = playing(Schedule.counting(bars: 1)) {
      $0.loops = true
      $0.sendsClock = true
    }
    run(&player, for: .milliseconds(2300))
    let words = player.output.delivered.map(\.event).filter {
      [.start, .stop, .continue, .songPosition(0)].contains($0)
    }
    #expect(words == [.start, .stop, .start])
  }

  @Test func `one who begins in the middle says where`() {
    var player = Player(
      Transport(Schedule.counting(bars: 4), clockSettings, from: 2), on: RecordingOutput())
    _ = player.turn(until: .zero)
    player.perform { $0.play(at: $1) }
    run(&player, for: .milliseconds(100))
    #expect(player.output.delivered.prefix(2).map(\.event) == [.songPosition(32), .continue])
  }

  @Test func `who follows the clock and comes late is told the position at a beat`() {
    var player = playing(Schedule.counting(bars: 4)) { $0.sendsClock = true }
    run(&player, for: .milliseconds(300))
    player.perform { $0.close(route: 0, at: $1) }
    run(&player, for: .milliseconds(400))
    let before = player.output.delivered.count
    player.perform { $0.open(route: 0, at: $1) }
    run(&player, for: .milliseconds(500))
    let words = player.output.delivered[before...].map(\.event).filter {
      if case .message = $0 { false } else { true }
    }
    #expect(words.prefix(3) == [.songPosition(8), .continue, .clock])
  }

  private var clockSettings: Transport.Settings {
    var settings = Transport.Settings()
    settings.sendsClock = true
    return settings
  }
}
