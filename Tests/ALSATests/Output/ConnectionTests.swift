import CALSA
import Glibc
import MIDI
import Music
import Playback
import Testing

@testable import ALSA

@Suite(.enabled(if: Machine.hasSequencer), .serialized) struct ConnectionTests {
  private let moment = Duration.milliseconds(20)

  @Test func `a route is opened by the first listener, and closed by the last`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.open(Route(for: "bass"))
    try output.open(Route())
    #expect(try output.arrivals(for: moment).isEmpty)
    do {
      let listener = try Listener(to: output.port(of: 1), name: "First")
      #expect(try output.arrivals(for: moment) == [.opened(route: 1, by: "First")])
      let other = try Listener(to: output.port(of: 1), name: "Second")
      #expect(try output.arrivals(for: moment).isEmpty)
      _ = (listener, other)
    }
    #expect(try output.arrivals(for: moment) == [.closed(route: 1)])
  }

  @Test func `a destination that is there is connected at once`() throws {
    let synth = try Listener(name: "Some Synth")
    var output = try ALSAOutput(name: "Test")
    try output.open(Route(to: "some syn"))
    #expect(output.awaited.isEmpty)
    #expect(try output.wait(until: .seconds(10)) == [.opened(route: 0, by: "Some Synth")])
    #expect(try output.client.listeners(to: output.port(of: 0)) == [synth.port])
  }

  @Test func `a destination that comes late, goes and comes back is connected each time`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.open(Route(to: "late synth"))
    #expect(output.awaited == ["late synth"])
    for _ in 0..<3 {
      do {
        let synth = try Listener(name: "Late Synth")
        #expect(try output.arrivals(for: moment) == [.opened(route: 0, by: "Late Synth")])
        #expect(synth.client.number > 0)
      }
      #expect(try output.arrivals(for: moment) == [.closed(route: 0)])
    }
    #expect(output.awaited == ["late synth"])
  }

  /// It is tried again each second.
  @Test func `a destination that somebody has alone is awaited until it is free`() throws {
    let synth = try Listener(name: "Some Synth")
    var output = try ALSAOutput(name: "Test")
    do {
      let owner = try Listener(name: "Owner")
      var (from, to) = (owner.source.record, synth.port.record)
      try withRecord(snd_seq_port_subscribe_malloc, snd_seq_port_subscribe_free) { connection in
        snd_seq_port_subscribe_set_sender(connection, &from)
        snd_seq_port_subscribe_set_dest(connection, &to)
        snd_seq_port_subscribe_set_exclusive(connection, 1)
        #expect(snd_seq_subscribe_port(owner.client.handle, connection) == 0)
      }
      try output.open(Route(to: "Some Synth"))
      #expect(try output.arrivals(for: moment).isEmpty)
      #expect(output.awaited == ["Some Synth"])
    }
    #expect(try output.arrivals(for: .seconds(2)) == [.opened(route: 0, by: "Some Synth")])
  }

  /// Somebody else goes and comes between two looks: what the new one must be told is told.
  @Test func `a destination that is replaced between two looks is told of`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    var listener = try Listener(to: output.port(of: 0), name: "First")
    _ = try output.arrivals(for: moment)
    listener = try Listener(name: "Second")
    listener.client.connect(output.port(of: 0), to: listener.port)
    #expect(
      try output.arrivals(for: moment) == [.closed(route: 0), .opened(route: 0, by: "Second")])
  }

  @Test func `a source is listened to whenever it is there`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.listen(to: "keyboard:mouth")
    let event = PortEvent.message(.control(.volume, Level(clamping: 3), Channel(clamping: 2)))
    for _ in 0..<2 {
      let keyboard = try Listener(name: "Keyboard")
      #expect(try output.arrivals(for: moment).isEmpty)
      #expect(output.awaited.isEmpty)
      let before = try output.now
      keyboard.client.sendNow(event, from: keyboard.source)
      guard case .event(event, let time)? = try output.wait(until: before + .seconds(1)).first
      else {
        Issue.record("nothing came")
        return
      }
      #expect(time >= before)
      #expect(try time <= output.now)
    }
  }

  @Test func `who sent an event is told where it is asked for`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.listen(to: "Keyboard")
    let keyboard = try Listener(name: "Keyboard")
    _ = try output.arrivals(for: moment)
    keyboard.client.sendNow(.start, from: keyboard.source)
    #expect(try output.receive(until: .seconds(20)).map(\.source) == [keyboard.source])
  }

  /// What is lost is lost, also what was announced meanwhile: the truth is asked for.
  @Test func `more than can be read is no error, and changes among it are seen`() throws {
    var output = try ALSAOutput(name: "Test")
    try output.open(Route())
    try output.open(Route(to: "Late"))
    try output.listen(to: "Keyboard")
    let keyboard = try Listener(name: "Keyboard")
    let first = try Listener(to: output.port(of: 0), name: "First")
    #expect(try output.arrivals(for: moment) == [.opened(route: 0, by: "First")])
    for _ in 0..<10_000 { keyboard.client.sendNow(.clock, from: keyboard.source) }
    let late = try Listener(name: "Late")
    first.client.disconnect(output.port(of: 0), from: first.port)
    for _ in 0..<10_000 { keyboard.client.sendNow(.clock, from: keyboard.source) }
    let changes = try output.arrivals(for: moment).filter { arrival in
      if case .event = arrival { false } else { true }
    }
    #expect(
      changes == [.closed(route: 0), .opened(route: 1, by: "Late")])
    #expect(late.client.number > 0)
    keyboard.client.sendNow(.stop, from: keyboard.source)
    #expect(try output.receive(until: .seconds(60)).map(\.event) == [.stop])
  }

  @Test func `watched descriptors are told of, also while others flood`() throws {
    var pipe: [CInt] = [0, 0]
    #expect(Glibc.pipe(&pipe) == 0)
    defer { for descriptor in pipe { close(descriptor) } }
    var output = try ALSAOutput(name: "Test")
    output.watch(pipe[0])
    try output.listen(to: "Keyboard")
    let keyboard = try Listener(name: "Keyboard")
    #expect(try output.arrivals(for: moment).isEmpty)
    #expect(write(pipe[1], "x", 1) == 1)
    keyboard.client.sendNow(.clock, from: keyboard.source)
    #expect(try output.wait(until: .seconds(60)).contains(.readable(pipe[0])))
    output.ignore(pipe[0])
    #expect(try output.arrivals(for: moment).isEmpty)
  }

  @Test func `others see what is ours by its name, and not what is inside`() throws {
    var output = try ALSAOutput(name: "Jorga Test")
    try output.open(Route())
    try output.open(Route(for: "bass"))
    try output.open(Route(to: "Some Synth", for: "lead"))
    try output.listen()
    let listener = try Listener(to: output.port(of: 1))
    try output.open(Route(to: listener.port.description))
    let ports = try listener.client.ports.filter { $0.client == "Jorga Test" }
    #expect(ports.map(\.name) == ["out", "bass", "Some Synth", "in", "Listener"])
    #expect(ports.map(\.isSource) == [true, true, true, false, true])
    #expect(ports.map(\.isDestination) == [false, false, false, true, false])
    #expect(ports.map(\.listeners) == [[], [listener.port], [], [], [listener.port]])
    #expect(ports.filter(\.isHardware).isEmpty)
  }
}
