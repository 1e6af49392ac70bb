import Glibc
import Playback
import Testing

@testable import ALSA

@Suite(.enabled(if: Machine.hasSequencer), .serialized) struct JitterBenchTests {
  private let pattern = TestPattern(count: 60, step: .microseconds(1123))

  /// Law: every event is heard once, none before it is due, and by the receiver not before it was
  /// delivered.
  @Test(arguments: JitterBench.Method.allCases)
  func `a pattern is heard whole, and not early`(method: JitterBench.Method) throws {
    var bench = try JitterBench(priority: nil)
    let figures = try #require(try bench.measure(pattern, by: method))
    #expect(figures.lost == 0)
    #expect(figures.stamped.minimum >= .microseconds(method == .queue ? 0 : -50))
    #expect(figures.received.minimum >= figures.stamped.minimum - .microseconds(50))
    if method == .queue {
      let period = bench.timer.period
      #expect(figures.stamped.maximum <= period + .microseconds(50))
    }
  }

  /// Events of a pattern whose end was not waited for are not heard in the next one.
  @Test(arguments: JitterBench.Method.allCases)
  func `what is watched ends it, and the next pattern is whole`(method: JitterBench.Method) throws {
    var bench = try JitterBench(priority: nil)
    var ends: [CInt] = [0, 0]
    #expect(Glibc.pipe(&ends) == 0 && write(ends[1], "x", 1) == 1)
    defer { for end in ends { close(end) } }
    let descriptor = ends[0]
    let long = TestPattern(count: 10_000, step: .milliseconds(10))
    let start = SystemClock.now
    #expect(try bench.measure(long, by: method, watching: descriptor) == nil)
    #expect(SystemClock.now - start < .seconds(10))
    let figures = try bench.measure(pattern, by: method, watching: descriptor) { false }
    #expect(figures?.lost == 0)
  }

  @Test func `a stranger who sends to its port is not heard`() throws {
    let player = try Client(name: "Test")
    let queue = try Queue(of: player)
    let (out, other) = (try player.openPort("out", .source), try player.openPort("x", .source))
    let listener = try JitterListener(stampedByQueue: queue.number)
    for port in [out, other] { #expect(player.connect(port, to: listener.port)) }
    player.sendNow(.songPosition(9), from: other)
    player.sendNow(.stop, from: other)
    player.sendNow(.songPosition(1), from: out)
    player.sendNow(.stop, from: out)
    player.sendNow(.songPosition(2), from: out)
    #expect(try listener.hear(out, atMost: .seconds(1)).map(\.number) == [1])
    #expect(try listener.hear(out, atMost: .milliseconds(20)).map(\.number) == [2])
  }
}

@Suite struct WorkerTests {
  @Test func `a thread brings something back, each time it is asked`() throws {
    let worker = try Worker { 7 }
    #expect(worker.result() == 7)
    #expect(worker.result() == 7)
  }

  @Test func `busy threads end`() throws {
    _ = try BusyThreads(3)
  }
}
