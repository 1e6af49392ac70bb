import Music
import TestSupport
import Testing

@testable import Playback

/// An output whose clock can be moved while a program makes up its mind.
private struct BusyOutput: Output {
  final class Machine {
    var output = RecordingOutput()
    private var arrivals: [Arrival] = []

    /// Does something else for a while.
    func rest(_ time: Duration) { arrivals += output.wait(until: output.now + time) }

    func wait(until time: Duration) -> [Arrival] {
      defer { arrivals = [] }
      return arrivals + output.wait(until: time)
    }
  }

  let machine = Machine()

  var now: Duration { machine.output.now }
  var isCongested: Bool { false }
  mutating func open(_ route: Route) { machine.output.open(route) }
  mutating func send(_ events: [DueEvent]) { machine.output.send(events) }
  mutating func takeBack(from time: Duration) { machine.output.takeBack(from: time) }
  mutating func wait(until time: Duration) -> [Arrival] { machine.wait(until: time) }
}

@Suite struct BusyMachineTests {
  /// Law: though other programs run between the question what time it is and the answer what to do
  /// about it, each key that goes down goes up.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a program that is kept from running leaves no key down`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = (0..<2).map { _ in Schedule.random(using: &random) }
    var settings = Transport.Settings()
    settings.loops = true
    settings.quantum = .beat
    let output = BusyOutput()
    var player = Sequencer(Transport(pieces[0], settings), on: output)
    _ = player.turn(until: .zero)
    player.perform { $0.play(at: $1) }
    for _ in 0..<60 {
      let end = player.now() + .microseconds(Int.random(in: 1...200_000, using: &random))
      while player.now() < end { _ = player.turn(until: end) }
      let choice = Int.random(in: 0..<5, using: &random)
      var pauses = [Duration.zero, .milliseconds(5), .milliseconds(30)].shuffled(using: &random)
      player.perform { transport, now in
        output.machine.rest(pauses.popLast() ?? .zero)
        return switch choice {
        case 0: transport.replace(with: pieces[now < .seconds(4) ? 1 : 0], at: now)
        case 1: transport.toggleMute(0, at: now)
        case 2: transport.panic(at: now)
        default: transport.toggle(at: now)
        }
      }
    }
    player.end()
    #expect(output.machine.output.delivered.unbalanced.isEmpty)
  }
}
