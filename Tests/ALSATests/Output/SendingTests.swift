import MIDI
import Music
import Playback
import Testing

@testable import ALSA

@Suite(.enabled(if: Machine.hasSequencer)) struct SendingTests {
  private func times(
    _ count: Int, within length: Duration, using chance: inout SplitMix64
  ) -> [Duration] {
    (0..<count).map { _ in
      .microseconds(Int.random(in: 0...Int(length / .microseconds(1)), using: &chance))
    }.sorted()
  }

  /// Law: every event arrives as it is, in the order in which it was sent, more than there is room
  /// for too.
  @Test(arguments: 0..<3 as Range<UInt64>)
  func `all that is sent arrives in order and in time`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    var listener = try Listener(to: output.port(of: 0), stampedBy: output.queue)
    let times = times(4000, within: .milliseconds(1500), using: &chance)
    let played = times.map { ($0, PortEvent.random(using: &chance)) }
    let start = try output.now + .milliseconds(200)
    let events = played.map { DueEvent($1, at: start + $0, on: 0) }
    try output.send(events)
    #expect(!output.backlog.isEmpty)
    var received: [Received] = []
    while try output.now < start + .milliseconds(1600) {
      _ = try output.arrivals(for: .milliseconds(10))
      received += try listener.receive()
    }
    #expect(received.count == events.count)
    #expect(received.map(\.event) == events.map(\.event))
    let late = zip(received, events).map { $0.time - $1.time }
    #expect(late.allSatisfy { $0 >= .zero })
    // Those that waited for room are later than those that the kernel had in time.
    #expect(late.prefix(1500).allSatisfy { $0 <= output.queue.timer.period + .microseconds(50) })
  }

  /// Law: taken back is all from the cut on, also what waits for room, and nothing before.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `what is taken back never arrives, all before it does`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    var listener = try Listener(to: output.port(of: 0), stampedBy: output.queue)
    let start = try output.now + .milliseconds(100)
    let count = Int.random(in: 100...5000, using: &chance)
    let events = times(count, within: .milliseconds(1000), using: &chance).enumerated().map {
      DueEvent(.songPosition($0), at: start + $1, on: 0)
    }
    try output.send(events)
    let cut = events.randomElement(using: &chance)?.time ?? start
    try output.takeBack(from: cut)
    let later = DueEvent(.stop, at: cut, on: 0)
    try output.send([later])
    var received: [Received] = []
    while try output.now < start + .milliseconds(1100) {
      _ = try output.arrivals(for: .milliseconds(10))
      received += try listener.receive()
    }
    #expect(
      received.map(\.event) == events.filter { $0.time < cut }.map(\.event) + [later.event])
  }

  @Test func `what is late is sent at once, in order`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    var listener = try Listener(to: output.port(of: 0))
    let events = (0..<100).map { number in
      DueEvent(.songPosition(number), at: .milliseconds(-50 + number), on: 0)
    }
    _ = try output.arrivals(for: .milliseconds(100))
    try output.send(events)
    #expect(try listener.receive().map(\.event) == events.map(\.event))
  }

  @Test func `a long system exclusive arrives whole`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    var listener = try Listener(to: output.port(of: 0))
    let event = PortEvent.systemExclusive([0xF0] + (0..<20_000).map { UInt8($0 % 127) } + [0xF7])
    try output.send([DueEvent(event, at: .zero, on: 0)])
    _ = try output.arrivals(for: .milliseconds(20))
    #expect(try listener.receive().map(\.event) == [event])
  }

  @Test func `each route has a way of its own`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    try output.open(Route(for: "bass"))
    var listeners = try (0..<2).map { try Listener(to: output.port(of: $0)) }
    try output.send([DueEvent(.start, at: .zero, on: 0), DueEvent(.stop, at: .zero, on: 1)])
    try output.send([DueEvent(.clock, at: .zero, on: 2), DueEvent(.clock, at: .zero, on: -1)])
    #expect(try listeners[0].receive().map(\.event) == [.start])
    #expect(try listeners[1].receive().map(\.event) == [.stop])
  }

  @Test func `an echo comes back at its time, and to nobody else`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    try output.listen()
    var listener = try Listener(to: output.port(of: 0))
    _ = try output.arrivals(for: .milliseconds(10))
    let due = try output.now + .milliseconds(30)
    try output.send([DueEvent(.echo(-7), at: due, on: 0)])
    guard case .event(.echo(-7), let time)? = try output.wait(until: due + .seconds(1)).first else {
      Issue.record("no echo")
      return
    }
    #expect(time >= due && time <= due + output.queue.timer.period + .microseconds(50))
    #expect(try listener.receive().isEmpty)
  }

  /// Somebody who never reads loses events, and keeps nobody else from them.
  @Test func `a listener that never reads holds nothing up`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    let deaf = try Listener(to: output.port(of: 0))
    var listener = try Listener(to: output.port(of: 0))
    var count = 0
    for _ in 0..<20 {
      let now = try output.now
      try output.send((0..<1000).map { _ in DueEvent(.clock, at: now, on: 0) })
      count += try listener.receive().count
    }
    #expect(count == 20_000)
    #expect(deaf.client.number > 0)
  }

  @Test func `nothing is sent when it has ended`() throws {
    var listener = try Listener()
    let clock = try Queue(of: listener.client)
    func play() throws -> Int {
      var output = try ALSAOutput(name: "Test")
      try output.open(Route(to: listener.port.description))
      let now = try output.now
      try output.send((0..<3000).map { DueEvent(.clock, at: now + .milliseconds(500 + $0), on: 0) })
      return output.client.number
    }
    let number = try play()
    let now = try clock.now
    #expect(try listener.receive(until: now + .milliseconds(1000), on: clock).isEmpty)
    #expect(listener.client.name(ofClient: number) == nil)
  }
}
