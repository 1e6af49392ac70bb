import Glibc
import Testing

@testable import Command

@Suite struct TerminalKeysTests {
  @Test func `what is no terminal has no keys`() throws {
    let null = open("/dev/null", O_RDONLY)
    defer { close(null) }
    #expect(throws: Absent.self) { _ = try present(TerminalKeys(of: null)) }
    #expect(TerminalMode(of: null) == nil)
  }

  @Test func `keys come at once, and the terminal is as it was in the end`() throws {
    let terminal = try PseudoTerminal()
    do {
      var keys = try present(TerminalKeys(of: terminal.program))
      #expect(try !terminal.isPlain)
      #expect(keys.descriptor == terminal.program)
      #expect(keys.read() == [])
      terminal.type("q \u{1B}[A")
      #expect(isReadable(keys.descriptor))
      var read: [TypedKey] = []
      while read.count < 3, isReadable(keys.descriptor) { read += keys.read() ?? [] }
      #expect(read == [.character("q"), .character(" "), .arrow(.up, [])])
      #expect(terminal.shown() == "")
      terminal.type("\u{1B}")
      #expect(isReadable(keys.descriptor))
      #expect(keys.read() == [])
      let isWaiting = keys.isWaiting
      #expect(isWaiting)
      var settled: [TypedKey] = []
      while settled.isEmpty, keys.isWaiting { settled = keys.settle() }
      #expect(settled == [.escape])
    }
    #expect(try terminal.isPlain)
  }

  @Test func `the keys are given back and taken again`() throws {
    let terminal = try PseudoTerminal()
    var keys = try present(TerminalKeys(of: terminal.program))
    keys.release()
    #expect(try terminal.isPlain)
    #expect(keys.descriptor == nil)
    #expect(keys.read() == [])
    keys.release()
    keys.attend()
    #expect(try !terminal.isPlain)
    keys.attend()
    #expect(try !terminal.isPlain)
    keys.before.restore()
    #expect(try terminal.isPlain)
    // As a shell does to a program that it stopped.
    keys.attend()
    #expect(try !terminal.isPlain)
    keys.release()
    #expect(try terminal.isPlain)
  }

  @Test func `what was typed for the shell is no key`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("q1\n")
    #expect(isReadable(terminal.program))
    var keys = try present(TerminalKeys(of: terminal.program))
    #expect(keys.read() == [])
    terminal.type("2")
    #expect(isReadable(keys.descriptor))
    #expect(keys.read() == [.character("2")])
  }

  @Test func `what is changed while the keys are given back is kept`() throws {
    let terminal = try PseudoTerminal()
    do {
      var keys = try present(TerminalKeys(of: terminal.program))
      keys.release()
      var settings = try terminal.settings
      settings.c_lflag &= ~tcflag_t(ECHOE)
      _ = tcsetattr(terminal.program, TCSANOW, &settings)
      keys.attend()
    }
    #expect(try terminal.settings.c_lflag & tcflag_t(ECHOE) == 0)
    #expect(try terminal.isPlain)
  }

  @Test func `keys that send signals do so, and none holds the output`() throws {
    let terminal = try PseudoTerminal()
    let keys = try present(TerminalKeys(of: terminal.program))
    #expect(try terminal.settings.c_lflag & tcflag_t(ISIG) != 0)
    #expect(try terminal.settings.c_iflag & tcflag_t(IXON) == 0)
    #expect(try terminal.settings.c_oflag & tcflag_t(OPOST) != 0)
    #expect(keys.descriptor != nil)
  }

  @Test func `a terminal that goes away is told`() throws {
    let terminal = try PseudoTerminal()
    var keys = try present(TerminalKeys(of: terminal.program))
    terminal.leave()
    #expect(isReadable(keys.descriptor))
    #expect(keys.read() == nil)
    #expect(keys.descriptor == nil)
  }
}
