import MIDI
import Music
import Playback
import Testing

@testable import ALSA

@Suite(.enabled(if: Machine.hasSequencer)) struct QueueTests {
  /// Law: what is scheduled arrives whole, in the order of its times, and of the calls where those
  /// are the same, late by a tick of the timer at most, but never early.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `what is scheduled arrives in order and in time`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let client = try Client(name: "Test")
    let queue = try Queue(of: client)
    let port = try client.openPort("out", .source)
    var listener = try Listener(to: port, stampedBy: queue)
    let start = try queue.now + .milliseconds(50)
    let times = (0..<200).map { _ in
      start + .microseconds(Int.random(in: 0...100, using: &chance) * 1234)
    }
    for (number, time) in times.enumerated() {
      let event = PortEvent.songPosition(number)
      #expect(try client.schedule(event, from: port, at: time, on: queue))
    }
    let received = try listener.receive(until: start + .milliseconds(200), on: queue)
    let expected = times.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    #expect(received.map(\.event) == expected.map { .songPosition($0.offset) })
    for (received, expected) in zip(received, expected) {
      let late = received.time - expected.element
      #expect(late >= .zero && late <= queue.timer.period + .microseconds(20))
    }
  }

  /// Law: what is due at the cut or later is taken back, and nothing before.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `what is taken back is all from a time on`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let client = try Client(name: "Test")
    let queue = try Queue(of: client)
    let port = try client.openPort("out", .source)
    var listener = try Listener(to: port, stampedBy: queue)
    let start = try queue.now + .milliseconds(50)
    let times = (0..<200).map { _ in start + .milliseconds(Int.random(in: 0...60, using: &chance)) }
    let cut = start + .milliseconds(Int.random(in: 0...60, using: &chance))
    for (number, time) in times.enumerated() {
      _ = try client.schedule(.songPosition(number), from: port, at: time, on: queue)
    }
    try client.takeBack(from: cut, on: queue)
    let received = try listener.receive(until: start + .milliseconds(120), on: queue)
    let expected = times.enumerated().filter { $0.element < cut }
      .sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    #expect(received.map(\.event) == expected.map { .songPosition($0.offset) })
    #expect(try queue.waiting == 0)
  }

  @Test func `as many events wait as the kernel has room for`() throws {
    let client = try Client(name: "Test")
    let queue = try Queue(of: client)
    let port = try client.openPort("out", .source)
    var count = 0
    while try client.schedule(.clock, from: port, at: .seconds(3600), on: queue) { count += 1 }
    #expect(count == Client.room)
    #expect(try queue.waiting == Client.room)
    try client.takeBack(from: .zero, on: queue)
    #expect(try client.schedule(.clock, from: port, at: .seconds(3600), on: queue))
  }

  @Test func `a queue may stamp what another client receives, past all queues`() throws {
    let client = try Client(name: "Test")
    let queue = try Queue(of: client)
    let port = try client.openPort("out", .source)
    var listener = try Listener(to: port, stampedBy: queue)
    let before = try queue.now
    client.sendNow(.start, from: port)
    let received = try listener.receive()
    #expect(received.map(\.event) == [.start])
    #expect(received.map(\.source) == [port])
    let after = try queue.now
    #expect(received.allSatisfy { $0.time >= before && $0.time <= after })
  }

  @Test func `the timer of high resolution ticks 6250 times a second`() throws {
    let queue = try Queue(of: Client(name: "Test"))
    #expect(queue.timer.description == "HR timer, 160 µs")
    #expect(try Queue(of: Client(name: "Test"), resolution: 1000).timer.period == .milliseconds(1))
  }

  @Test func `a queue is told of among others`() {
    let text = """
      Timer for queue 0 : system timer
        Period time : 0.004000000
        Skew : 65536 / 65536
      Timer for queue 11 : HR timer
        Period time : 0.000160000
        Skew : 65536 / 65536

      """
    #expect(QueueTimer(ofQueue: 0, in: text)?.description == "system timer, 4000 µs")
    #expect(QueueTimer(ofQueue: 11, in: text)?.description == "HR timer, 160 µs")
    #expect(QueueTimer(ofQueue: 1, in: text) == nil)
  }
}
