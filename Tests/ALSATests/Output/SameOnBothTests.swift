import MIDI
import Music
import Playback
import Testing

@testable import ALSA

/// An output that tells what a listener heard, so that one test is for all outputs.
private protocol HeardOutput: Output, ~Copyable {
  init(forTest: Void) throws
  /// Notes that went down or up at the listener until now, in order, by the output's clock.
  mutating func heard() throws -> [(time: Duration, event: PortEvent)]
  /// How late an event may be.
  var tolerance: Duration { get }
}

extension RecordingOutput: HeardOutput {
  fileprivate init(forTest: Void) { self.init() }
  fileprivate mutating func heard() -> [(time: Duration, event: PortEvent)] {
    delivered.map { ($0.time, $0.event) }
  }
  fileprivate var tolerance: Duration { .zero }
}

/// The kernel's sequencer with a client that listens.
private struct ListenedOutput: ~Copyable, HeardOutput {
  var output: ALSAOutput
  var listener: Listener?
  var received: [(time: Duration, event: PortEvent)] = []

  init(forTest: Void) throws { output = try ALSAOutput(name: "Test") }

  var tolerance: Duration { output.queue.timer.period + .microseconds(50) }
  var now: Duration { get throws(ALSAError) { try output.now } }
  var isCongested: Bool { output.isCongested }

  mutating func open(_ route: Route) throws(ALSAError) {
    try output.open(route)
    listener = try? Listener(to: output.port(of: 0), stampedBy: output.queue)
  }

  mutating func send(_ events: [DueEvent]) throws(ALSAError) { try output.send(events) }
  mutating func takeBack(from time: Duration) throws(ALSAError) {
    try output.takeBack(from: time)
  }

  mutating func wait(until time: Duration) throws(ALSAError) -> [Arrival] {
    try output.wait(until: time)
  }

  mutating func heard() throws -> [(time: Duration, event: PortEvent)] {
    received += try listener?.receive().map { ($0.time, $0.event) } ?? []
    return received
  }
}

/// What a sequencer does on an output, whichever it is.
private struct SequencerChecks<Out: HeardOutput & ~Copyable> {
  /// A bar of 4/4 with a note on each eighth, which lasts a sixteenth; the key says which one.
  private static func schedule(from first: Int = 0) throws -> Schedule {
    let voices = try (0..<8).map { eighth in
      Timeline.Note(
        onset: Fraction(eighth, 2), length: Fraction(1, 4), velocity: try #require(Velocity(100)),
        key: Key(clamping: first + eighth))
    }
    let dombyra = Voice("dombyra")
    let timeline = Timeline(
      title: "eighths", length: 4,
      tempi: [.init(try #require(Tempo(beatsPerMinute: 240)), at: 0)],
      metres: [.init(.common, at: 0)],
      tracks: [.init(voice: dombyra, notes: voices)])
    return Schedule(try Performance(of: timeline, on: .generalMIDI))
  }

  /// Plays for a time, and does something after each turn.
  private func play(
    loops: Bool, for length: Duration,
    _ body: (inout Sequencer<Out>, Duration) throws -> Void = { _, _ in }
  ) throws -> (ons: [(time: Duration, key: Int)], balance: [Int: Int], tolerance: Duration) {
    var settings = Transport.Settings()
    settings.loops = loops
    var sequencer = try Sequencer(
      Transport(Self.schedule(), settings), on: Out(forTest: ()))
    let begin = try sequencer.now()
    while try sequencer.now() < begin + .milliseconds(100) {
      _ = try sequencer.turn(until: begin + .milliseconds(100))
    }
    try sequencer.perform { $0.play(at: $1) }
    let start = try sequencer.now()
    while try sequencer.now() < start + length {
      _ = try sequencer.turn(until: start + length)
      try body(&sequencer, try sequencer.now() - start)
    }
    try sequencer.end()
    let last = try sequencer.now() + .milliseconds(50)
    while try sequencer.now() < last { _ = try sequencer.turn(until: last) }
    let heard = try sequencer.withOutput { try $0.heard() }
    var (ons, balance) = ([(time: Duration, key: Int)](), [Int: Int]())
    for (time, event) in heard {
      switch event {
      case .message(.noteOn(let key, _, _)):
        ons.append((time, key.number))
        balance[key.number, default: 0] += 1
      case .message(.noteOff(let key, _, _)): balance[key.number, default: 0] -= 1
      default: break
      }
    }
    return (ons, balance.filter { $0.value != 0 }, sequencer.withOutput { $0.tolerance })
  }

  func `a loop goes round in time`() throws {
    let (ons, balance, tolerance) = try play(loops: true, for: .milliseconds(2900))
    try #require(ons.count >= 20)
    for (number, on) in ons.enumerated() {
      #expect(on.key == number % 8)
      let off = on.time - ons[0].time - .milliseconds(125) * number
      #expect(off <= tolerance && .zero - off <= tolerance, "note \(number)")
    }
    #expect(balance.isEmpty)
  }

  func `edits take over at bar lines, without a gap or a double`() throws {
    var edits = 0
    let (ons, balance, tolerance) = try play(loops: true, for: .milliseconds(4900)) {
      sequencer, now in
      guard now > .milliseconds(45) * edits else { return }
      edits += 1
      try sequencer.replace(with: Self.schedule(from: edits % 7 * 10))
    }
    #expect(edits > 80)
    for (number, on) in ons.enumerated() {
      #expect(on.key % 10 == number % 8)
      let off = on.time - ons[0].time - .milliseconds(125) * number
      #expect(off <= tolerance && .zero - off <= tolerance, "note \(number)")
    }
    #expect(Set(ons.map { $0.key / 10 }).count > 2)
    #expect(balance.isEmpty)
  }

  func `a pause silences, and play goes on where it was`() throws {
    var toggles = 0
    let (ons, balance, _) = try play(loops: false, for: .milliseconds(2500)) { sequencer, now in
      guard now > .milliseconds(300) * (toggles + 1), toggles < 4 else { return }
      toggles += 1
      try sequencer.perform { $0.toggle(at: $1) }
    }
    #expect(ons.map(\.key) == Array(0..<8))
    #expect(balance.isEmpty)
  }

  func `all that is asked for at once leaves no key down`() throws {
    var number = 0
    let (ons, balance, _) = try play(loops: true, for: .seconds(3)) { sequencer, _ in
      number += 1
      switch number % 6 {
      case 0: try sequencer.perform { $0.toggleMute(0, at: $1) }
      case 1: try sequencer.perform { $0.toggle(at: $1) }
      case 2: try sequencer.perform { $0.play(atRate: Fraction(1 + number % 3, 2), at: $1) }
      case 3: try sequencer.perform { $0.seek(toBar: 0, at: $1) }
      case 4: try sequencer.perform { $0.panic(at: $1) }
      default: try sequencer.replace(with: Self.schedule(from: number % 50))
      }
    }
    #expect(!ons.isEmpty)
    #expect(balance.isEmpty)
  }
}

@Suite struct SameOnBothTests {
  @Test func `on what records`() throws { try check(SequencerChecks<RecordingOutput>()) }

  @Test(.enabled(if: Machine.hasSequencer))
  func `on the kernel's sequencer`() throws { try check(SequencerChecks<ListenedOutput>()) }

  private func check<Out: HeardOutput & ~Copyable>(_ checks: SequencerChecks<Out>) throws {
    try checks.`a loop goes round in time`()
    try checks.`edits take over at bar lines, without a gap or a double`()
    try checks.`a pause silences, and play goes on where it was`()
    try checks.`all that is asked for at once leaves no key down`()
  }
}
