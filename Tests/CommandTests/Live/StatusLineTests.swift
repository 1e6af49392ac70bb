import Glibc
import Testing

@testable import Command

@Suite struct StatusLineTests {
  private static let (one, other) = (Status(bar: 1, tempo: 120), Status(state: .paused, bar: 2))

  @Test func `a line is drawn over itself, and messages stand above it`() throws {
    let terminal = try PseudoTerminal()
    var line = StatusLine(on: terminal.program, columns: { 40 }, isUnicode: true)
    line.show(Self.one)
    #expect(terminal.shown() == "\rplaying  bar 1  120 BPM")
    line.show(Self.one)
    #expect(terminal.shown() == "")
    line.show(Self.other)
    #expect(terminal.shown() == "\rpaused  bar 2          ")
    line.say("connected: FLUID Synth")
    #expect(
      terminal.shown() == "\r             \rconnected: FLUID Synth\r\n\rpaused  bar 2")
    line.redraw()
    #expect(terminal.shown() == "\rpaused  bar 2")
    line.clear()
    #expect(terminal.shown() == "\r             \r")
    line.clear()
    line.say("done")
    #expect(terminal.shown() == "done\r\n")
  }

  @Test func `a terminal that becomes narrower gets a shorter line`() throws {
    let terminal = try PseudoTerminal()
    let width = Width()
    var line = StatusLine(on: terminal.program, columns: { width.columns }, isUnicode: true)
    line.show(Self.one)
    _ = terminal.shown()
    width.columns = 12
    line.redraw()
    #expect(terminal.shown() == "\rplaying")
    width.columns = nil
    line.show(Self.other)
    #expect(terminal.shown() == "")
  }

  @Test func `in a pipe there are messages alone`() throws {
    var ends: [CInt] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    var line = StatusLine(on: ends[1], columns: { nil }, isUnicode: true)
    line.show(Self.one)
    line.say("playing: song.jorga")
    line.show(Self.other)
    line.clear()
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(ends[0], &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(count), as: UTF8.self) == "playing: song.jorga\n")
  }

  /// Nobody reads: the screen and the pipe hold some kilobytes.
  @Test func `a reader that does not read keeps nobody waiting`() throws {
    let terminal = try PseudoTerminal()
    var ends: [CInt] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    for descriptor in [terminal.program, ends[1]] {
      var line = StatusLine(on: descriptor, columns: { 80 }, isUnicode: true)
      for number in 0..<3000 {
        line.show(Status(bar: number))
        if number % 2 == 0 { line.say(String(repeating: "x", count: 100)) }
      }
      #expect(fcntl(descriptor, F_GETFL) & O_NONBLOCK == 0)
    }
    while !terminal.shown().isEmpty {}
    var output = LiveOutput(to: terminal.program)
    output.write("still there")
    let isIdle = output.isIdle
    #expect(isIdle)
    #expect(terminal.shown() == "still there")
  }

  @Test func `a reader that has gone away is no trouble`() throws {
    let terminal = try PseudoTerminal()
    var line = StatusLine(on: terminal.program, columns: { 80 }, isUnicode: true)
    terminal.leave()
    line.show(Self.one)
    line.say("nobody reads this")
    line.clear()
  }
}

private final class Width {
  var columns: Int? = 40
}
