import Glibc
import Music
import Playback
import Testing

@testable import ALSA

@Suite(.enabled(if: Machine.hasSequencer)) struct CrowdTests {
  /// Law: whatever others do meanwhile, nothing is thrown and nothing waits; routes are opened and
  /// closed in turn, and are at last what the sequencer says; each who listens from the beginning to
  /// the end and reads has all of its route.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a crowd that comes and goes holds nothing up`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    try output.open(Route(to: "Late"))
    var faithful = try Listener(to: output.port(of: 0), name: "Faithful")
    var others: [Listener] = []
    var (sent, heard, isOpen) = ([PortEvent](), [PortEvent](), [false, false])
    func note(_ arrivals: [Arrival]) {
      for arrival in arrivals {
        switch arrival {
        case .opened(let route, _):
          #expect(!isOpen[route])
          isOpen[route] = true
        case .closed(let route):
          #expect(isOpen[route])
          isOpen[route] = false
        default: break
        }
      }
    }
    for step in 0..<300 {
      switch Int.random(in: 0..<10, using: &chance) {
      case 0:
        others.append(try Listener(name: Bool.random(using: &chance) ? "Late" : "Other"))
      case 1 where !others.isEmpty: others.removeFirst()
      case 2: others.removeAll()
      case 3:
        if let other = others.randomElement(using: &chance) {
          other.client.connect(output.port(of: .random(in: 0...1, using: &chance)), to: other.port)
        }
      case 4:
        if let other = others.randomElement(using: &chance) {
          let route = Int.random(in: 0...1, using: &chance)
          other.client.disconnect(output.port(of: route), from: other.port)
        }
      case 5: note(try output.arrivals(for: .milliseconds(5)))
      default:
        let now = try output.now
        let events = (0..<100).map { PortEvent.songPosition((step * 100 + $0) % 16384) }
        sent += events
        try output.send(
          events.flatMap { event in
            (0...1).map { DueEvent(event, at: now + .milliseconds(1), on: $0) }
          })
        note(try output.arrivals(for: .milliseconds(2)))
      }
      heard += try faithful.receive().map(\.event)
    }
    note(try output.arrivals(for: .milliseconds(50)))
    heard += try faithful.receive().map(\.event)
    #expect(heard == sent)
    for route in 0...1 {
      let listeners = try output.client.listeners(to: output.port(of: route))
      #expect(isOpen[route] == !listeners.isEmpty)
      #expect(Set(output.routes[route].peers) == Set(listeners))
    }
  }
}
